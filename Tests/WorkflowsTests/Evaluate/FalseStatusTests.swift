import Foundation
import NumericKernels
import SafetyModel
import Testing

@testable import Workflows

@Suite("When nothing changes")
struct FalseStatusTests {
  private static let repetitions = 20_000
  private static let seed: UInt64 = 2025

  struct Line: Sendable {
    var proportion: Double
    var respondents: Int
  }
  static let lines = [0.05, 0.25, 0.5].flatMap { proportion in
    [300, 1000, 4800].map { Line(proportion: proportion, respondents: $0) }
  }

  /// A sample's proportion, drawn person by person.
  private func draw(_ line: Line, _ random: inout SeededRandom) -> Double {
    var count = 0
    for _ in 0..<line.respondents where random.uniform() < line.proportion { count += 1 }
    return Double(count) / Double(line.respondents)
  }

  private func indicator(_ line: Line, _ first: Double, _ second: Double, threshold: Double?)
    -> Indicator
  {
    func stated(_ year: Int, _ p: Double) -> StatedValue {
      let n = Double(line.respondents)
      return StatedValue(
        period: .year(year), value: p, standardError: (p * (1 - p) / (n - 1)).squareRoot(),
        base: line.respondents)
    }
    var definition = InventedIndicators.definition("now", [], unit: .proportion)
    definition.values = [stated(2021, first), stated(2022, second)]
    return InventedIndicators.indicator([definition], threshold: threshold)
  }

  private func kind(_ indicator: Indicator) -> IndicatorStatus.Kind {
    InventedIndicators.report(indicator).status.kind
  }

  /// The rows of the method page; RECORD_GOLDEN=1 writes them into it.
  @Test("better or worse is wrongly told at most five times in a hundred")
  func simulation() throws {
    var random = SeededRandom(seed: Self.seed)
    var rows = ""
    for line in Self.lines {
      var (better, worse, withThreshold) = (0, 0, 0)
      for _ in 0..<Self.repetitions {
        let (first, second) = (draw(line, &random), draw(line, &random))
        switch kind(indicator(line, first, second, threshold: nil)) {
        case .certainlyBetter: better += 1
        case .certainlyWorse: worse += 1
        default: break
        }
        let kind = kind(indicator(line, first, second, threshold: 0.02))
        if kind == .certainlyBetter || kind == .certainlyWorse { withThreshold += 1 }
      }
      let total = Double(Self.repetitions)
      let together = Double(better + worse) / total
      // Three standard errors of the simulation itself.
      #expect(together <= 0.05 + 3 * (0.05 * 0.95 / total).squareRoot(), "\(line)")
      #expect(Double(withThreshold) <= Double(better + worse))
      let parts = [better, worse, better + worse, withThreshold].map {
        (Double($0) / total * 100).formatted(
          .number.precision(.fractionLength(2))
            .locale(Locale(identifier: "en_US"))) + " %"
      }
      rows += "| \(line.proportion) | \(line.respondents) | \(parts.joined(separator: " | ")) |\n"
    }
    try compare(rows)
  }

  private func compare(_ rows: String) throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/methods/status.md").standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let mark =
      "| proportion | respondents | better | worse | together | together, threshold 0.02 |\n|---|---|---|---|---|---|\n"
    let start = try #require(text.range(of: mark))
    let end = try #require(text.range(of: "\nFor counts", range: start.upperBound..<text.endIndex))
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      let recorded = text[..<start.upperBound] + rows + text[end.lowerBound...]
      try recorded.write(to: page, atomically: true, encoding: .utf8)
      Issue.record("recorded \(page.lastPathComponent)")
      return
    }
    #expect(String(text[start.upperBound..<end.lowerBound]) == rows)
  }
}
