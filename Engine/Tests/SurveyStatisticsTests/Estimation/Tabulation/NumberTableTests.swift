import Testing

@testable import SurveyStatistics

@Suite("Tables of numbers")
struct NumberTableTests {
  @Test("keep what is written into a row, and only there")
  func rows() {
    let table = NumberTable(rows: 3, width: 2, filledWith: 7)
    table[1][0] = 1
    table[1][1] = 2
    #expect([table[0][0], table[0][1], table[1][0], table[1][1], table[2][0]] == [7, 7, 1, 2, 7])
    #expect(table.columns(1..<2) == [7, 2, 7] && table.columns(0..<0).isEmpty)
  }
}
