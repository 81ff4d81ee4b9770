import Exchange
import Foundation
import SafetyModel
import Testing
import Workflows

@Suite("SPSS and Stata files")
struct StatisticsFileReaderTests {
  static let fixtures = ["answers.sav", "answers.zsav", "answers.dta"]

  private func read(_ name: String) throws -> SourceTable {
    try Program.readStatistics(SharedData.fixtures.appending(path: name).path)
  }

  @Test("give names, labels and values", arguments: fixtures)
  func values(_ name: String) throws {
    let table = try read(name)
    table.expectSound()
    #expect(table.rowCount == 40)
    #expect(
      table.columns.map(\.name) == [
        "id", "area", "sex", "unsafe", "weight", "answered", "comment",
      ])
    #expect(table.column("area")?.label == "Område")
    #expect(table.rows[0].dropLast(2) == ["1000", "1", "M", "1", "0.5"])
    #expect(table.rows[1][4...] == ["0.5625", "2025-09-02", ""])
    #expect(table.rows[4].last == "Mörkt vid Åvägen 4")
    #expect(
      table.column("area")?.valueLabels == [
        SourceValueLabel(value: "1", label: "Centrum"),
        SourceValueLabel(value: "2", label: "Åkervången"),
        SourceValueLabel(value: "3", label: "Östra hamnen"),
      ])
  }

  @Test("keep what was answered instead of an answer, and say so", arguments: fixtures)
  func missing(_ name: String) throws {
    let column = try #require(try read(name).column("unsafe"))
    let codes = name.hasSuffix("dta") ? [".a", ".b"] : ["8", "9"]
    #expect(column.values.texts.prefix(6) == ["1", "2", "3", codes[0], codes[1], ""])
    let missing = column.valueLabels.filter(\.isMissing)
    #expect(Set(missing.map(\.value)) == Set(codes))
    #expect(Set(missing.map(\.label)) == ["Vet ej", "Ej svar"])
    #expect(column.valueLabels.count == 5)
  }

  @Test("give text values their labels", arguments: ["answers.sav", "answers.zsav"])
  func textLabels(_ name: String) throws {
    let labels = try read(name).column("sex")?.valueLabels ?? []
    #expect(Set(labels.map { "\($0.value)=\($0.label)" }) == ["K=Kvinna", "M=Man"])
  }

  @Test("are refused over the limits")
  func limits() {
    let path = SharedData.fixtures.appending(path: "answers.zsav").path
    let cases: [(FileLimits, String)] = [
      (FileLimits(rows: 39), "file.tooManyRows"), (FileLimits(columns: 6), "file.tooManyColumns"),
      (FileLimits(bytes: 100), "file.tooLarge"),
      (FileLimits(bytes: 2500), "statfile.tooLargeInside"),
    ]
    for (limits, key) in cases {
      let told = problems { _ = try Program.readStatistics(path, limits: limits) }
      #expect(told.map(\.key) == [key])
      told.forEach { expectWords($0) }
    }
  }

  @Test("are refused when they are something else than their ending says")
  func kind() throws {
    let folder = try TemporaryFolder()
    let zsav = try Data(contentsOf: SharedData.fixtures.appending(path: "answers.zsav"))
    let wrong = [
      try folder.write(Array(zsav), as: "a.dta"),
      try folder.write(Array("id,area\n1,2\n".utf8), as: "b.sav"),
      try folder.write([0x72, 0x01], as: "c.dta"),
    ]
    for path in wrong {
      let told = problems { _ = try Program.readStatistics(path) }
      #expect(told.map(\.key) == ["statfile.wrongKind"])
      told.forEach { expectWords($0) }
    }
    let none = problems { _ = try Program.readStatistics(folder.url.path + "/none.sav") }
    #expect(none.map(\.key) == ["file.notFound"])
  }

  @Test("are refused when they are cut off", arguments: fixtures)
  func cutOff(_ name: String) throws {
    let folder = try TemporaryFolder()
    let whole = try Data(contentsOf: SharedData.fixtures.appending(path: name))
    for part in [0.1, 0.5, 0.9] {
      let path = try folder.write(
        Array(whole.prefix(Int(Double(whole.count) * part))), as: "cut-\(name)")
      let told = problems { _ = try Program.readStatistics(path) }
      #expect(told.count == 1)
      told.forEach { expectWords($0) }
    }
  }
}
