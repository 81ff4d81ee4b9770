import Testing

@testable import SurveyStatistics

@Suite("Rows of a stratum")
struct StratumRowsTests {
  @Test("keep their rows when they get more room")
  func room() {
    var rows = StratumRows(codes: [1], weights: [2], cells: [0], unitEnds: [1])
    rows.reserveCapacity(100, itemCount: 3)
    #expect(rows.codes == [1] && rows.weights == [2] && rows.codes.capacity >= 300)
  }
}
