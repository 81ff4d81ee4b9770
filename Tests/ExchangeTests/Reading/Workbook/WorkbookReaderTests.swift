import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite("Workbooks")
struct WorkbookReaderTests {
  private func grid(_ sheet: String, texts: [String] = []) throws -> Grid {
    try WorkbookReader(workbook(sheet, texts: texts), file: "x.xlsx").sheet()
  }

  @Test("give what their cells show")
  func cells() throws {
    let grid = try grid(
      """
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>1.50</v></c><c t="b"><v>1</v></c>\
      <c t="str"><f>A1</f><v>så</v></c><c t="e"><v>#N/A</v></c>\
      <c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c><f>A2+1</f></c></row>\
      <row><c r="AA3"><v>-7</v></c></row>
      """, texts: ["", "å\u{A0}"])
    #expect(grid.rows.map(\.number) == [2, 3])
    let row = grid.rows[0]
    #expect(row[0]?.words == "å")
    #expect(row[1] == nil)
    #expect(row[2] == .number(1.5))
    #expect(row[3] == .flag(true))
    #expect(row[4] == .text("så"))
    #expect(row[5] == .fault("#N/A"))
    #expect(row[6] == .text("ab"))
    #expect(row[7] == nil)
    #expect(grid.rows[1][26] == .number(-7))
    #expect(grid.place(row: 3, column: 26) == "Blad 1!AA3")
  }

  @Test(
    "are refused with the cell that is wrong",
    arguments: [
      ("<row r='1'><c r='A1'><v>x</v></c></row>", "xlsx.badValue"),
      ("<row r='1'><c r='A1' t='s'><v>9</v></c></row>", "xlsx.badValue"),
      ("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "xlsx.badPlace"),
      ("<row r='2'/><row r='2'/>", "xlsx.badPlace"),
      ("<row r='1'><c r='XFE1'><v>1</v></c></row>", "xlsx.badPlace"),
      ("<row r='200001'><c><v>1</v></c></row>", "xlsx.tooManyRows"),
      ("<!DOCTYPE x><row/>", "xml.docType"), ("<row>", "xml.badTag"),
    ])
  func faults(sheet: String, key: String) {
    let found = problems { _ = try grid(sheet) }
    #expect(found.map(\.key) == [key])
    found.forEach { expectWords($0) }
  }

  @Test("have limits")
  func limits() {
    let bytes = workbook("<row><c><v>1</v></c><c><v>2</v></c></row>", texts: ["a", "b"])
    let cells = problems {
      _ = try WorkbookReader(bytes, file: "x", limits: WorkbookLimits(cells: 1)).sheet()
    }
    let texts = problems {
      _ = try WorkbookReader(bytes, file: "x", limits: WorkbookLimits(texts: 1)).sheet()
    }
    #expect(cells.map(\.key) == ["xlsx.tooManyCells"])
    #expect(texts.map(\.key) == ["xlsx.tooManyTexts"])
    #expect(
      problems { _ = try WorkbookReader(Array("no".utf8), file: "x") }.map(\.key) == ["zip.noList"])
    let named = problems { _ = try WorkbookReader(bytes, file: "x").sheet("Blad 2") }
    #expect(named.first?.arguments["known"] == "Blad 1")
  }
}
