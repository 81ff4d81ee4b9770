import Testing

@testable import Exchange

@Suite("Formats of cells")
struct CellFormatTests {
  private static let day = CellFormat.moment(hasDay: true, hasTime: false)
  private static let time = CellFormat.moment(hasDay: false, hasTime: true)
  private static let both = CellFormat.moment(hasDay: true, hasTime: true)

  @Test(
    "say what a number is",
    arguments: [
      ("General", .number), ("0.00", .number), ("# ##0,0\\ %", .percent), ("0%;-0%", .percent),
      ("0.0\"%\"", .number), ("yyyy-mm-dd", day), ("YYYY\\-MM\\-DD", day), ("mmmm", day),
      ("h:mm AM/PM", time), ("mm:ss.0", time), ("d/m/yy h:mm", both), ("[hh]:mm", .duration),
      ("[s]", .duration), ("[$-41D]d mmmm", day), ("[Red]0", .number), ("[Blue]d", day),
      ("#,##0 \"dagar\"", .number), ("0\\d", .number), ("0_d", .number), ("* 0", .number),
      ("0;d", .number), ("@", .number), ("", .number), ("0.00E+00", .number),
    ] as [(String, CellFormat)])
  func codes(code: String, expected: CellFormat) {
    #expect(CellFormat(id: 164, code: code) == expected, "\(code)")
  }

  @Test("have numbers of their own where they are not written out")
  func builtIn() {
    #expect(CellFormat(id: 0, code: nil) == .number)
    #expect(CellFormat(id: 9, code: nil) == .percent)
    #expect([14, 15, 16, 17].map { CellFormat(id: $0, code: nil) }.allSatisfy { $0 == Self.day })
    #expect([18, 21, 45, 47].map { CellFormat(id: $0, code: nil) }.allSatisfy { $0 == Self.time })
    #expect(CellFormat(id: 22, code: nil) == Self.both)
    #expect(CellFormat(id: 46, code: nil) == .duration)
    #expect(CellFormat(id: 49, code: nil) == .number)
    // A code that is written out counts, whatever the number.
    #expect(CellFormat(id: 14, code: "0") == .number)
  }
}
