import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Figures of a calibrated breakdown")
struct CalibratedFiguresTests {
  @Test("lose what the auxiliary variables explain")
  func explained() throws {
    let sample = SmallSample()
    let design = try sample.design(isClustered: false)
    let cells = DesignTally(design, [try sample.coded], by: [try sample.domains]).cells
    let strata = StratumFactors(design.layout)
    // Everyone's number, near what it is: shares hardly change, and neither do their errors.
    let size = sample.weights.reduce(0, +)
    let calibration = try CellCalibration(
      cells,
      to: [
        AuxiliaryTotal(
          margin: "all", values: Array(repeating: 1, count: cells.numbering.count), total: size)
      ], strata: strata, method: .linear, bounds: nil)
    let sums = CategorySums(cells, factors: calibration.factors)
    let figures = BreakdownFigures(
      sums, BreakdownFrame.all([Breakdown([0])], of: cells.numbering)[0])
    figures.addElementVariances(sums, strata)
    let before = figures.variances[0][0]
    let calibrated = CalibratedFigures(figures, calibration.terms)
    calibrated.addTotals(sums, calibration)
    calibrated.addElements(sums, calibration, cells, strata)
    calibrated.correct(strata)
    #expect(nearly(figures.variances[0][0], before, 1e-10))
  }
}
