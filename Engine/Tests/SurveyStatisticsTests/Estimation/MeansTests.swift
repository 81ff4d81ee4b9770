import SurveyStatistics
import Testing

@Suite("Means of domains")
struct MeansTests {
  @Test("shift and scale with the variable")
  func linear() throws {
    let sample = SmallSample()
    let design = try sample.design()
    let plain = try design.means(of: NumericColumn(values: sample.y), by: sample.domains)
    let moved = try design.means(
      of: NumericColumn(values: sample.y.map { 3 * $0 - 5 }), by: sample.domains)
    for domain in 0..<3 {
      let (a, b) = (plain[domain: domain, statistic: 0], moved[domain: domain, statistic: 0])
      #expect(nearly(b.value, 3 * a.value - 5))
      #expect(nearly(b.standardError, 3 * a.standardError))
      #expect(a.count == nil && a.base == b.base)
    }
  }

  @Test("of equally weighted persons have the textbook's error")
  func textbook() throws {
    let values = [2.0, 4, 4, 6, 9]
    let design = try SurveyDesign(
      weights: values.map { _ in 4 }, populationSizes: values.map { _ in 20 })
    let mean = try design.means(of: NumericColumn(values: values), by: .everyone(rowCount: 5))[
      domain: 0, statistic: 0]
    // s² = 7, so v = (1 − 5/20) · 7/5.
    #expect(nearly(mean.standardError * mean.standardError, 1.05))
    #expect(nearly(mean.designEffect, 1))
  }
}
