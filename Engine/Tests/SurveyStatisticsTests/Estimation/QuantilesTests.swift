import SurveyStatistics
import Testing

@Suite("Quantiles")
struct QuantilesTests {
  let sample = SmallSample()

  @Test(
    "lie in their intervals",
    arguments: [QuantileIntervalMethod.mean, .logit, .asin, .beta, .score])
  func intervals(method: QuantileIntervalMethod) throws {
    let estimates = try sample.design(isClustered: false).quantiles(
      of: NumericColumn(values: sample.y), at: [0.25, 0.5, 0.75], method: method)
    for estimate in estimates {
      #expect(estimate.interval.lower < estimate.value && estimate.value < estimate.interval.upper)
      #expect(estimate.standardError > 0)
    }
  }

  @Test("of so few values that the score test never rejects have no interval")
  func few() throws {
    let estimates = try SurveyDesign(weights: [1, 1, 1, 1]).quantiles(
      of: NumericColumn(values: [3, 1, 4, 2]), at: [0.5], method: .score)
    #expect(estimates[0].value == 2)
    #expect(estimates[0].interval.lower.isNaN && estimates[0].interval.upper.isNaN)
    #expect(estimates[0].standardError.isNaN)
  }

  @Test("turn with the sign of the variable")
  func mirror() throws {
    let design = try sample.design()
    let up = try design.quantiles(of: NumericColumn(values: sample.x), at: [0.3], rule: .hf7)
    let down = try design.quantiles(
      of: NumericColumn(values: sample.x.map { -$0 }), at: [0.7], rule: .hf5)
    #expect((up[0].value + down[0].value).magnitude < 0.05)
  }

  @Test("of a jackknife come from Woodruff's interval too, with replicates")
  func replicated() throws {
    let design = try sample.design(isClustered: true).jackknifed()
    let estimates = try design.quantiles(
      of: NumericColumn(values: sample.y), at: [0.5], method: .replicates)
    #expect(estimates[0].standardError >= 0)
  }
}
