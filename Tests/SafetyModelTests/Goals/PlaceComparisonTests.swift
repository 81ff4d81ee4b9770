import SafetyModel
import Testing

@Suite("Places beside each other")
struct PlaceComparisonTests {
  private func value(_ code: String, _ value: Double, error: Double? = nil) throws -> PlaceValue {
    let observation = Observation(
      series: "s", period: .year(2025), place: .municipality(code), value: .number(value),
      standardError: error, base: nil,
      provenance: Provenance(source: "s", retrievedAt: "2025-11-01T08:00:00Z"))
    return try #require(PlaceValue(observation, name: code))
  }

  private func comparison(
    _ values: [PlaceValue], direction: IndicatorDirection = .higherIsBetter
  ) -> PlaceComparison {
    PlaceComparison(
      period: .year(2025), direction: direction, own: .municipality("2"), values: values,
      group: PlaceGroup(
        name: LocalisedText(sv: "G", en: "G"), places: [.municipality("2"), .municipality("3")]))
  }

  @Test("ranks only with how many can't be told apart")
  func ranked() throws {
    // 1.96 · √(0.01² + 0.01²) = 0.0277: 0.52 is within it of 0.5, and 0.53 is not.
    let places = try [
      value("1", 0.53, error: 0.01), value("2", 0.5, error: 0.01), value("3", 0.52, error: 0.01),
      value("4", 0.3, error: 0.01), value("5", 0.4),
    ]
    #expect(
      comparison(places).standing == .ranked(PlaceRank(position: 3, count: 5, alike: 2)))
    #expect(
      comparison(places, direction: .lowerIsBetter).standing
        == .ranked(PlaceRank(position: 3, count: 5, alike: 2)))
    #expect(
      comparison(places, direction: .towards(0.3)).standing
        == .ranked(PlaceRank(position: 3, count: 5, alike: 2)))
  }

  @Test("gives no rank when nobody has told the uncertainty, and none without a value")
  func unranked() throws {
    let told = try [value("1", 0.5, error: 0.01), value("2", 0.4), value("3", 0.4)]
    #expect(comparison(told).standing == .counted(higher: 1, lower: 0, equal: 1))
    let untold = try [value("1", 0.5), value("2", 0.4), value("4", 0.1)]
    #expect(comparison(untold).standing == .counted(higher: 1, lower: 1, equal: 0))
    #expect(try comparison([value("1", 0.5)]).standing == .missing)
  }

  @Test("counts each place of the group once, those with a value only")
  func groupMean() throws {
    let mean = try #require(
      try comparison([value("1", 9), value("2", 2), value("3", 4)]).groupMean)
    #expect(mean.value == 3)
    #expect(mean.count == 2)
    #expect(try comparison([value("1", 9)]).groupMean == nil)
  }

  @Test("stands in its group alone among the group")
  func withinGroup() throws {
    let places = try [
      value("1", 0.53, error: 0.01), value("2", 0.5, error: 0.01), value("3", 0.52, error: 0.01),
      value("4", 0.3, error: 0.01),
    ]
    #expect(
      comparison(places).withinGroup?.standing
        == .ranked(PlaceRank(position: 2, count: 2, alike: 1)))
    #expect(comparison(places).with(nil).withinGroup == nil)
    #expect(comparison(places).with(nil).groupMean == nil)
  }

  @Test("is told apart from the country only beyond the margin of both")
  func country() throws {
    func standing(_ own: Double, _ error: Double?) throws -> CountryStanding? {
      let country = try #require(
        PlaceValue(
          Observation(
            series: "s", period: .year(2025), place: .sweden, value: .number(0.6),
            standardError: 0.004,
            provenance: Provenance(source: "s", retrievedAt: "2025-11-01T08:00:00Z"))))
      return PlaceComparison(
        period: .year(2025), direction: .neutral, own: .municipality("2"),
        values: [try value("2", own, error: error)], country: country
      ).againstCountry
    }
    // 1.96 · √(0.003² + 0.004²) = 0.0098
    #expect(try standing(0.609, 0.003) == .notToldApart)
    #expect(try standing(0.61, 0.003) == .certainlyHigher)
    #expect(try standing(0.59, 0.003) == .certainlyLower)
    #expect(try standing(0.1, nil) == .untold)
    #expect(comparison(try [value("2", 0.5)]).againstCountry == nil)
  }

  @Test("has no value where the publisher gives none")
  func missing() {
    let observation = Observation(
      series: "s", period: .year(2025), place: .sweden, value: .missing(.hidden),
      provenance: Provenance(source: "s", retrievedAt: "2025-11-01T08:00:00Z"))
    #expect(PlaceValue(observation, name: "x") == nil)
  }
}
