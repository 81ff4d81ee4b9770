package import SafetyModel

/// An indicator's values elsewhere, from what others have published of it.
///
/// Only values of one period and one way of measuring stand beside each other. The group is the
/// municipality's own list, or else the municipalities of its region.
package struct ComparePlaces: Sendable {
  let municipality: Municipality
  let observations: [String: [Observation]]

  /// - Parameters:
  ///   - municipality: Whose indicators they are.
  ///   - observations: The current observations by series, of all places.
  package init(municipality: Municipality, observations: [String: [Observation]]) {
    self.municipality = municipality
    self.observations = observations
  }

  /// The comparisons of all indicators that others publish for more places than one.
  package func callAsFunction(_ goal: Goal) -> [IndicatorComparison] {
    goal.allIndicators.compactMap(comparison)
  }

  private func comparison(_ indicator: Indicator) -> IndicatorComparison? {
    guard let definition = indicator.definition, let series = definition.source.external?.series
    else { return nil }
    let held = (observations[series] ?? []).filter { definition.holds(for: $0.period) }
    let everyone = held.filter(\.breakdown.isEmpty)
    let own = Place.municipality(municipality.code)
    // The newest period that more than the municipality itself has a value for.
    let periods = Dictionary(grouping: everyone.filter { isElsewhere($0, own) }, by: \.period)
    guard let newest = periods.keys.max() else { return nil }
    let group = self.group(of: own, among: everyone)
    let told = everyone.filter { $0.period == newest }
    let places = told.filter { $0.place.kind == .municipality }
    let values = withOwn(definition, newest, own, places.compactMap { PlaceValue($0) })
    let comparison = PlaceComparison(
      period: newest, direction: indicator.direction, own: own, values: values,
      missing: places.count - values.count, group: group,
      country: told.first { $0.place.kind == .country }.flatMap { PlaceValue($0) })
    return IndicatorComparison(
      indicator: indicator.code, newest: comparison,
      development: periods.keys.sorted().map { period in
        development(
          definition, everyone.filter { $0.period == period }, period, own, group)
      }, bySex: sexes(held.filter { $0.place == own }))
  }

  private func isElsewhere(_ observation: Observation, _ own: Place) -> Bool {
    observation.place != own && observation.place.kind == .municipality
      && observation.value.number != nil
  }

  /// The municipalities whose codes begin as the municipality's own: those of its region.
  private func group(of own: Place, among observations: [Observation]) -> PlaceGroup? {
    let region = own.code.prefix(2)
    guard region.count == 2 else { return nil }
    let places = Set(
      observations.map(\.place).filter {
        $0.kind == .municipality && $0.code.hasPrefix(region)
      })
    // A country of one region has no group.
    let all = Set(observations.map(\.place).filter { $0.kind == .municipality })
    guard places.count > 1, places.count < all.count else { return nil }
    return PlaceGroup(name: nil, places: places.sorted())
  }

  private func development(
    _ definition: IndicatorDefinition, _ told: [Observation], _ period: Period, _ own: Place,
    _ group: PlaceGroup?
  ) -> ComparedPeriod {
    let values = withOwn(definition, period, own, told.compactMap { PlaceValue($0) })
    let comparison = PlaceComparison(
      period: period, direction: .neutral, own: own, values: values, group: group)
    return ComparedPeriod(
      period: period, own: comparison.ownValue?.value, group: comparison.groupMean,
      country: values.first { $0.place.kind == .country }?.value)
  }

  /// The values with the municipality's own stated one, unless it is among them already.
  private func withOwn(
    _ definition: IndicatorDefinition, _ period: Period, _ own: Place, _ values: [PlaceValue]
  ) -> [PlaceValue] {
    guard !values.contains(where: { $0.place == own }),
      let stated = definition.values.first(where: { $0.period == period })
    else { return values }
    return values + [PlaceValue(stated, of: own)]
  }

  private func sexes(_ own: [Observation]) -> [SexPeriod] {
    let grouped = own.filter { $0.breakdown.count == 1 && $0.breakdown["sex"] != nil }
    return Dictionary(grouping: grouped, by: \.period).compactMap { period, observations in
      func value(_ sex: String) -> Double? {
        observations.first { $0.breakdown["sex"] == sex }?.value.number
      }
      guard let women = value("women"), let men = value("men") else { return nil }
      return SexPeriod(period: period, women: women, men: men)
    }.sorted { $0.period < $1.period }
  }
}
