import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite struct YamlStudyWriterTests {
  private func roundTrip(_ study: Study, remarks: [String: [String]] = [:]) throws -> Study {
    let text = YamlStudyWriter().write(study, remarks: remarks)
    return try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "written.yaml").study
  }

  @Test func aWrittenStudyIsReadBackAsItWas() throws {
    let good = try String(
      contentsOf: FaultyStudy.folder.appendingPathComponent("good.yaml"), encoding: .utf8)
    for text in [try Handbook.example("study"), good] {
      let study = try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "a.yaml").study
      #expect(try roundTrip(study) == study)
    }
  }

  @Test func allDerivedVariablesAreReadBack() throws {
    let text = try Handbook.example("study")
    var study = try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "a.yaml").study
    study.derived = [
      DerivedVariable(
        name: "a", rule: .recode(column: "x: y", to: [RecodedValue(from: ["1", ""], to: "no")])),
      DerivedVariable(name: "b", rule: .cut(column: "age", edges: [0.5, 2, 1e6])),
      DerivedVariable(name: "c", rule: .any(columns: ["a", "#b"], values: ["1", "ja, tack"])),
      DerivedVariable(name: "d", rule: .all(columns: ["a", "b"], values: ["~"])),
    ]
    #expect(try roundTrip(study) == study)
  }

  /// Words that other readers take for something else, and characters with a meaning in YAML.
  @Test(arguments: [
    "a: b", "# no comment", "- dash", "no", "null", "~", "\"quoted\"", "it's", "[x]", "{y}", "a\nb",
    "tab\there", "\u{0}\u{7}\u{1b}[2J", "line\u{2028}break", "& and *", "100 %", " blanks ",
    "å ä ö 🙂",
    "'", "\\", "trailing:", "%", "@x", "`x`", "!tag", "| block", "> fold", "?", "= x", "1.0",
    "0x1f",
  ]) func hostileWordsAreReadBack(_ text: String) throws {
    let base = try Handbook.example("study")
    var study = try YamlStudyFile().readStudy(bytes: Array(base.utf8), file: "a.yaml").study
    study.title = LocalisedText(["sv": text])
    study.items[0].categories[0].fileValues = [text]
    study.data.idColumn = text
    study.items[0].missing = [text + "!"]
    let remarks = ["": [text], "items": [text + "\nsecond: line"]]
    #expect(try roundTrip(study, remarks: remarks) == study)
  }
}
