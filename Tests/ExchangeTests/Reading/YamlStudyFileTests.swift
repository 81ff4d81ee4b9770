import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite struct YamlStudyFileTests {
  @Test func theHandbooksStudyIsRead() throws {
    let text = try Handbook.example("study")
    let document = try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "study.yaml")
    let study = document.study
    #expect(study.code == "trygghet-2025")
    #expect(study.wave == 2025)
    #expect(study.fieldPeriod?.to == Day("2025-11-09"))
    #expect(study.data.decimalMark == ",")
    #expect(study.design.populationSizeColumns == ["stratum_size"])
    #expect(study.dimensions.map(\.code) == ["area", "sex", "age"])
    #expect(study.items[0].categories[1].fileValues == ["2", "Ganska trygg"])
    #expect(study.items[2].headline.categories == ["yes"])
    #expect(study.indices[0].scaleMax == 6)
    #expect(study.derived[0].rule == .cut(column: "age", edges: [16, 25, 65, 86]))
    #expect(study.publish.breakdowns == [["area"], ["sex"], ["age"], ["area", "sex"]])
  }

  @Test func positionsPointAtValues() throws {
    let text = try Handbook.example("study")
    let document = try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "study.yaml")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let column = try #require(document.position(of: "items.unsafe-dark.column"))
    #expect(lines[column.line - 1].dropFirst(column.column - 1).hasPrefix("q12"))
    let area = try #require(document.position(of: "dimensions.area"))
    #expect(lines[area.line - 1].dropFirst(area.column - 1).hasPrefix("area:"))
    let value = try #require(document.position(of: "dimensions.sex.values.men"))
    #expect(lines[value.line - 1].contains("code: men"))
  }

  @Test func theHandbooksDerivedVariablesAreRead() throws {
    let whole = try Handbook.example("study")
    let start = try #require(whole.range(of: "derived:\n"))
    let end = try #require(whole.range(of: "items:\n"))
    let text =
      whole[..<start.lowerBound] + (try Handbook.example("derived"))
      + whole[end.lowerBound...]
    let study = try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "study.yaml").study
    #expect(study.derived.count == 4)
    #expect(
      study.derived[0].rule
        == .recode(
          column: "educ",
          to: [
            RecodedValue(from: ["1", "2"], to: "low"), RecodedValue(from: ["3", "4"], to: "high"),
          ]))
    #expect(study.derived[3].rule == .all(columns: ["q40", "q41"], values: ["1"]))
  }

  @Test func theHandbooksCalibrationIsRead() throws {
    let whole = try Handbook.example("study")
    let start = try #require(whole.range(of: "design:\n"))
    let end = try #require(whole.range(of: "dimensions:\n"))
    let text =
      whole[..<start.lowerBound] + (try Handbook.example("calibration")) + "\n"
      + whole[end.lowerBound...]
    let document = try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "study.yaml")
    #expect(document.formProblems.isEmpty)
    let design = document.study.design
    #expect(design.calibration.map(\.code) == ["area", "sex"])
    #expect(design.calibration[0].totals[1] == MarginTotal(value: "2", total: 8700))
    #expect(design.replicates == .bootstrap(count: 500, seed: 1))
    // Written and read again it is the same.
    let written = YamlStudyWriter().write(document.study, remarks: [:])
    let again = try YamlStudyFile().readStudy(bytes: Array(written.utf8), file: "written.yaml")
    #expect(again.study.design == design)
  }

  @Test func theHandbooksMunicipalityIsRead() throws {
    let text = try Handbook.example("municipality")
    let (municipality, goal) = try YamlMunicipalityFile().readMunicipality(
      bytes: Array(text.utf8), file: "municipality.yaml")
    #expect(municipality.code == "1290")
    #expect(municipality.contact?.email == "trygghet@kristianstad.example")
    #expect(goal?.indicators.map(\.code) == ["unsafe-dark", "reported-offences"])
    let unsafe = try #require(goal?.indicators.first)
    #expect(unsafe.definition?.source == .survey(series: "trygghet", subject: "unsafe-dark"))
    #expect(unsafe.target == IndicatorTarget(value: 0.2, year: 2028))
    #expect(unsafe.interimTargets.map(\.year) == [2026])
    #expect(unsafe.requiredBreakdowns == [.sex, .age, .background, .area])
    let offences = try #require(goal?.indicators.last)
    #expect(offences.definitions.map(\.source.kind) == [.register, .register])
    #expect(offences.definition?.values.map(\.year) == [2023, 2024])
    #expect(offences.definitions[0].ending?.overlap.map(\.after) == [7990])
    #expect(goal?.actions[0].progress == 0.4)
  }
}

/// The examples in the handbook, by the word after `yaml` on the opening line of the block.
enum Handbook {
  static func example(_ name: String) throws -> String {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/handbook/study-file.md").standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.range(of: "```yaml \(name)\n"))
    let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
    return String(text[start.upperBound..<end.lowerBound])
  }
}
