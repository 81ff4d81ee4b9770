import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("What a calibration means for variances")
struct CalibrationTermsTests {
  @Test("lists the values that are not 0, and multiplies them")
  func entries() {
    let entries = CalibrationTerms.Entry.list([0, 3, 0, -1])
    #expect(entries.map(\.variable) == [1, 3] && entries.map(\.value) == [3, -1])
    #expect(entries[0].times(2).value == 6 && entries[0].times(2).variable == 1)
    let terms = CalibrationTerms(
      slopes: Matrix(rows: 2, columns: 2), spread: Matrix(rows: 2, columns: 2), stratumTotals: [])
    #expect(terms.variableCount == 2)
  }
}
