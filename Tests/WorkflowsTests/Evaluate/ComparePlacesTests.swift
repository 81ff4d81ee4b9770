import SafetyModel
import Testing
import Workflows

@Suite("Compare places")
struct ComparePlacesTests {
  private func observation(
    _ place: Place, _ year: Int, _ value: ObservedValue, sex: String? = nil
  ) -> Observation {
    Observation(
      series: "safe", period: .year(year), place: place,
      breakdown: sex.map { ["sex": $0] } ?? [:], value: value,
      provenance: Provenance(source: "s", retrievedAt: "2025-11-01T08:00:00Z"))
  }

  private func goal(until: Period? = nil) -> Goal {
    let words = LocalisedText(sv: "x", en: "x")
    return Goal(
      text: words,
      indicators: [
        Indicator(
          code: "safe", name: words, question: words, direction: .higherIsBetter,
          definitions: [
            IndicatorDefinition(
              code: "share", text: words, from: .year(2023), until: until,
              source: .external(ExternalSeries(series: "safe", publisher: words)),
              unit: .proportion)
          ])
      ], actions: [])
  }

  private func comparisons(_ observations: [Observation]) -> [IndicatorComparison] {
    ComparePlaces(
      municipality: Municipality(
        code: "1290", name: LocalisedText(sv: "K", en: "K"), isExample: false),
      observations: ["safe": observations])(goal())
  }

  @Test("stand in the newest period that others have a value for, with region and country")
  func newest() throws {
    let found = comparisons([
      observation(.municipality("1290"), 2024, .number(0.5)),
      observation(.municipality("1287"), 2024, .number(0.6)),
      observation(.municipality("0180"), 2024, .number(0.7)),
      observation(.municipality("0184"), 2024, .missing(.hidden)),
      observation(.sweden, 2024, .number(0.65)),
      observation(.municipality("1287"), 2023, .number(0.4)),
      observation(.municipality("1290"), 2023, .number(0.3)),
      observation(.municipality("1290"), 2025, .number(0.9)),
      observation(.municipality("1287"), 2022, .number(0.1)),
      observation(.municipality("1290"), 2024, .number(0.45), sex: "women"),
      observation(.municipality("1290"), 2024, .number(0.55), sex: "men"),
    ])
    let comparison = try #require(found.first)
    #expect(comparison.newest.period == .year(2024))
    #expect(comparison.newest.values.map(\.place.code) == ["0180", "1287", "1290"])
    #expect(comparison.newest.missing == 1)
    #expect(comparison.newest.groupMean?.value == 0.55)
    #expect(comparison.newest.country?.value == 0.65)
    #expect(comparison.newest.standing == .counted(higher: 2, lower: 0, equal: 0))
    // 2022 was measured in another way, and 2025 by the municipality alone.
    #expect(comparison.development.map(\.period) == [.year(2023), .year(2024)])
    #expect(comparison.development.first?.own == 0.3)
    #expect(comparison.bySex == [SexPeriod(period: .year(2024), women: 0.45, men: 0.55)])
  }

  @Test("take what the municipality states itself where nobody else has told its value")
  func stated() throws {
    var goal = goal()
    goal.indicators[0].definitions[0].values = [
      StatedValue(period: .year(2024), value: 0.5, standardError: 0.01, base: 900)
    ]
    let comparison = try #require(
      ComparePlaces(
        municipality: Municipality(
          code: "1290", name: LocalisedText(sv: "K", en: "K"), isExample: false),
        observations: ["safe": [observation(.municipality("0180"), 2024, .number(0.7))]])(goal)
        .first)
    #expect(comparison.newest.ownValue?.value == 0.5)
    #expect(comparison.newest.ownValue?.base == 900)
    #expect(comparison.development.first?.own == 0.5)
    // One uncertainty of two is not enough for a rank.
    #expect(comparison.newest.standing == .counted(higher: 1, lower: 0, equal: 0))
  }

  @Test("are not made of a municipality alone")
  func alone() {
    #expect(comparisons([observation(.municipality("1290"), 2024, .number(0.5))]).isEmpty)
    #expect(comparisons([]).isEmpty)
  }
}
