import Foundation
import Testing

/// A real survey, in text and in Stata's format, from its study file to figures that R computed.
///
/// The figures are those of R survey 4.1 with `svydesign(ids = ~1, weights = ~tcindwt)`, in
/// `reference_R_survey.txt` beside the data. The data are not part of the repository.
@Suite(.enabled(if: StudyProgram.hasCrimeSurvey, "the survey's data are not beside the repository"))
struct BritishCrimeSurveyTests {
  static let formats = ["csv", "dta"]

  @Test(arguments: formats) func theStudyHasNoErrors(_ format: String) throws {
    let outcome = try StudyProgram.run(["study", "check", StudyProgram.study(format)])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("11,676 answers"))
    #expect(outcome.text.contains("16 rows without a weight"))
  }

  @Test(arguments: formats) func unsafeAfterDarkIsWhatRComputed(_ format: String) throws {
    let tables = try estimates(format, "unsafe-dark")
    let bySex = try #require(tables.first { $0.by == ["sex"] })
    let women = try #require(bySex.headline("women"))
    let men = try #require(bySex.headline("men"))
    #expect(abs(women.value - 0.46221749) < 5e-9)
    #expect(abs(women.standardError - 0.0077101375) < 5e-11)
    #expect(abs(men.value - 0.19078586) < 5e-9)
    #expect(abs(men.standardError - 0.0066172850) < 5e-11)
    let difference = try #require(bySex.differences.first { $0.statistic == "headline" })
    #expect(abs(abs(difference.difference) - 0.271432) < 5e-7)
    let ends = [abs(difference.lower), abs(difference.upper)].sorted()
    #expect(abs(ends[0] - 0.25151752) < 5e-6 && abs(ends[1] - 0.29134574) < 5e-6)
    let byArea = try #require(tables.first { $0.by == ["area"] })
    #expect(abs(try #require(byArea.headline("rural")).value - 0.19399327) < 5e-9)
  }

  @Test(arguments: formats) func victimsAreWhatRComputed(_ format: String) throws {
    let everyone = try #require(try estimates(format, "victim").first { $0.by.isEmpty })
    let victims = try #require(everyone.estimates.first { $0.statistic == "headline" })
    #expect(victims.base == 11_660)
    #expect(abs(victims.value - 0.22155672) < 5e-9)
    #expect(abs(victims.standardError - 0.0048934053) < 5e-11)
  }

  @Test func bothStudiesAreTheSameButForTheFile() throws {
    let texts = try Self.formats.map {
      try String(contentsOf: URL(filePath: StudyProgram.study($0)), encoding: .utf8)
        .split(separator: "\n")
    }
    #expect(zip(texts[0], texts[1]).filter { $0 != $1 }.map { $0.0 }.count == 1)
    #expect(texts[0].count == texts[1].count)
  }

  @Test(arguments: ["bcs0708.csv", "bcs_0708.dta"], ["sv", "en"])
  func aDraftPassesTheCheck(_ file: String, _ language: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "draft-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let study = folder.appending(path: "study.yaml").path
    let data = StudyProgram.crimeSurvey.appending(path: file).path
    let drafted = try StudyProgram.run(
      ["study", "draft", data, "--output", study, "--language", language])
    #expect(drafted.status == 0, "\(drafted.text)")
    let checked = try StudyProgram.run(["study", "check", study, "--language", language])
    #expect(checked.status == 0, "\(checked.text)")
    let text = try String(contentsOf: URL(filePath: study), encoding: .utf8)
    #expect(text.contains("weight: tcindwt") && text.contains("id: rowlabel"))
    #expect(text.contains("column: rural2\n    role: area"))
    #expect(!text.contains("⟦"))
    let again = try StudyProgram.run(["study", "draft", data, "--output", study])
    #expect(again.status == 1)
  }

  private func estimates(_ format: String, _ item: String) throws -> [EstimateTable] {
    let outcome = try StudyProgram.run([
      "estimate", StudyProgram.study(format), "--items", item, "--by", "sex", "--by", "area",
      "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(EstimateFile.self, from: Data(outcome.output.utf8)).tables
  }
}

private struct EstimateFile: Decodable { var tables: [EstimateTable] }

private struct EstimateTable: Decodable {
  struct Figure: Decodable {
    var domain: [String]
    var statistic: String
    var value: Double
    var standardError: Double
    var base: Int
  }
  struct Pair: Decodable {
    var statistic: String
    var difference: Double
    var lower: Double
    var upper: Double
  }
  var by: [String]
  var estimates: [Figure]
  var differences: [Pair]

  func headline(_ domain: String) -> Figure? {
    estimates.first { $0.domain == [domain] && $0.statistic == "headline" }
  }
}

/// The program beside the tests, run on the survey beside the repository.
private enum StudyProgram {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    var text: String { output + errors }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let crimeSurvey = root.deletingLastPathComponent().appending(path: "shared/data/bcs0708")
  static var hasCrimeSurvey: Bool { FileManager.default.fileExists(atPath: crimeSurvey.path) }

  static func study(_ format: String) -> String {
    root.appending(path: "Tests/EndToEndTests/Fixtures/bcs0708/\(format).yaml").path
  }

  static func run(_ arguments: [String]) throws -> Outcome {
    let named = ProcessInfo.processInfo.environment["TRYGGHET_PROGRAM"]
    let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["output", "errors"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL =
      named.map { URL(filePath: $0, relativeTo: root) }
      ?? root.appending(path: ".build/debug/trygghet")
    process.arguments = arguments + (arguments.contains("--language") ? [] : ["--language", "en"])
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
