import Foundation
import NumericKernels
import SafetyModel
import Testing

@testable import Workflows

@Suite("When nothing changes")
struct FalseStatusTests {
  private static let repetitions = 40_000
  private static let seed: UInt64 = 2025

  struct Line: Sendable {
    var proportion: Double
    var respondents: Int
  }
  static let lines = [0.05, 0.25, 0.5].flatMap { proportion in
    [300, 1000, 4800].map { Line(proportion: proportion, respondents: $0) }
  }

  /// The probability of each number of answers, 0…n.
  private func probabilities(_ line: Line) -> [Double] {
    let (n, p) = (Double(line.respondents), line.proportion)
    var logarithms = [n * log(1 - p)]
    for k in 1...line.respondents {
      let k = Double(k)
      logarithms.append(logarithms[Int(k) - 1] + log((n - k + 1) / k) + log(p / (1 - p)))
    }
    return logarithms.map { exp($0) }
  }

  /// A sample's proportion, from where a uniform number falls among the sums of probabilities.
  private func draw(_ line: Line, _ sums: [Double], _ random: inout SeededRandom) -> Double {
    let uniform = random.uniform()
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > uniform { high = middle } else { low = middle + 1 }
    }
    return Double(low) / Double(line.respondents)
  }

  /// The rate without any chance in it: the probabilities of all pairs of samples that the rule
  /// calls a certain change.
  private func exact(_ line: Line, _ probabilities: [Double]) -> Double {
    let likely = probabilities.indices.filter { probabilities[$0] > 1e-10 }
    let points = likely.map { count in
      IndicatorPoint(
        stated(line, 2021, Double(count) / Double(line.respondents)), counted: false,
        proportion: true)
    }
    var rate = 0.0
    for (a, first) in zip(likely, points) {
      for (b, second) in zip(likely, points) {
        guard
          case .sampled(_, _, _, true) = IndicatorChange(from: first, to: second).certainty
        else { continue }
        rate += probabilities[a] * probabilities[b]
      }
    }
    return rate
  }

  private func stated(_ line: Line, _ year: Int, _ p: Double) -> StatedValue {
    let n = Double(line.respondents)
    return StatedValue(
      period: .year(year), value: p, standardError: (p * (1 - p) / (n - 1)).squareRoot(),
      base: line.respondents)
  }

  private func indicator(_ line: Line, _ first: Double, _ second: Double, threshold: Double?)
    -> Indicator
  {
    var definition = InventedIndicators.definition("now", [], unit: .proportion)
    definition.values = [stated(line, 2021, first), stated(line, 2022, second)]
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
      let probabilities = probabilities(line)
      #expect(abs(probabilities.reduce(0, +) - 1) < 1e-9)
      let exact = exact(line, probabilities)
      #expect(exact <= 0.05, "\(line)")
      let told = simulated(line, probabilities, &random)
      let together = told.better + told.worse
      let total = Double(Self.repetitions)
      let error = (exact * (1 - exact) / total).squareRoot()
      #expect(abs(together - exact) <= 4 * error, "\(line)")
      #expect(told.withThreshold <= together + 1e-12)
      let margin = 1.96 * (together * (1 - together) / total).squareRoot()
      let interval = percent(together - margin, unit: "") + "–" + percent(together + margin)
      let parts = [
        percent(told.better), percent(told.worse), percent(together), interval, percent(exact),
        percent(told.withThreshold),
      ]
      rows += "| \(line.proportion) | \(line.respondents) | \(parts.joined(separator: " | ")) |\n"
    }
    try compare(rows)
  }

  private func simulated(
    _ line: Line, _ probabilities: [Double], _ random: inout SeededRandom
  ) -> (better: Double, worse: Double, withThreshold: Double) {
    var sum = 0.0
    let sums = probabilities.map { probability in
      sum += probability
      return sum
    }
    var (better, worse, withThreshold) = (0, 0, 0)
    for _ in 0..<Self.repetitions {
      let (first, second) = (draw(line, sums, &random), draw(line, sums, &random))
      switch kind(indicator(line, first, second, threshold: nil)) {
      case .certainlyBetter: better += 1
      case .certainlyWorse: worse += 1
      default: break
      }
      let kind = kind(indicator(line, first, second, threshold: 0.02))
      if kind == .certainlyBetter || kind == .certainlyWorse { withThreshold += 1 }
    }
    let total = Double(Self.repetitions)
    return (Double(better) / total, Double(worse) / total, Double(withThreshold) / total)
  }

  private func percent(_ share: Double, unit: String = " %") -> String {
    (share * 100).formatted(
      .number.precision(.fractionLength(2)).locale(Locale(identifier: "en_US"))) + unit
  }

  /// Without a told base the error itself tells how coarse a share is.
  @Test(
    "the same is told of a share whose base is not published", arguments: [(0.5, 300), (0.25, 50)])
  func withoutBase(proportion: Double, respondents: Int) {
    let line = Line(proportion: proportion, respondents: respondents)
    func point(_ p: Double, base: Int?) -> IndicatorPoint {
      var value = stated(line, 2021, p)
      value.base = base
      return IndicatorPoint(value, counted: false, proportion: true)
    }
    let share = (Double(respondents) * proportion).rounded() / Double(respondents)
    let told = point(share, base: respondents).grain
    let worth = point(share, base: nil).grain
    #expect(worth >= told)
    #expect(worth <= told * Double(respondents) / Double(respondents - 1) * (1 + 1e-12))
    #expect(point(0, base: nil).grain == 0)
  }

  private func compare(_ rows: String) throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/methods/status.md").standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let mark =
      "| proportion | respondents | better | worse | together | 95 % interval | exact | with threshold |\n"
      + "|---|---|---|---|---|---|---|---|\n"
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
