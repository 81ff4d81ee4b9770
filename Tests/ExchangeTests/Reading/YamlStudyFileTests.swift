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

  @Test func scoresMakeTheScale() throws {
    let text = try Handbook.example("study")
      .replacing("scale-max: 6", with: "scores: [0, 1, 3, 7.5]")
    let index = try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "study.yaml")
      .study.indices[0]
    #expect(index.scores == [0, 1, 3, 7.5] && index.scaleMax == 7.5)
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

  /// The handbook's study with another design section.
  private func document(design: String) throws -> StudyDocument {
    let whole = try Handbook.example("study")
    let start = try #require(whole.range(of: "design:\n"))
    let end = try #require(whole.range(of: "dimensions:\n"))
    let text = whole[..<start.lowerBound] + design + "\n" + whole[end.lowerBound...]
    return try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "study.yaml")
  }

  /// Written and read again it is the same.
  private func rewritten(_ study: Study) throws -> DesignDescription {
    let written = YamlStudyWriter().write(study, remarks: [:])
    return try YamlStudyFile().readStudy(bytes: Array(written.utf8), file: "written.yaml")
      .study.design
  }

  @Test func theHandbooksCalibrationIsRead() throws {
    let document = try document(design: Handbook.example("calibration"))
    #expect(document.formProblems.isEmpty)
    let design = document.study.design
    #expect(design.calibration?.method == .raking)
    #expect(design.calibration?.margins.map(\.code) == ["area", "sex"])
    #expect(
      design.calibration?.margins[0].totals[1] == MarginTotal(value: "2", total: 8700))
    #expect(design.replicates == .bootstrap(count: 500, seed: 1))
    #expect(try rewritten(document.study) == design)
  }

  @Test func theHandbooksWeightingIsRead() throws {
    let document = try document(design: Handbook.example("weighting"))
    #expect(document.formProblems.isEmpty)
    let design = document.study.design
    let calibration = try #require(design.calibration)
    #expect(calibration.method == .logit && calibration.bounds == [0.4, 2.5])
    #expect(calibration.level == .cluster && calibration.margins[0].columns == ["area", "sex"])
    #expect(
      calibration.numbers == [
        CalibrationNumber(code: "income", column: "income", total: 5_400_000)
      ])
    #expect(
      design.nonresponse
        == NonresponseDescription(column: "answered", values: ["yes"], by: ["stratum", "sex"]))
    #expect(
      design.trimming == TrimmingDescription(least: 2, largest: 60, isStrict: true))
    guard case .given(let given)? = design.replicates else {
      Issue.record("no replicates")
      return
    }
    #expect(given.columns.count == 16 && given.columns.last == "rw16")
    #expect(given.kind == .fay && !given.isCombined && given.isAroundEstimate)
    #expect(abs(given.usedScale - 1 / (16 * 0.49)) < 1e-15)
    #expect(try rewritten(document.study) == design)
  }

  @Test(
    "A weighting that cannot be meant is told with its place",
    arguments: [
      (
        "calibration: {method: logit, margins: {a: {column: x, totals: {1: 2}}}}",
        "study.logitNeedsBounds"
      ),
      (
        "calibration: {bounds: [2, 1], margins: {a: {column: x, totals: {1: 2}}}}",
        "study.badBounds"
      ),
      ("calibration: {method: linear}", "study.nothingToReach"),
      (
        "calibration: {method: greg, margins: {a: {column: x, totals: {1: 2}}}}",
        "yaml.unknownChoice"
      ),
      ("calibration: {a: {column: x, totals: {1: 2}}}", "yaml.unknownKey"),
      (
        "calibration: {method: post-stratification, numbers: {a: {column: x, total: 2}}}",
        "study.onlyOneMargin"
      ),
      ("trimming: {least: 5, largest: 2}", "study.badTrimming"),
      ("nonresponse: {column: answered, values: [1]}", "yaml.missingKey"),
      ("replicates: {type: JKn, columns: [a, b]}", "study.jknNeedsFactors"),
      ("replicates: {columns: [a, b], factors: [1]}", "study.badFactors"),
      ("replicates: {columns: [a, b], scale: 0}", "study.badScale"),
      ("replicates: {type: BRR, columns: [a, b], rho: 0.3}", "study.badRho"),
      ("replicates: {columns: [rw3..rw1]}", "study.badRun"),
    ])
  func refused(line: String, key: String) throws {
    let problems = try document(design: "design:\n  weight: w\n  \(line)").formProblems
    #expect(problems.contains { $0.key == key }, "\(problems.map(\.key))")
    #expect(problems.allSatisfy { $0.position != nil })
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
