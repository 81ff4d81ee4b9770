import DisclosureControl
import SafetyModel
import TestSupport
import Testing

@testable import Workflows

@Suite("Evaluating a goal from publications")
struct EvaluateGoalTests {
  private let waves = InventedPublication.waves(3)

  private func values(_ observations: [Observation] = []) -> PublishedValues {
    PublishedValues(
      municipality: InventedPublication.municipality,
      waves: [InventedPublication.series: waves],
      observations: Dictionary(grouping: observations, by: \.series))
  }

  @Test("tells a survey's figures as they were published, wave by wave")
  func points() throws {
    let indicator = try #require(InventedPublication.goal.indicator("unsafe"))
    let report = EvaluateGoal(values: values()).report(indicator)
    let points = try #require(report.history.current?.points)
    let shown = waves.compactMap { $0.table("unsafe-dark")?.row([])?.headline }
      .filter { $0.status == .shown }
    #expect(points.map(\.value) == shown.compactMap(\.value))
    #expect(points.map(\.origin) == waves.map { .publication($0.number) })
    for (point, figure) in zip(points, shown) {
      let half = (try #require(figure.upper) - (try #require(figure.lower))) / 2
      let error = try #require(point.uncertainty.standardError)
      // A little wider than the interval says, for rounding.
      #expect(error > half / 1.96 && error < half / 1.96 + 0.01)
    }
  }

  @Test("tells the change that the newest publication tells, with its own test")
  func change() throws {
    let indicator = try #require(InventedPublication.goal.indicator("unsafe"))
    let report = EvaluateGoal(values: values()).report(indicator)
    let change = try #require(report.change)
    let told = try #require(
      waves.last?.table("unsafe-dark")?.comparisons.first {
        $0.kind == .change(since: waves[0].wave) && $0.first.isEmpty
      })
    #expect(change.difference == told.difference)
    guard case .sampled(_, let lower, let upper, let isCertain) = change.certainty else {
      Issue.record("no sampling error")
      return
    }
    #expect(lower == told.lower && upper == told.upper && isCertain == told.isCertain)
    if !told.isCertain { #expect(report.status.kind == .noCertainChange) }
  }

  @Test("tells gaps between groups as the publications tell them, hidden ones not at all")
  func equality() throws {
    let indicator = try #require(InventedPublication.goal.indicator("unsafe"))
    let equality = EvaluateGoal(values: values()).report(indicator).equality
    #expect(!equality.dimensions.isEmpty)
    for dimension in equality.dimensions {
      let table = try #require(waves.last?.table("unsafe-dark", by: [dimension.code]))
      let told = table.comparisons.filter { comparison in
        if case .change = comparison.kind { false } else { true }
      }
      #expect(dimension.gaps.count == told.count)
      for (gap, comparison) in zip(dimension.gaps, told) {
        #expect(gap.points.last?.difference == comparison.difference)
        #expect(gap.points.last?.isCertain == comparison.isCertain)
      }
      let hidden = table.rows.filter { $0.headline.status != .shown }.compactMap(\.key.first)
      for group in dimension.groups where hidden.contains(group.category) {
        #expect(!group.points.contains { $0.period.year == waves.last?.wave })
      }
    }
    let certain = equality.dimensions.flatMap(\.gaps).contains { $0.points.last?.isCertain == true }
    if case .groups(let behind) = equality.answer {
      #expect(certain && behind.allSatisfy { $0.worseBy > 0 })
      #expect(behind.map(\.worseBy) == behind.map(\.worseBy).sorted(by: >))
    } else {
      #expect(equality.answer == .noneCertain)
    }
  }

  /// Women 0.40 and men 0.30 in 2021, women 0.45 and men 0.30 in 2025.
  private static func observed(error: Double?) -> [Observation] {
    [(2021, "women", 0.40), (2021, "men", 0.30), (2025, "women", 0.45), (2025, "men", 0.30)].map {
      var observation = InventedObservations.make(
        series: "scb", value: $0.2, year: $0.0, place: .municipality(""),
        breakdown: ["sex": $0.1], standardError: error)
      observation.base = nil
      return observation
    } + [
      InventedObservations.make(series: "scb", value: 0.35, year: 2021, place: .municipality("")),
      InventedObservations.make(series: "scb", value: 0.37, year: 2025, place: .municipality("")),
      InventedObservations.make(series: "scb", value: nil, year: 2023, place: .municipality("")),
      InventedObservations.make(series: "scb", value: 0.9, year: 2025, place: .municipality("1")),
    ]
  }

  private static let external = InventedIndicators.indicator([
    IndicatorDefinition(
      code: "now", text: InventedIndicators.words,
      source: .external(ExternalSeries(series: "scb", publisher: InventedIndicators.words)),
      unit: .proportion)
  ])

  @Test("reads others' observations of the municipality, missing ones left out")
  func observations() {
    let report = EvaluateGoal(values: values(Self.observed(error: 0.01))).report(Self.external)
    #expect(report.history.current?.points.map(\.value) == [0.35, 0.37])
    #expect(report.status.kind == .uncertaintyUntold)
  }

  @Test("names the group that is certainly worse off, and whether the gap grows")
  func leftBehind() throws {
    func answer(_ error: Double?) -> LeftBehind {
      EvaluateGoal(values: values(Self.observed(error: error))).report(Self.external).equality
        .answer
    }
    guard case .groups(let behind) = answer(0.01) else {
      Issue.record("nobody")
      return
    }
    let women = try #require(behind.first)
    #expect(behind.count == 1)
    #expect(women.group == "women" && women.comparedWith == "men" && women.role == .sex)
    #expect((women.worseBy - 0.15).magnitude < 1e-12)
    // 0.15 against 0.10 with SE √4·0.01: 0.05 > 1.96 · 0.02.
    #expect(women.development == .certainlyLarger(since: .year(2021)))
    #expect(answer(nil) == .noneCertain)
    guard case .groups(let wide) = answer(0.04) else {
      Issue.record("nobody")
      return
    }
    #expect(wide.first?.development == .noCertainChange(since: .year(2021)))
  }
}
