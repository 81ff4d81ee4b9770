import Testing

@testable import SurveyStatistics

@Suite("Rows of a stratum")
struct StratumRowsTests {
  @Test("can be emptied and used again")
  func emptied() {
    var rows = StratumRows(codes: [1], weights: [2], cells: [0], unitEnds: [1])
    rows.removeAll()
    #expect(rows.codes.isEmpty && rows.weights.isEmpty && rows.cells.isEmpty)
    #expect(rows.unitEnds.isEmpty)
  }
}
