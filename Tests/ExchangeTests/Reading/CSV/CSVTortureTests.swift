import Exchange
import Foundation
import SafetyModel
import Testing
import Workflows

/// Files that others collected to break readers of delimited text.
@Suite(
  "Delimited text that others wrote",
  .enabled(if: SharedData.has("csv_torture"), "../shared/data/csv_torture is not here"))
struct CSVTortureTests {
  private static let folder = SharedData.shared.appending(path: "csv_torture")

  /// What is refused, and why; everything else must give the values of the JSON beside it.
  static let refused: [String: String] = [
    "all-empty": "csv.emptyName 1:1",
    "bad-header-less-fields": "csv.fieldCount 2:1",
    "bad-header-more-fields": "csv.fieldCount 2:7",
    "bad-header-no-header": "file.empty",
    "bad-header-wrong-header": "csv.noRows 1:14",
    "bad-missing-quote": "csv.unclosedQuote 2:3",
    "bad-quotes-with-unescaped-quote": "csv.textAfterQuote 2:19",
    "bad-unescaped-quote": "csv.quoteInside 2:8",
    "header-no-rows": "csv.noRows 1:12",
    // Bare quotes are refused, as in `bad-unescaped-quote`, which is the same case.
    "location_coordinates": "csv.quoteInside 2:22",
  ]

  static var files: [URL] { SharedData.files(in: folder, ending: ["csv"]) }

  @Test("is read to the values beside it, or refused with its position", arguments: files)
  func values(_ file: URL) throws {
    let name = file.deletingPathExtension().lastPathComponent
    let read = {
      try CSVReader().read(file.path, as: DataDescription(file: ""), limits: FileLimits())
    }
    if let told = Self.refused[name] {
      #expect(problems { _ = try read() }.map(short) == [told])
      return
    }
    let table = try read()
    #expect(table.rows == (try expected(file, names: table.columns.map(\.name))))
  }

  @Test("is there")
  func count() { #expect(Self.files.count == 37) }

  /// The rows of the JSON twin: objects by name, or arrays with the header first; canonical.
  private func expected(_ file: URL, names: [String]) throws -> [[String]] {
    let folder = file.deletingLastPathComponent().deletingLastPathComponent()
    let twin = folder.appending(path: "json")
      .appending(path: file.deletingPathExtension().lastPathComponent + ".json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: twin))
    if let objects = json as? [[String: String]] {
      return objects.map { object in names.map { canonical(object[$0] ?? "?") } }
    }
    return try #require(json as? [[String]]).dropFirst().map { $0.map(canonical) }
  }

  /// A twin has the line breaks that its file had before the collection was copied.
  private func canonical(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
