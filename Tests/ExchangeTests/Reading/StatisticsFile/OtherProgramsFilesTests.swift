import Exchange
import Foundation
import SafetyModel
import Testing
import Workflows

/// Files that SPSS, Stata, PSPP and R users made, with what pyreadstat 1.3.7 reads from them.
@Suite(
  "SPSS and Stata files of others",
  .enabled(if: SharedData.has("spss_stata"), "../shared/data/spss_stata is not here"))
struct OtherProgramsFilesTests {
  private static let folder = SharedData.shared.appending(path: "spss_stata")
  private static let basic = "pyreadstat/test_data/basic/"

  /// Rows and columns as pyreadstat gives them; `nil` where the file must be refused.
  static let shapes: [(String, [Int]?)] = [
    ("haven/inst/examples/iris.dta", [150, 5]), ("haven/inst/examples/iris.sav", [150, 5]),
    ("haven/tests/testthat/spss/datetime.sav", [2, 3]),
    ("haven/tests/testthat/spss/labelled-num-na.sav", [2, 1]),
    ("haven/tests/testthat/spss/labelled-num.sav", [1, 1]),
    ("haven/tests/testthat/spss/labelled-str.sav", [2, 1]),
    ("haven/tests/testthat/spss/umlauts.sav", [4, 1]),
    ("haven/tests/testthat/spss/variable-label.sav", [1, 1]),
    ("haven/tests/testthat/stata/datetime-d.dta", [1, 1]),
    ("haven/tests/testthat/stata/notes.dta", [5, 4]),
    ("haven/tests/testthat/stata/tagged-na-double.dta", [8, 1]),
    ("haven/tests/testthat/stata/tagged-na-int.dta", [8, 1]),
    ("haven/tests/testthat/stata/types.dta", [2, 8]),
    ("pspp/data/CVE-2017-10791.sav", nil), ("pspp/data/CVE-2017-10792.sav", [10, 4]),
    ("pspp/data/hotel-encrypted.sav", nil), ("pspp/data/v13.sav", [2, 4]),
    ("pspp/data/v14.sav", [1, 4]), ("pspp/examples/horticulture.sav", [90, 2]),
    ("pspp/examples/hotel.sav", [17, 5]), ("pspp/examples/personnel.sav", [56, 6]),
    ("pspp/examples/physiology.sav", [40, 4]), ("pspp/examples/repairs.sav", [30, 5]),
    ("pspp/stats/llz.zsav", [4670, 18]), (basic + "hebrews.sav", [99, 1]),
    (basic + "ordered_category.sav", [4, 1]), (basic + "sample.dta", [5, 7]),
    (basic + "sample.sav", [5, 7]), (basic + "sample.zsav", [5, 7]),
    (basic + "sample_large.sav", [485, 7]), (basic + "sample_missing.sav", [7, 7]),
    (basic + "tegulu.sav", [1, 2]), (basic + "test_width.sav", [5, 4]),
    ("pyreadstat/test_data/missing_data/missing_char.sav", [2, 1]),
    ("pyreadstat/test_data/missing_data/missing_test.dta", [1, 9]),
    ("pyreadstat/test_data/missing_data/missing_test.sav", [2, 1]),
    ("pyreadstat/test_data/multiple_response/simple_alltypes.sav", [6, 12]),
    ("r-foreign/electric.sav", [240, 13]), ("r-foreign/testdata.sav", [5, 16]),
  ]

  private func read(_ path: String) throws -> SourceTable {
    try Program.readStatistics(Self.folder.appending(path: path).path)
  }

  @Test("are read whole, or refused", arguments: shapes)
  func readWhole(_ path: String, _ shape: [Int]?) throws {
    guard let shape else {
      let told = problems { _ = try read(path) }
      #expect(told.count == 1)
      told.forEach { expectWords($0) }
      return
    }
    let table = try read(path)
    table.expectSound()
    #expect([table.rowCount, table.columns.count] == shape)
  }

  @Test("are all tried")
  func all() {
    let files = SharedData.files(in: Self.folder, ending: ["sav", "zsav", "dta"])
    #expect(files.count == Self.shapes.count)
  }

