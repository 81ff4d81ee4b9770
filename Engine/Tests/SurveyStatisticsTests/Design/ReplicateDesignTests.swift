import NumericKernels
import SurveyStatistics
import Testing

@Suite("Design with replicate weights")
struct ReplicateDesignTests {
  @Test("has the rank of its replicates − 1 as degrees of freedom")
  func rank() throws {
    let replicates = ReplicateWeights(
      weights: [[0, 2, 1], [2, 0, 1], [1, 1, 1]], scale: 1)
    #expect(try SurveyDesign(weights: [1, 1, 1], replicates: replicates).degreesOfFreedom == 1)
  }

  @Test("takes the variance from the spread of the replicates")
  func spread() throws {
    let design = try SurveyDesign(
      weights: [1, 1],
      replicates: ReplicateWeights(weights: [[2, 0], [0, 2]], scale: 0.5, centre: .estimate))
    let total = try design.estimate(.total(of: [NumericColumn(values: [3, 5])]))
    #expect(total.values[0] == 8 && nearly(total.covariance[0, 0], 4))
  }

  @Test("refuses replicates that do not fit")
  func refusal() {
    #expect(throws: DesignError.badReplicate(index: 1)) {
      try SurveyDesign(
        weights: [1, 1], replicates: ReplicateWeights(weights: [[1, 1], [1]], scale: 1))
    }
  }

  @Test("keeps its degrees of freedom through calibration, for all rows together")
  func kept() throws {
    let replicates = ReplicateWeights(
      weights: [[0, 2, 1, 1], [2, 0, 1, 1], [1, 1, 0, 2]], scale: 1)
    let design = try SurveyDesign(
      weights: [1, 1, 1, 1], replicates: replicates, degreesOfFreedom: 1)
    #expect(design.degreesOfFreedom(within: [true, true, true, true]) == 1)
    #expect(design.degreesOfFreedom(within: [true, true, true, false]) == 2)
  }
}
