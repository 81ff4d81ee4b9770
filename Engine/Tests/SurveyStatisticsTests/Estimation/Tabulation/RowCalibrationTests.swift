import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Calibration of rows")
struct RowCalibrationTests {
  @Test("knows how the sums of what it takes out vary", arguments: [false, true])
  func spread(isClustered: Bool) throws {
    let sample = SmallSample()
    let design = try sample.calibratedToX(isClustered: isClustered)
    let linear = LinearAdjustment(design.adjustmentsInOrder, rowCount: design.rowCount)
    let strata = StratumFactors(design.layout)
    let calibration = RowCalibration(
      linear, rows: DesignTally(design, [try sample.coded], by: []), layout: design.layout,
      strata: strata)
    // M is the variance of the sum of D, by the way that goes row by row.
    let plain = try sample.design(isClustered: isClustered)
    let spread = plain.spread(of: [linear.explained], present: nil)
    #expect(
      nearly(calibration.terms.spread[0, 0], plain.covariance(spread, 0, spread, 0), 1e-11))
    #expect(calibration.terms.stratumTotals.count == 3)
    #expect(calibration.terms.variableCount == 1)
  }
}
