import DisclosureControl
import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("A table as CSV")
struct CSVTableTests {
  private let publication = ExamplePublication.publication()

  private func written(_ table: ProtectedTable, _ language: Language = .swedish) -> [UInt8] {
    CSVTable().write(table, of: publication, in: language)
  }

  @Test("has one line a figure, and is read back by our own reader")
  func readBack() throws {
    let table = try #require(publication.table("unsafe-dark", by: ["area", "sex"]))
    let read = try readCSV(written(table), delimiter: ",")
    #expect(read.rowCount == 24)
    #expect(
      read.columns.map(\.name) == [
        "publication", "wave", "is_example", "subject", "subject_label", "area", "area_label",
        "sex", "sex_label", "statistic", "statistic_label", "measure", "value", "lower", "upper",
        "base_at_least", "base_at_most", "status",
      ])
    let first = table.rows[0]
    let value = try #require(first.headline.value)
    #expect(
      read.rows[0].prefix(12) == [
        "7", "2025", "true", "unsafe-dark", "Ute sent", "c", "Centrum", "k", "Kvinnor", "headline",
        "Otrygg", "proportion",
      ])
    #expect(Double(read.rows[0][12]) == value)
    #expect(
      read.rows[0].suffix(3) == [String(first.base.atLeast), String(first.base.atMost), "shown"])
  }

  @Test("tells of a hidden figure its status and no number")
  func hidden() throws {
    let table = try #require(publication.table("unsafe-dark", by: ["area", "sex"]))
    let read = try readCSV(written(table), delimiter: ",").rows
    let figures = table.rows.flatMap(\.figures)
    let statuses = Set(figures.map(\.status))
    #expect(statuses.isSuperset(of: [.shown, .tooFewAnswers]))
    for (line, figure) in zip(read, figures) {
      #expect(line[17] == figure.status.rawValue)
      #expect((line[12...14] == ["", "", ""]) == (figure.status != .shown))
    }
  }

  @Test("says everyone's figures, in the language asked for")
  func everyone() throws {
    let table = try #require(publication.table("unsafe-dark"))
    let text = String(decoding: written(table, .english), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(lines[1].contains("\"Out late\",\"headline\",\"Unsafe\",\"proportion\",0.227,"))
  }

  @Test(
    "runs no formula",
    arguments: ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "=cmd|' /C calc'!A0"])
  func formulas(_ text: String) {
    #expect(CSVTable().text(text).hasPrefix("\"'"))
  }

  @Test("leaves harmless text as it is")
  func texts() {
    #expect(CSVTable().text("16–24 år") == "\"16–24 år\"")
    #expect(CSVTable().text("a \"b\", c") == "\"a \"\"b\"\", c\"")
    #expect(CSVTable().text("") == "\"\"")
  }
}

@Suite("Rounded figures as text")
struct DecimalTextTests {
  @Test(
    "carry exactly their decimals",
    arguments: [
      (0.254, 3, "0.254"), (0.25, 2, "0.25"), (-0.5, 1, "-0.5"), (0, 2, "0.00"), (12, 0, "12"),
      (1.005, 2, "1.00"), (-0.001, 2, "0.00"), (99.95, 1, "100.0"), (0.07, 2, "0.07"),
    ] as [(Double, Int, String)])
  func texts(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(DecimalText.text(value, decimals: decimals) == text)
  }
}
