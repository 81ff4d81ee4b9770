import Foundation
import SafetyModel
import Testing

@testable import Workflows

@Suite("The rules of status")
struct StatusRulesTests {
  /// One indicator, the rule that decides it, and what comes out.
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: Int
    var kind: IndicatorStatus.Kind
    var indicator: Indicator
    var testDescription: String { "rule \(rule): \(kind.rawValue)" }

    init(_ rule: Int, _ kind: IndicatorStatus.Kind, _ indicator: Indicator) {
      self.rule = rule
      self.kind = kind
      self.indicator = indicator
    }
  }

  private static func sampled(
    _ values: [(year: Int, value: Double)], direction: IndicatorDirection = .lowerIsBetter,
    threshold: Double? = nil, baseline: IndicatorBaseline? = nil, target: (Double, Int)? = nil
  ) -> Indicator {
    InventedIndicators.indicator(
      [InventedIndicators.definition("now", values, error: 0.01)], direction: direction,
      threshold: threshold, baseline: baseline,
      targets: target.map { [IndicatorTarget(value: $0.0, year: $0.1)] } ?? [])
  }
  private static func counted(
    _ values: [(year: Int, value: Double)], direction: IndicatorDirection = .lowerIsBetter,
    threshold: Double? = nil, target: (Double, Int)? = nil
  ) -> Indicator {
    InventedIndicators.indicator(
      [InventedIndicators.definition("now", register: true, values)], direction: direction,
      threshold: threshold, targets: target.map { [IndicatorTarget(value: $0.0, year: $0.1)] } ?? []
    )
  }
  private static func broken(
    _ values: [(year: Int, value: Double)], target: IndicatorTarget? = nil
  ) -> Indicator {
    InventedIndicators.indicator(
      [
        InventedIndicators.definition(
          "old", [(2018, 0.5), (2019, 0.4)], error: 0.01, ending: .sourceReplaced),
        InventedIndicators.definition("new", values, error: 0.01),
      ], targets: target.map { [$0] } ?? [])
  }

  static let cases: [Case] = [
    Case(1, .tooFewPoints, sampled([])),
    Case(2, .notComparable, broken([])),
    Case(
      3, .notComparable,
      broken(
        [(2021, 0.3), (2022, 0.2)],
        target: IndicatorTarget(value: 0.35, deadline: .year(2022), definition: "old"))),
    Case(4, .targetReached, sampled([(2021, 0.3), (2022, 0.17)], target: (0.2, 2028))),
    Case(4, .targetReached, counted([(2021, 2), (2023, 0)], target: (0, 2028))),
    Case(
      4, .targetReached,
      sampled([(2021, 0.1), (2022, 0.001)], direction: .towards(0), target: (0.05, 2028))),
    Case(5, .targetReached, sampled([(2021, 0.3), (2022, 0.17)], target: (0.2, 2022))),
    Case(5, .targetReached, counted([(2021, 2), (2023, 0), (2025, 2)], target: (0, 2024))),
    Case(6, .targetNotReached, sampled([(2021, 0.3), (2022, 0.23)], target: (0.2, 2022))),
    // The police's list and the policy's target: two areas became one by 2023, none was the target.
    Case(
      6, .targetNotReached,
      counted(
        [(2015, 2), (2017, 2), (2019, 2), (2021, 2), (2023, 1), (2025, 1)], target: (0, 2024))),
    Case(
      6, .targetNotReached,
      sampled(
        [(2021, 0.3), (2022, 0.23)], direction: .higherIsBetter, target: (0.4, 2022))),
    Case(7, .targetUndecided, sampled([(2021, 0.3), (2022, 0.21)], target: (0.2, 2022))),
    Case(8, .notComparable, broken([(2021, 0.3)])),
    Case(9, .tooFewPoints, sampled([(2021, 0.3)], target: (0.2, 2028))),
    Case(
      9, .tooFewPoints,
      sampled([(2021, 0.3), (2022, 0.2)], baseline: IndicatorBaseline(period: .year(2022)))),
    Case(
      10, .uncertaintyUntold,
      InventedIndicators.indicator(
        [InventedIndicators.definition("now", [(2021, 0.3), (2022, 0.1)])])),
    Case(11, .noCertainChange, counted([(2021, 2), (2022, 2)])),
    Case(12, .changeTooSmall, counted([(2021, 200), (2022, 190)], threshold: 20)),
    Case(13, .changeTooSmall, sampled([(2021, 0.3), (2022, 0.303)], threshold: 0.03)),
    Case(
      14, .noCertainChange,
      sampled([(2021, -0.05), (2022, 0.05)], direction: .towards(0))),
    Case(14, .noCertainChange, counted([(2021, -1), (2022, 1)], direction: .towards(0))),
    Case(15, .certainlyBetter, sampled([(2021, 0.3), (2022, 0.25)])),
    Case(15, .certainlyBetter, sampled([(2021, 0.3), (2022, 0.25)], threshold: 0.02)),
    Case(15, .certainlyBetter, counted([(2021, 2), (2022, 1)], target: (0, 2028))),
    Case(15, .certainlyBetter, sampled([(2021, -0.3), (2022, 0.1)], direction: .towards(0))),
    Case(16, .certainlyWorse, sampled([(2021, 0.25), (2022, 0.3)])),
    Case(16, .certainlyWorse, sampled([(2021, 0.3), (2022, 0.2)], direction: .higherIsBetter)),
    Case(16, .certainlyWorse, counted([(2021, 1), (2022, 2)])),
    Case(17, .certainlyChanged, sampled([(2021, 0.3), (2022, 0.2)], direction: .neutral)),
    Case(18, .noCertainChange, sampled([(2021, 0.3), (2022, 0.29)])),
    Case(18, .noCertainChange, sampled([(2021, 0.3), (2022, 0.29)], threshold: 0.02)),
  ]

  @Test("hold, each for its case", arguments: cases)
  func holds(example: Case) {
    #expect(InventedIndicators.report(example.indicator).status.kind == example.kind)
  }

  @Test("are those of the method page, every one of them tried")
  func page() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/methods/status.md").standardizedFileURL
    let rules = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .compactMap { line -> (Int, String)? in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard cells.count == 3, let rule = Int(cells[0]) else { return nil }
        return (rule, cells[2])
      }
    #expect(rules.map(\.0) == Array(1...18))
    #expect(Set(Self.cases.map(\.rule)) == Set(rules.map(\.0)))
    for example in Self.cases {
      #expect(rules.first { $0.0 == example.rule }?.1 == example.kind.rawValue)
    }
    #expect(Set(Self.cases.map(\.kind)) == Set(IndicatorStatus.Kind.allCases))
  }

  @Test("tell whether a reached target is kept, and whether a missed one was reached later")
  func afterwards() {
    func status(_ values: [(year: Int, value: Double)]) -> IndicatorStatus {
      InventedIndicators.report(Self.counted(values, target: (0, 2024))).status
    }
    let target = IndicatorTarget(value: 0, year: 2024)
    #expect(
      status([(2021, 2), (2023, 0), (2025, 2)])
        == .targetReached(target, in: .year(2023), isKept: false))
    #expect(
      status([(2021, 2), (2023, 1), (2025, 0)])
        == .targetNotReached(target, reachedLater: .year(2025)))
    #expect(status([(2021, 2), (2025, 1)]) == .targetNotReached(target, reachedLater: nil))
  }

  @Test("let a count decide once no other is due before the deadline")
  func due() {
    func kind(_ rhythm: UpdateRhythm, _ deadline: Int) -> IndicatorStatus.Kind {
      var indicator = Self.counted([(2021, 2), (2023, 1)], target: (0, deadline))
      indicator.rhythm = rhythm
      return InventedIndicators.report(indicator).status.kind
    }
    #expect(kind(.everySecondYear, 2024) == .targetNotReached)
    #expect(kind(.everySecondYear, 2025) == .certainlyBetter)
    #expect(kind(.yearly, 2024) == .certainlyBetter)
    #expect(kind(.irregularly, 2024) == .certainlyBetter)
  }

  @Test("judge interim targets beside the target")
  func interim() {
    var indicator = Self.sampled([(2021, 0.3), (2024, 0.26)])
    indicator.targets = [
      IndicatorTarget(value: 0.2, year: 2028),
      IndicatorTarget(value: 0.25, deadline: .year(2024), isInterim: true),
    ]
    let report = InventedIndicators.report(indicator)
    #expect(report.targets.map(\.target.year) == [2024, 2028])
    #expect(report.targets.map(\.outcome) == [.undecided, .ahead])
    #expect(report.status.kind == .certainlyBetter)
  }

  @Test("start a new baseline after a break, and say so")
  func newBaseline() {
    let report = InventedIndicators.report(
      Self.broken([(2021, 0.3), (2022, 0.2)]))
    #expect(report.baseline?.point.period == .year(2021))
    #expect(report.baseline?.isNew == true)
    #expect(report.change?.first.period == .year(2021))
    #expect(report.status.kind == .certainlyBetter)
  }
}
