import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite("What the cells of a workbook share")
struct WorkbookPartsTests {
  private func kinds(_ name: String) throws -> Grid {
    let file = SharedData.fixtures.appending(path: "workbooks/\(name).xlsx")
    return try WorkbookReader(file.path).sheet("Kinds")
  }

  @Test("is read from a workbook of another program", arguments: ["dates-1900", "dates-1904"])
  func otherProgram(name: String) throws {
    let grid = try kinds(name)
    let first = try #require(grid.rows.first)
    #expect(first[0] == .text("Andel otrygga"))
    #expect(first[1] == .flag(true))
    // A formula that no program has reckoned yet has no value.
    #expect(first[2] == nil)
    #expect(first[3] == .fault("#N/A"))
    // Of merged cells the first holds the text, and the rest are empty.
    let second = grid.rows[1]
    #expect((second[0], second[1], second[2]) == (.text("2022"), nil, nil))
    #expect(second[3] == .text("2023"))
    #expect(grid.rows.count == 2)
  }

  private func reader(_ sheet: String, texts: String = "", styles: String? = nil, pr: String = "")
    throws -> WorkbookReader
  {
    var parts = [
      (
        "xl/workbook.xml",
        #"<workbook xmlns:r="r"><workbookPr\#(pr)/><sheets><sheet name="B" r:id="r1"/></sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships><Relationship Id="r1" Target="/xl/s.xml"/></Relationships>"#
      ),
      ("xl/sharedStrings.xml", "<sst>\(texts)</sst>"),
      ("xl/s.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"),
    ]
    if let styles { parts.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")) }
    return try WorkbookReader(ZipBuilder.of(parts), file: "x.xlsx")
  }

  @Test("joins a text's pieces, and leaves out how it is pronounced")
  func richText() throws {
    let grid = try reader(
      """
      <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>\
      <c t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh><r><t>京</t></r></is></c></row>
      """,
      texts: """
        <si><r><t>Otrygga </t></r><r><rPr><b/></rPr><t xml:space="preserve">kvällstid</t></r></si>\
        <si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>
        """
    ).sheet()
    #expect(grid.rows[0].cells.map(\.value.words) == ["Otrygga kvällstid", "課", "東京"])
  }

  private let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf/></cellXfs>
    """

  @Test("gives each cell its format, by the style's place in the list")
  func formats() throws {
    let row = """
      <row><c s="0"><v>45292</v></c><c s="1"><v>45292</v></c><c s="2"><v>0.119</v></c>\
      <c s="3"><v>1</v></c><c s="9"><v>2</v></c><c s="x"><v>3</v></c><c s="1" t="s"><v>0</v></c>\
      <c s="1"><v>60</v></c><c t="d"><v>2024-05-06T00:00:00</v></c></row>
      """
    let grid = try reader(row, texts: "<si><t>a</t></si>", styles: styles).sheet()
    let cells: [Grid.Value?] = (0..<9).map { grid.rows[0][$0] }
    #expect(
      cells == [
        .number(45_292), .moment("2024-01-01"), .percent(11.9), .number(1), .number(2), .number(3),
        .text("a"), .fault("########"), .moment("2024-05-06"),
      ])
    let later = try reader(row, texts: "<si><t>a</t></si>", styles: styles, pr: #" date1904="1""#)
    #expect(try later.sheet().rows[0][1] == .moment("2028-01-02"))
  }

  @Test("lets a table have days at its side, and refuses days among its figures")
  func table() throws {
    let head = #"<row><c/><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>"#
    let good = #"<row><c s="1"><v>45292</v></c><c s="2"><v>0.5</v></c><c><v>2</v></c></row>"#
    let numbers = StatisticalNumber()
    let cube = try GridLayout(reader(head + good, styles: styles).sheet(), numbers: numbers).cube()
    #expect(cube.dimensions[0].categories.map(\.code) == ["2024-01-01"])
    #expect(cube.cells == [.percent(50), .number(2)])
    let bad = #"<row><c t="str"><v>x</v></c><c><v>1</v></c><c s="1"><v>45292</v></c></row>"#
    let found = problems {
      _ = try GridLayout(reader(head + bad, styles: styles).sheet(), numbers: numbers).cube()
    }
    #expect(found.map(\.key) == ["source.notANumberInCell"])
    #expect(found.first?.arguments["value"] == "2024-01-01")
    found.forEach { expectWords($0) }
  }

  @Test("refuses more formats than any program writes")
  func tooMany() {
    let many = "<cellXfs>" + String(repeating: "<xf/>", count: 65_537) + "</cellXfs>"
    let found = problems { _ = try reader("<row/>", styles: many) }
    #expect(found.map(\.key) == ["xlsx.tooManyFormats"])
    found.forEach { expectWords($0) }
  }
}
