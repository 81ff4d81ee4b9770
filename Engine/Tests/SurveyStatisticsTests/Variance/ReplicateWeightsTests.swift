import Testing

@testable import SurveyStatistics

@Suite("Replicate weights")
struct ReplicateWeightsTests {
  @Test("measure from their mean or from the estimate")
  func centre() {
    var replicates = ReplicateWeights(weights: [[1], [1]], scale: 4, factors: [1, 0.25])
    #expect(replicates.deviations(of: [1, 5], estimate: 2) == [-4, 2])
    replicates.centre = .estimate
    #expect(replicates.deviations(of: [1, 5], estimate: 2) == [-2, 3])
  }
}
