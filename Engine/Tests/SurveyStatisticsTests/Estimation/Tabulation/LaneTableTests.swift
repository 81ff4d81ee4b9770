import Testing

@testable import SurveyStatistics

@Suite("Tables of eight replicates")
struct LaneTableTests {
  @Test("keep what is written into a row until they are cleared")
  func rows() {
    let table = LaneTable(rows: 2, width: 1)
    table[1][0] = SIMD8(repeating: 3)
    #expect(table[0][0] == .zero && table[1][0].sum() == 24)
    table.clear()
    #expect(table[1][0] == .zero)
  }
}
