import Testing

@testable import SurveyStatistics

@Suite("Unit totals")
struct UnitTotalsTests {
  @Test("gather the rows of a unit, and units by stratum")
  func gathering() throws {
    let layout = try StageLayout(
      rowCount: 4, strata: [0, 0, 1, 1], units: [0, 1, 2, 3], populationSizes: nil)
    var totals = UnitTotals(width: 1)
    for (unit, value) in [(0, 1.0), (0, 2), (3, 4)] as [(Int32, Double)] {
      totals.add(value, at: totals.open(unit: unit))
    }
    totals.close(layout: layout)
    #expect(totals.units == [0, 3] && totals.value(0, 0) == 3 && totals.value(1, 0) == 4)
    #expect(totals.segments.map(\.stratum) == [0, 1])
    #expect(totals.degreesOfFreedom == 0)
  }
}