  @Test(
    "hold the values of their twins",
    arguments: [
      (basic + "sample.sav", "sample.csv"), (basic + "sample.zsav", "sample.csv"),
      (basic + "sample.dta", "sample.csv"),
      (basic + "sample_missing.sav", "sample_missing_user.csv"),
    ])
  func twins(_ path: String, _ twin: String) throws {
    let csv = Self.folder.appending(path: Self.basic + twin).path
    let expected = try CSVReader().read(csv, as: DataDescription(file: csv), limits: FileLimits())
    let table = try read(path)
    #expect(table.columns.map(\.name) == expected.columns.map(\.name))
    #expect(table.rows == expected.rows.map { $0.map(asWeWriteIt) })
  }

  /// The twins have microseconds, hours of one digit, and `#NULL!`.
  private func asWeWriteIt(_ text: String) -> String {
    var text = text == "#NULL!" ? "" : text
    if text.hasSuffix(".000000") { text.removeLast(7) }
    return text.wholeMatch(of: #/\d:\d\d:\d\d/#) == nil ? text : "0" + text
  }

  @Test("say which values are no answers")
  func missing() throws {
    let table = try read(Self.basic + "sample_missing.sav")
    let missing = table.columns.map { $0.valueLabels.filter(\.isMissing).map(\.value).sorted() }
    #expect(missing[1] == ["-1", "2500"])
    #expect(missing[5] == ["-1", "-3"] || missing[5] == ["-1", "-2", "-3"])
    let char = try read("pyreadstat/test_data/missing_data/missing_char.sav").columns[0]
    #expect(char.values.texts == ["Z", "a"])
    #expect(char.valueLabels.filter(\.isMissing).map(\.value) == ["Z"])
    let tagged = try read("pyreadstat/test_data/missing_data/missing_test.dta")
    #expect(tagged.rows == [[".a", ".b", ".c", ".x", ".y", ".z", "", "", "1"]])
    #expect(tagged.columns[0].valueLabels.first?.label == "missing")
    #expect(
      tagged.columns[5].valueLabels == [SourceValueLabel(value: ".z", label: ".z", isMissing: true)]
    )
  }

  @Test("keep letters of other scripts")
  func scripts() throws {
    let umlauts = try read("haven/tests/testthat/spss/umlauts.sav").columns[0]
    #expect(umlauts.label == "This is an ä-umlaut")
    #expect(umlauts.valueLabels.contains { $0.label.contains("ä") })
    #expect(try read(Self.basic + "hebrews.sav").columns[0].name == "ותק_ב")
  }
}

/// The same survey as Stata file with codes, and as text with labels.
@Suite(
  "The British Crime Survey in two formats",
  .enabled(if: SharedData.has("bcs0708"), "../shared/data/bcs0708 is not here"))
struct TwoFormatsTests {
  @Test("holds the same answers")
  func same() throws {
    let folder = SharedData.shared.appending(path: "bcs0708")
    let stata = try Program.readStatistics(folder.appending(path: "bcs_0708.dta").path)
    let csv = folder.appending(path: "bcs0708.csv").path
    let text = try CSVReader().read(csv, as: DataDescription(file: csv), limits: FileLimits())
    #expect(stata.rowCount == 11_676)
    #expect(text.rowCount == 11_676)
    #expect(text.columns.count == 35)
    for column in text.columns {
      let other = try #require(stata.column(column.name), "\(column.name)")
      let labels = Dictionary(other.valueLabels.map { ($0.value, $0.label) }) { first, _ in first }
      let unlike = zip(column.values.texts, other.values.texts).count {
        !isSame($0, $1, labels)
      }
      // In `crimerat` the text lacks the 171 answers 5, "a lot less crime", of the Stata file.
      #expect(unlike == (column.name == "crimerat" ? 171 : 0), "\(column.name)")
    }
  }

  private func isSame(_ text: String, _ value: String, _ labels: [String: String]) -> Bool {
    if text == value || text == labels[value] { return true }
    guard let a = Double(text), let b = Double(value) else { return false }
    return abs(a - b) <= 1e-14 * abs(a)
  }
}
