import Testing

@testable import SurveyStatistics

@Suite("Sampling variation of categories")
struct CategorySamplingTests {
  @Test("is the same from unit totals as from the values of every row")
  func twoWays() throws {
    let sample = SmallSample()
    let plain = try sample.design()
    var padded = plain
    // An adjustment that takes nothing away sends the estimate the long way round.
    padded.adjustments = [
      .groups(
        GroupMeans(
          groups: sample.strata.map { _ in 0 }, groupCount: 1, weights: sample.weights,
          meanWeights: sample.weights.map { _ in 0 }))
    ]
    let short = try plain.proportions(of: sample.coded, by: sample.domains)
    let long = try padded.proportions(of: sample.coded, by: sample.domains)
    for domain in 0..<3 {
      #expect(
        nearly(
          short.covariance((domain, 0), (0, 1)), long.covariance((domain, 0), (0, 1)), 1e-10))
    }
  }
}
