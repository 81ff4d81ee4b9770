import Foundation
import Testing

/// A study of invented answers that R has estimated too, with R's figures: both are the engine's.
///
/// R: `svydesign`, survey 4.5.
final class SafetyStudy {
  private static let golden = Program.root
    .appending(path: "Engine/Tests/SurveyStatisticsTests/Golden")

  /// A sample of the invented answers.
  enum Sample: String {
    case stratified = "safety_strat"
    /// Primary units, and units within them.
    case stages = "variant_stages"

    var data: String { self == .stratified ? "safety_dev" : rawValue }

    var design: String {
      switch self {
      case .stratified: "{weight: weight, strata: [stratum], population-sizes: [Nh]}"
      case .stages:
        "{weight: weight, strata: [stratum], clusters: [psu, unit], population-sizes: [Mh, size]}"
      }
    }
  }

  private let sample: Sample
  private let directory: URL
  private let file: URL

  init(_ sample: Sample = .stratified) throws {
    self.sample = sample
    directory = FileManager.default.temporaryDirectory
      .appending(path: "safety-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.golden.appending(path: "data/\(sample.data).csv"),
      to: directory.appending(path: "data.csv"))
    file = directory.appending(path: "study.yaml")
    try Data(Self.text(sample.design).utf8).write(to: file)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// The lines that a command writes as csv, after the notice and the head.
  func lines(
    _ command: String, _ arguments: String..., contrasts: [String] = []
  ) throws -> [[String]] {
    let outcome = try Program.run(
      [command, file.path, "--format", "csv"] + arguments
        + contrasts.map { "--contrast=" + $0 })
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").dropFirst(2)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// What R gave, by a part of the name of the case.
  func figures(_ name: String) throws -> [String: Any] {
    let bytes = try Data(contentsOf: Self.golden.appending(path: "\(sample.rawValue).json"))
    let whole = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    let cases = try #require(whole?["cases"] as? [[String: Any]])
    let found = cases.first { ($0["id"] as? String)?.contains(name) == true }
    return try #require(found?["results"] as? [String: Any])
  }

  private static func text(_ design: String) -> String {
    """
    study: safety
    series: safety
    wave: 2026
    title: {en: Safety}
    population: {en: Everyone}
    data: {file: data.csv}
    design: \(design)
    derived:
      second: {recode: {column: sex, to: [{from: [1, 3], to: 0}, {from: [2], to: 1}]}}
    dimensions:
    \(dimension("area", 1...6))
    \(dimension("sex", 1...3))
    \(dimension("age", 1...3))
    \(dimension("year", 2025...2026))
    \(dimension("second", 0...1))
    topics: {topic: {en: Topic}}
    items:
    \(item("unsafe", 1...4, yes: 4))
    \(item("victim", 0...1, yes: 1))
    publish: {}
    """
  }

  private static func values(_ range: ClosedRange<Int>) -> String {
    range.map { "{code: \"\($0)\", values: [\($0)], label: {en: \"No. \($0)\"}}" }
      .joined(separator: ", ")
  }

  private static func dimension(_ name: String, _ range: ClosedRange<Int>) -> String {
    "  \(name): {column: \(name), label: {en: \(name)}, values: [\(values(range))]}"
  }

  private static func item(_ name: String, _ range: ClosedRange<Int>, yes: Int) -> String {
    "  \(name): {column: \(name), question: {en: \(name)}, label: {en: \(name)}, topic: topic, "
      + "categories: [\(values(range))], headline: {categories: [\"\(yes)\"], label: {en: yes}}}"
  }
}
