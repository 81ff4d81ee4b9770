import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Calibration of cells")
struct CellCalibrationTests {
  @Test("is post-stratification when every cell is a group")
  func groups() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 4], strata: [0, 0, 0, 0])
    let groups = try DomainColumn(codes: [1, 1, 2, 2], domainCount: 2)
    let item = try CodedColumn(codes: [1, 2, 2, 1], categoryCount: 2)
    let cells = DesignTally(design, [item], by: [groups]).cells
    let strata = StratumFactors(design.layout)
    let calibration = try CellCalibration(
      cells,
      to: [
        AuxiliaryTotal(margin: "a", values: [1, 0], total: 6),
        AuxiliaryTotal(margin: "b", values: [0, 1], total: 7),
      ], strata: strata, method: .linear, bounds: nil)
    let factors = try #require(calibration.factors)
    #expect(nearly(factors[0], 2) && nearly(factors[1], 1))
    #expect(
      nearly(calibration.terms.slopes[0, 0], 1.0 / 3)
        && nearly(calibration.terms.slopes[1, 1], 1.0 / 7))
    // X = (6, 7), Σw² = (20, 25), k₁ = 4/3 and k₂ = 1/3.
    #expect(nearly(calibration.terms.spread[0, 0], 20 * 4.0 / 3 - 36.0 / 3))
    #expect(nearly(calibration.terms.spread[0, 1], -42.0 / 3))
  }
}
