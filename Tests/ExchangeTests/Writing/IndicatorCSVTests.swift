import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("An indicator as CSV")
struct IndicatorCSVTests {
  private func table(_ language: Language) throws -> SourceTable {
    let bytes = IndicatorCSV().write(
      ExampleReport.report, of: ExampleReport.municipality, in: language)
    return try readCSV(bytes, delimiter: ",")
  }

  private func column(_ name: String, _ language: Language = .english) throws -> [String] {
    let table = try table(language)
    let place = try #require(table.columns.firstIndex { $0.name == name })
    return table.rows.map { $0[place] }
  }

  @Test("has a line for each value, and is read back by our own reader")
  func readBack() throws {
    #expect(try table(.english).rowCount == 4)
    #expect(try column("definition") == ["old", "old", "new", "new"])
    #expect(try column("period") == ["2019", "2020", "2023-Q2", "2024"])
    #expect(try column("municipality") == Array(repeating: "1290", count: 4))
    #expect(try column("is_example") == Array(repeating: "true", count: 4))
    #expect(try column("indicator_label")[0] == "Unsafe, \"quoted\"")
    #expect(try column("indicator_label", .swedish)[0] == "Unsafe åäö")
  }

  @Test("writes figures with the decimals of their definition, shares in [0, 1]")
  func figures() throws {
    #expect(try column("value") == ["2", "-2", "0.45", "0.438"])
    #expect(
      try column("unit") == ["areas, \"quoted\"", "areas, \"quoted\"", "proportion", "proportion"])
    // 0.4375 ± 1.959964 · 0.02, with one decimal more, and the error with two.
    #expect(try column("lower") == ["", "", "", "0.3983"])
    #expect(try column("upper") == ["", "", "", "0.4767"])
    #expect(try column("standard_error") == ["", "", "", "0.02"])
    let text = String(
      decoding: IndicatorCSV().write(
        ExampleReport.report, of: ExampleReport.municipality, in: .english), as: UTF8.self)
    #expect(text.contains(",0.450,,,,\"untold\","))
    #expect(text.contains(",0.438,0.02000,0.3983,0.4767,\"sampled\","))
    #expect(try column("uncertainty") == ["counted", "counted", "untold", "sampled"])
  }

  @Test("tells where each value is from, and what it was before")
  func provenance() throws {
    #expect(try column("source") == ["stated", "stated", "stated", "kolada"])
    #expect(try column("table").last == "N07403")
    #expect(try column("retrieved_at").last == "2025-11-22T20:45:00Z")
    #expect(try column("revised_from") == ["", "", "", "0.5"])
  }

  @Test(
    "lets no spreadsheet take a name for a formula", arguments: ["=1+1", "+A1", "-1", "@x", "\t=1"])
  func formulas(name: String) throws {
    var report = ExampleReport.report
    report.indicator.name = LocalisedText(sv: name, en: name)
    let bytes = IndicatorCSV().write(report, of: ExampleReport.municipality, in: .english)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains(",\(name),") && !text.contains(",\"\(name)\","))
    #expect(text.contains("'\(name)"))
  }
}
