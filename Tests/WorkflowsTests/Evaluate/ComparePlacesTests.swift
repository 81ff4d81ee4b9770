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
    let newest = try #require(comparison.newest)
    #expect(newest.period == .year(2024))
    #expect(newest.values.map(\.place.code) == ["0180", "1287", "1290"])
    #expect(newest.missing == 1)
    #expect(newest.groupMean?.value == 0.55)
    #expect(newest.country?.value == 0.65)
    #expect(newest.standing == .counted(higher: 2, lower: 0, equal: 0))
    // 2022 was measured in another way, and 2025 by the municipality alone.
    let development = comparison.development(beside: comparison.groups.first)
    #expect(development.map(\.period) == [.year(2023), .year(2024)])
    #expect(development.first?.own == 0.3)
    #expect(development.last?.group?.value == 0.55)
    #expect(development.last?.country == 0.65)
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
    #expect(comparison.newest?.ownValue?.value == 0.5)
    #expect(comparison.newest?.ownValue?.base == 900)
    #expect(comparison.development(beside: nil).first?.own == 0.5)
    // One uncertainty of two is not enough for a rank.
    #expect(comparison.newest?.standing == .counted(higher: 1, lower: 0, equal: 0))
  }

  @Test("offer the groups of the municipality's file, and its region last")
  func groups() throws {
    let names = LocalisedText(sv: "g", en: "g")
    func group(
      _ code: String, _ members: ComparisonGroup.Members, _ weighting: GroupWeighting? = nil
    ) -> ComparisonGroup {
      ComparisonGroup(code: code, name: names, members: members, weighting: weighting)
    }
    let municipality = Municipality(
      code: "1290", name: names, isExample: false,
      groups: [
        group(
          "listed", .listed(["1290", "0180", "0999"]), GroupWeighting(series: "people", name: names)
        ), group("alone", .listed(["1290"])),
        group("everyone", .listed(["1290", "0180", "1287"])),
        group(
          "imported",
          .imported(ImportedGroup(file: "f", group: "G1"), members: ["1287", "1290"])),
      ])
    let comparison = try #require(
      ComparePlaces(
        municipality: municipality,
        observations: [
          "safe": [
            observation(.municipality("1290"), 2024, .number(0.5)),
            observation(.municipality("1287"), 2024, .number(0.6)),
            observation(.municipality("0180"), 2024, .number(0.7)),
            observation(.region("12"), 2024, .number(0.1)),
            observation(.sweden, 2024, .number(0.65)),
          ],
          "people": [
            observation(.municipality("1290"), 2023, .number(1_000)),
            observation(.municipality("0180"), 2024, .number(3_000)),
            observation(.municipality("0180"), 2025, .number(9_000)),
          ],
        ])(goal()).first)
    // A group of nobody else, or of everybody, is none.
    #expect(comparison.groups.map(\.code) == ["listed", "imported", "own-region"])
    let listed = try #require(comparison.comparison(in: nil, group: "listed")?.groupMean)
    #expect(listed.value == 0.65)
    #expect(listed.count == 2)
    #expect(listed.leftOut == 1)
    #expect(listed.weightedBy == names)
    let imported = comparison.comparison(in: .year(2024), group: "imported")
    #expect(imported?.groupMean?.value == 0.55)
    #expect(imported?.groupMean?.weightedBy == nil)
    // Neither the region nor the country is one of the municipalities.
    #expect(imported?.values.map(\.place.code) == ["0180", "1287", "1290"])
    #expect(comparison.comparison(in: nil, group: "alone") == nil)
    #expect(comparison.comparison(in: .year(2020), group: nil) == nil)
  }

  @Test("are not made of a municipality alone")
  func alone() {
    #expect(comparisons([observation(.municipality("1290"), 2024, .number(0.5))]).isEmpty)
    #expect(comparisons([]).isEmpty)
  }
}
