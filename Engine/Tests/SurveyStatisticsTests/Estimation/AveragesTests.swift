import SurveyStatistics
import Testing

@Suite("Means, ratios and variances")
struct AveragesTests {
  let sample = SmallSample()

  @Test("a ratio to a constant is a mean")
  func ratio() throws {
    let y = NumericColumn(values: sample.y)
    let ones = NumericColumn(values: sample.y.map { _ in 1 })
    let design = try sample.design()
    let ratio = try design.estimate(.ratio(of: y, to: ones))
    let mean = try design.estimate(.mean(of: [y]))
    #expect(nearly(ratio.values[0], mean.values[0]))
    #expect(nearly(ratio.standardErrors[0], mean.standardErrors[0]))
  }

  @Test("a ratio to itself is 1, without error")
  func itself() throws {
    let y = NumericColumn(values: sample.y)
    let ratio = try sample.design().estimate(.ratio(of: y, to: y))
    #expect(nearly(ratio.values[0], 1) && ratio.standardErrors[0] < 1e-14)
  }

  @Test("the variance of a yes-or-no variable is p(1 − p)n/(n − 1)")
  func variance() throws {
    let yes = NumericColumn(values: sample.item.map { $0 > 2 ? 1 : 0 })
    let design = try sample.design()
    let p = try design.estimate(.mean(of: [yes])).values[0]
    let variance = try design.estimate(.variance(of: yes)).values[0]
    #expect(nearly(variance, p * (1 - p) * 240 / 239))
  }

  @Test("the design effect of a ratio to ones is that of the mean")
  func ratioEffect() throws {
    let (sample, ones) = (SmallSample(), NumericColumn(values: SmallSample().x.map { _ in 1 }))
    let design = try sample.design()
    let x = NumericColumn(values: sample.x)
    let ratio = try design.estimate(.ratio(of: x, to: ones))
    let mean = try design.estimate(.mean(of: [x]))
    #expect(nearly(ratio.designEffects[0], mean.designEffects[0], 1e-9))
    #expect(
      nearly(
        ratio.designEffectsWithReplacement[0], mean.designEffectsWithReplacement[0], 1e-9))
  }

  @Test("the covariance of a variable with itself is its variance")
  func covariances() throws {
    let sample = SmallSample()
    let design = try sample.design()
    let (x, y) = (NumericColumn(values: sample.x), NumericColumn(values: sample.weights))
    let joint = try design.estimate(.covariances(of: [x, y]))
    let single = try design.estimate(.variance(of: x))
    #expect(nearly(joint.values[0], single.values[0]))
    #expect(nearly(joint.standardErrors[0], single.standardErrors[0]))
    #expect(joint.values[1] == joint.values[2])
  }

  @Test("a jackknifed variance is measured from as many rows in every replicate")
  func jackknifedVariance() throws {
    let sample = SmallSample()
    let design = try sample.design()
    let variance = Statistic.variance(of: NumericColumn(values: sample.x))
    let linear = try design.estimate(variance)
    let jackknifed = try design.jackknifed().estimate(variance)
    #expect(nearly(linear.values[0], jackknifed.values[0]))
    #expect(nearly(linear.standardErrors[0], jackknifed.standardErrors[0], 0.02))
  }
}
