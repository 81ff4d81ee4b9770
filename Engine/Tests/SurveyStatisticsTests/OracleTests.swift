import Foundation
import OracleCases
import Testing

/// Every figure that R survey gave for the oracle's cases, from the files in `Golden`.
///
/// The invented data set lies beside them. The others come with R's survey package, whose licence
/// is not ours: they are read from `../shared/oracle` beside the repository, where it is present.
@Suite("Agreement with R survey")
struct OracleTests {
  private static let golden = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden").path

  private static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("../shared/oracle").path

  static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: golden))?
    .filter { $0.hasSuffix(".json") }.sorted() ?? []

  @Test("there are golden files")
  func present() {
    #expect(Self.files.count == 33)
  }

  @Test("every figure is R's", arguments: files)
  func figures(file: String) throws {
    var cache = DesignCache()
    let cases = try OracleCase.load("\(Self.golden)/\(file)")
    #expect(!cases.isEmpty)
    for oracle in cases {
      guard let directory = Self.directory(holding: oracle.dataset) else {
        print("skipped \(oracle.id): \(oracle.dataset) comes with R survey and is not here")
        continue
      }
      let outcome = oracle.run(in: directory, cache: &cache)
      #expect(outcome.failure == nil, "\(outcome.line)")
    }
  }

  @Test("every figure is what R's own tests print, as far as they print it")
  func published() throws {
    var cache = DesignCache()
    let cases = try OracleCase.load("\(Self.golden)/published/survey.json")
    #expect(cases.count > 20)
    for oracle in cases {
      guard let directory = Self.directory(holding: oracle.dataset) else {
        print("skipped \(oracle.id): \(oracle.dataset) comes with R survey and is not here")
        continue
      }
      let outcome = oracle.run(in: directory, cache: &cache)
      #expect(outcome.failure == nil, "\(outcome.line)")
    }
  }

  @Test("a question in unknown words fails, and says so")
  func unknown() throws {
    let text = try String(contentsOfFile: "\(Self.golden)/safety_strat.json", encoding: .utf8)
    let broken = text.replacingOccurrences(of: "svymean(", with: "svy[[mean(")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try broken.write(to: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: path) }
    var cache = DesignCache()
    let cases = try OracleCase.load(path.path)
    let failures = cases.compactMap { $0.run(in: Self.golden, cache: &cache).failure }
    #expect(failures.contains { $0.hasPrefix("lacks the syntax") })
    #expect(failures.count < cases.count)
  }

  @Test("a wrong figure fails")
  func sensitivity() throws {
    let text = try String(contentsOfFile: "\(Self.golden)/safety_strat.json", encoding: .utf8)
    let broken = text.replacingOccurrences(of: "0.20029183077485124", with: "0.20029183277485124")
    #expect(broken != text)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try broken.write(to: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: path) }
    var cache = DesignCache()
    let first = try #require(try OracleCase.load(path.path).first)
    #expect(first.run(in: Self.golden, cache: &cache).failure != nil)
  }

  private static func directory(holding dataset: String) -> String? {
    [golden, shared].first { FileManager.default.fileExists(atPath: "\($0)/\(dataset)") }
  }
}
