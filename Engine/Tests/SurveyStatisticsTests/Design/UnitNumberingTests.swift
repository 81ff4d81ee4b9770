import Testing

@testable import SurveyStatistics

@Suite("Numbering of units")
struct UnitNumberingTests {
  @Test("puts the units of a stratum together; one code in two strata is two units")
  func nested() {
    let numbering = UnitNumbering(strata: [1, 0, 1, 0], stratumCount: 2, units: [5, 5, 4, 5])
    #expect(numbering.unitOfRow == [2, 0, 1, 0])
    #expect(numbering.stratumOfUnit == [0, 1, 1])
    #expect(numbering.firstUnits == [0, 1, 3])
    #expect(numbering.rowsByUnit == [1, 3, 2, 0])
  }

  @Test("needs no order of its own where rows stand in it")
  func ordered() {
    #expect(UnitNumbering(strata: [0, 0, 1], stratumCount: 2, units: nil).rowsByUnit == nil)
  }
}
