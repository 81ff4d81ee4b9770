import Foundation
import SafetyModel
import Testing
import Texts
import Workflows

@testable import Exchange

/// Handmade faults in a study, its data and its areas; each must be told as it is, where it is.
@Suite struct FaultyStudyTests {
  /// One fault: a text to replace in a good file, or another file altogether, and what to be told.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    /// `study`, `data` or `areas`.
    var file: String
    var find: String?
    var replace: String?
    var text: String?
    var key: String
    var line: Int?
    var column: Int?
    var rows: [Int]?
    var variable: String?
    var warning: Bool?
    var testDescription: String { name }
    var isOfTheForm: Bool { Self.isOfTheForm(key) }
    static func isOfTheForm(_ key: String) -> Bool {
      key.hasPrefix("yaml.") || key.hasPrefix("study.")
    }
  }

  static let cases: [Case] = {
    let data = try? Data(contentsOf: FaultyStudy.folder.appendingPathComponent("cases.json"))
    return data.flatMap { try? JSONDecoder().decode([Case].self, from: $0) } ?? []
  }()

  @Test func thereAreManyCases() { #expect(Self.cases.count >= 60) }

  @Test func theGoodStudyIsGood() throws {
    let study = try FaultyStudy()
    defer { study.remove() }
    let problems = study.problems()
    #expect(problems.isEmpty, "\(problems.map(\.key))")
  }

  @Test(arguments: cases) func aFaultIsTold(_ fault: Case) throws {
    let study = try FaultyStudy()
    defer { study.remove() }
    try study.write(fault.file, find: fault.find, replace: fault.replace, text: fault.text)
    let problems = study.problems()
    let told = problems.first { problem in
      problem.key == fault.key && (fault.line == nil || problem.position?.line == fault.line)
    }
    guard let told else {
      Issue.record("told instead: \(problems.map { "\($0.key) \($0.position as Any)" })")
      return
    }
    #expect(told.position?.column == fault.column || fault.column == nil)
    #expect(told.severity == (fault.warning == true ? .warning : .error))
    if let rows = fault.rows { #expect(told.rows == rows) }
    if let variable = fault.variable { #expect(told.variable == variable) }
    #expect(told.file != nil)
  }

  @Test(arguments: cases.filter { $0.file == "study" && $0.isOfTheForm })
  func aFaultInTheFormIsToldWithoutWhatFollowsFromIt(_ fault: Case) throws {
    let study = try FaultyStudy()
    defer { study.remove() }
    try study.write(fault.file, find: fault.find, replace: fault.replace, text: fault.text)
    #expect(study.problems().filter { !Case.isOfTheForm($0.key) }.map(\.key) == [])
  }

  @Test func faultsInTheFormHideNoFaultsInTheData() throws {
    let study = try FaultyStudy()
    defer { study.remove() }
    try study.write("study", find: "arena: home", replace: "arena: street", text: nil)
    try study.write("study", find: "column: q13", replace: "column: q31", text: nil)
    try study.write(
      "study", find: "items: [unsafe-dark, unsafe-home]", replace: "items: [x]", text: nil)
    try study.write("data", find: "1001;1;K", replace: "1001;1;X", text: nil)
    #expect(
      study.problems().map(\.key) == [
        "check.unlabelled", "yaml.unknownChoice", "check.unknownColumn",
      ])
  }

  /// Every problem has words in every language, with all placeholders filled.
  @Test(arguments: cases) func aFaultHasWords(_ fault: Case) throws {
    let study = try FaultyStudy()
    defer { study.remove() }
    try study.write(fault.file, find: fault.find, replace: fault.replace, text: fault.text)
    for problem in study.problems() {
      var arguments = problem.arguments.mapValues { _ in "x" }
      arguments["rows"] = "1"
      if problem.variable != nil { arguments["variable"] = "x" }
      for texts in Texts.all {
        for key in ["problem.\(problem.key)", "problem.\(problem.key).advice"] {
          #expect(texts.has(key), "\(key)")
          #expect(
            !texts(key, arguments).contains { "{}⟦".contains($0) } || key.hasPrefix("problem.yaml"))
        }
      }
    }
  }
}

/// A good study in a directory of its own, to be made faulty.
struct FaultyStudy {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/faulty")
  private static let names = ["study": "good.yaml", "data": "good.csv", "areas": "areas.geojson"]

  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("faulty-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    for name in Self.names.values {
      try FileManager.default.copyItem(
        at: Self.folder.appendingPathComponent(name), to: directory.appendingPathComponent(name))
    }
  }

  func remove() { try? FileManager.default.removeItem(at: directory) }

  func write(_ file: String, find: String?, replace: String?, text: String?) throws {
    let url = directory.appendingPathComponent(try #require(Self.names[file]))
    var content = try text ?? String(contentsOf: url, encoding: .utf8)
    if let find, let replace {
      let place = try #require(content.range(of: find))
      content.replaceSubrange(place, with: replace)
    }
    try Data(content.utf8).write(to: url)
  }

  /// Everything that reading and checking the study tells.
  func problems() -> [Problem] {
    let readers = FileReaders(
      studies: YamlStudyFile(), data: [CSVReader()], areas: GeoJSONReader(),
      municipalities: YamlMunicipalityFile())
    do {
      let input = try StudyInput.read(
        directory.appendingPathComponent("good.yaml").path, with: readers)
      return StudyCheck(input).problems()
    } catch let problems as Problems {
      return problems.list
    } catch {
      Issue.record("another error: \(error)")
      return []
    }
  }
}
