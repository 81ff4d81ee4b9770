import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("Tables as databases lay them out")
struct GridLayoutTests {
  private func cube(_ text: String) throws -> DataCube {
    let grid = try CSVGrid.read(Array(text.utf8), file: "t.csv", delimiter: ";")
    return try GridLayout(grid, numbers: StatisticalNumber()).cube()
  }

  @Test("have titles, several heads, blanks that repeat, and notes")
  func layout() throws {
    let cube = try cube(
      """
      Folkmängd efter år och kön

      ;;män;;kvinnor;
      ;;2022;2023;2022;2023
      A;x;1;..;3;4
      ;y;5;6;7;.
      B;x;2022;2023;2022;2023

      Källa: SCB
      20240418 08:00
      """)
    #expect(cube.title == "Folkmängd efter år och kön")
    #expect(cube.notes == ["Källa: SCB", "20240418 08:00"])
    #expect(cube.dimensions.map(\.code) == ["side1", "side2", "head1", "head2"])
    #expect(
      cube.dimensions.map { $0.categories.map(\.code) } == [
        ["A", "B"], ["x", "y"], ["män", "kvinnor"], ["2022", "2023"],
      ])
    #expect(cube.cells[cube.cellNumber([0, 0, 0, 1])] == .missing(.notAvailable))
    #expect(cube.cells[cube.cellNumber([0, 1, 1, 0])] == .number(7))
    #expect(cube.cells[cube.cellNumber([1, 0, 1, 1])] == .number(2023))
    #expect(cube.cells[cube.cellNumber([1, 1, 0, 0])] == .absent)
  }

  @Test("may be plain, with names in the corner and years for headings")
  func plain() throws {
    let cube = try cube("område;2022;2023\nA;1999;2001\nB;3;4")
    #expect(cube.dimensions.map(\.code) == ["område", "head1"])
    #expect(cube.cells == [.number(1999), .number(2001), .number(3), .number(4)])
  }

  @Test(
    "are refused rather than read in part",
    arguments: [
      ("a;b\nc;d", "source.noTable"), ("A;5\nB;6", "source.noHeadings"),
      ("o;n\nA;5\n\nB;6", "source.brokenTable"), ("o;n;m\nA;5;1,5", "source.notANumberInCell"),
      ("o;n\nA;5\nA;6", "source.twice"), ("o;n;n\nA;5;6", "source.twice"),
    ])
  func faults(text: String, key: String) {
    let found = problems { _ = try cube(text) }
    #expect(found.map(\.key) == [key])
    found.forEach { expectWords($0) }
  }

  @Test("with two dimensions at the side are read from a workbook")
  func twoSides() throws {
    let file = SharedData.fixtures.appending(path: "workbooks/two-sides.xlsx")
    let cube = try GridLayout(
      WorkbookReader(file.path).sheet(), numbers: StatisticalNumber()
    ).cube()
    #expect(cube.dimensions.map { $0.categories.count } == [1, 47, 1])
    #expect(cube.dimensions[0].categories[0].code == "2023")
    #expect(cube.cells[0] == .number(989))
    #expect(cube.cells.allSatisfy { if case .number = $0 { true } else { false } })
  }

  /// The csv files were extracted with another program (openpyxl) from the same workbooks.
  @Test(
    "of Statistics Sweden give for Kristianstad what another program read",
    .enabled(if: SharedData.has("scb_deso"), "../shared/data/scb_deso is not here"),
    arguments: [
      "000005F8", "000005FB", "000005FC", "000005FE", "000005FF", "000005FM", "000005LO",
      "000005MO", "000006OC", "000006TA", "000007A8",
    ])
  func scb(table: String) throws {
    let folder = SharedData.shared.appending(path: "scb_deso")
    let workbook = try #require(
      SharedData.files(in: folder, ending: ["xlsx"]).first { $0.path.contains(table) })
    let extract = try #require(
      SharedData.files(in: folder, ending: ["csv"]).first { $0.path.contains(table) })
    let cube = try GridLayout(
      WorkbookReader(workbook.path).sheet(), numbers: StatisticalNumber()
    ).cube()
    let side = try #require(cube.dimensions.firstIndex { $0.place(of: "1290A0010") != nil })
    #expect(cube.dimensions[side].categories.count == 5984)
    let rows = try CSVGrid.read(
      [UInt8](try Data(contentsOf: extract)), file: table, delimiter: ","
    ).rows.dropFirst(2)
    #expect(rows.count == 47)
    let width = cube.cells.count / 5984
    var compared = 0
    for row in rows {
      let texts = row.cells.filter { $0.value.words != "" }.map(\.value.words)
      let code = try #require(texts.first { $0.hasPrefix("1290") })
      let numbers = texts.compactMap { Double($0) }
      let place = try #require(cube.dimensions[side].place(of: code))
      let ours = (0..<width).compactMap { column -> Double? in
        guard case .number(let number) = cube.cells[place * width + column] else { return nil }
        return number
      }
      #expect(ours == numbers, "\(code)")
      compared += ours.count
    }
    #expect(compared == 47 * width)
  }
}
