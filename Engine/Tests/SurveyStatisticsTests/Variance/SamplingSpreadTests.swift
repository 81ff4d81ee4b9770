import Testing

@testable import SurveyStatistics

@Suite("Sampling spread")
struct SamplingSpreadTests {
  @Test("of replicates is the product of their deviations")
  func replicated() throws {
    let design = try SurveyDesign(weights: [1, 1])
    let spread = SamplingSpread.replicated([[1, 2], [3, -1]])
    #expect(design.covariance(spread, 0, spread, 1) == 1)
    #expect(spread.ownDegreesOfFreedom == nil)
  }

  @Test("of two kinds has no covariance")
  func mixed() throws {
    let design = try SurveyDesign(weights: [1, 1])
    let linear = design.spread(of: [[1, -1]], present: nil)
    #expect(linear.ownDegreesOfFreedom == 1)
    #expect(design.covariance(linear, 0, .replicated([[1]]), 0).isNaN)
    #expect(nearly(design.covariance(linear, 0, linear, 0), 4))
  }
}
