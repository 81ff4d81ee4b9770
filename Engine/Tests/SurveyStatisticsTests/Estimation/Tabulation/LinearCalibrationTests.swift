import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Adjustments of weights as one")
struct LinearCalibrationTests {
  @Test("knows how the sums of what it takes out vary", arguments: [false, true])
  func spread(isClustered: Bool) throws {
    let sample = SmallSample()
    let design = try sample.calibratedToX(isClustered: isClustered)
    let linear = LinearAdjustment(design.adjustmentsInOrder, rowCount: design.rowCount)
    let terms = LinearCalibration(linear, stages: [design.layout]).terms[0]
    // M is the variance of the sum of D, by the way that goes row by row.
    let plain = try sample.design(isClustered: isClustered)
    let spread = plain.spread(of: [linear.explained], present: nil)
    #expect(
      nearly(terms.spread[0, 0], plain.covariance(spread, 0, spread, 0), 1e-11))
    #expect(terms.stratumTotals.count == 3)
    #expect(terms.variableCount == 1)
  }
}
