package import SafetyModel

/// An indicator's values elsewhere, from what others have published of it.
///
/// Only values of one period and one way of measuring stand beside each other. The groups are those
/// of the municipality's own file, and the municipalities of its region.
package struct ComparePlaces: Sendable {
  let municipality: Municipality
  let observations: [String: [Observation]]

  /// - Parameters:
  ///   - municipality: Whose indicators they are.
  ///   - observations: The current observations by series, of all places; also of the series that
  ///     means of groups are weighted by.
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
    let elsewhere = everyone.filter { $0.place != own && $0.place.kind == .municipality }
    guard elsewhere.contains(where: { $0.value.number != nil }) else { return nil }
    let comparisons = Dictionary(grouping: everyone, by: \.period)
      .filter { _, told in told.contains { isElsewhere($0, own) } }
      .sorted { $0.key < $1.key }
      .map { period, told in
        places(told, in: period, beside: own, definition, indicator.direction)
      }
    return IndicatorComparison(
      indicator: indicator.code, periods: comparisons,
      groups: PlaceGroups(municipality: municipality, observations: observations)(
        among: Set(elsewhere.map(\.place)).union([own])),
      bySex: sexes(held.filter { $0.place == own }))
  }

  /// A period is compared when more than the municipality itself has a value.
  private func isElsewhere(_ observation: Observation, _ own: Place) -> Bool {
    observation.place != own && observation.place.kind == .municipality
      && observation.value.number != nil
  }

  /// The municipalities beside each other; the country is none of them.
  private func places(
    _ told: [Observation], in period: Period, beside own: Place,
    _ definition: IndicatorDefinition, _ direction: IndicatorDirection
  ) -> PlaceComparison {
    let municipalities = told.filter { $0.place.kind == .municipality }
    var values = municipalities.compactMap { PlaceValue($0) }
    let missing = municipalities.count { $0.place != own && $0.value.number == nil }
    if !values.contains(where: { $0.place == own }),
      let stated = definition.values.first(where: { $0.period == period })
    {
      values.append(PlaceValue(stated, of: own))
    }
    return PlaceComparison(
      period: period, direction: direction, own: own, values: values, missing: missing,
      country: told.first { $0.place.kind == .country }.flatMap { PlaceValue($0) })
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
