import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("What an adjustment explains")
struct WeightAdjustmentTests {
  @Test("the mean of a group is taken away from it")
  func groups() {
    let means = GroupMeans(
      groups: [0, 0, 1], groupCount: 2, weights: [1, 3, 2], meanWeights: [1, 3, 2])
    // Values are w·y, for y = 4, 8, 5: the means are 7 and 5.
    #expect(means.residual([4, 24, 10]) == [-3, 3, 0])
  }

  @Test("nothing is left of an auxiliary variable")
  func regression() {
    let x = [1.0, 2, 5, 3]
    let adjustment = WeightAdjustment.regression(
      .init(basis: OrthogonalBasis(columns: [x]), scale: [1, 1, 1, 1]))
    #expect(adjustment.residual(x).allSatisfy { $0.magnitude < 1e-14 })
  }
}
