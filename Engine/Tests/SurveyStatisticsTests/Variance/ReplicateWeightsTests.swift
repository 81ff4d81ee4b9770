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

  @Test("replicates in which nothing can be estimated are left out, as R does")
  func undefined() {
    let replicates = ReplicateWeights(weights: [[], [], []], scale: 0.5)
    let deviations = replicates.deviations(of: [1, .nan, 3], estimate: 9)
    #expect(deviations[1] == 0)
    #expect(nearly(deviations[0], -(0.5.squareRoot())))
    #expect(replicates.deviations(of: [.nan, .nan, .nan], estimate: 1).allSatisfy { $0.isNaN })
  }
}
