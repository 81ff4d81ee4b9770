import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Sums of what a calibration takes out of rows")
struct RowProductsTests {
  @Test("are those of the linearised values of every row")
  func sums() throws {
    let sample = SmallSample()
    let design = try sample.calibratedToX()
    let linear = design.linearCalibration.adjustment
    let strata = StratumFactors(design.layout)
    let rows = DesignTally(design, [try sample.coded], by: [try sample.domains])
    let calibration = RowCalibration(
      adjustment: linear, terms: design.linearCalibration.terms[0], rows: rows)
    let frames = BreakdownFrame.all([Breakdown([0])], of: rows.cells.numbering)
    let figures = BreakdownFigures(CategorySums(rows.cells), frames[0])
    let calibrated = CalibratedFigures(figures, calibration.terms)
    RowProducts(
      calibration, items: 0..<1, slots: rows.cells.slots, frames: frames, strata: strata
    ).add(to: calibrated, breakdown: 0)
    // Category 2 in domain 3, by hand.
    let (p, inverse) = (figures.proportions[2][1], figures.inverses[2][1])
    var (measured, taken) = (0.0, 0.0)
    for row in 0..<design.rowCount where sample.domain[row] == 3 && sample.item[row] > 0 {
      let value = design.weights[row] * ((sample.item[row] == 2 ? 1 : 0) - p) * inverse
      measured += linear.measures[row] * value
      taken +=
        strata.ofSquares[Int(sample.strata[row])] * linear.explained[row] * value
    }
    #expect(nearly(calibrated.totals(domain: 2, variable: 0)[1], measured, 1e-10))
    #expect(nearly(calibrated.products(domain: 2, variable: 0)[1], taken, 1e-10))
  }
}
