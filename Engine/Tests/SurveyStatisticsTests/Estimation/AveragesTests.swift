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
}
