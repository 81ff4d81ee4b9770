import DisclosureControl
package import SafetyModel

/// Everything that indicators are evaluated from: published figures and others' observations.
///
/// A survey's figures come from its publications and from nowhere else, so what is told about an
/// indicator can never tell more than its tables do.
package struct PublishedValues: Sendable {
  package var municipality: Municipality
  /// The current publication of each wave, by series, oldest wave first.
  package var waves: [String: [Publication]]
  /// The current observations by series.
  package var observations: [String: [Observation]]

  package init(
    municipality: Municipality, waves: [String: [Publication]],
    observations: [String: [Observation]]
  ) {
    self.municipality = municipality
    self.waves = waves
    self.observations = observations
  }

  /// The observations of a series for the municipality itself.
  func municipal(_ series: String) -> [Observation] {
    (observations[series] ?? []).filter { $0.place == .municipality(municipality.code) }
  }

  /// The observations of a series for areas of the municipality, by the codes that begin with its
  /// own, or that are its own division.
  func areal(_ series: String) -> [Observation] {
    (observations[series] ?? []).filter { observation in
      guard observation.place.kind == .area, observation.breakdown.isEmpty else { return false }
      return observation.place.geography.hasPrefix("own")
        || (!municipality.code.isEmpty && observation.place.code.hasPrefix(municipality.code))
    }
  }

  // MARK: Histories

  /// An indicator's values, one segment for each definition.
  func history(of indicator: Indicator) -> IndicatorHistory {
    IndicatorHistory(
      segments: indicator.definitions.map { definition in
        IndicatorSegment(definition: definition, points: points(of: definition))
      })
  }

  private func points(of definition: IndicatorDefinition) -> [IndicatorPoint] {
    switch definition.source {
    case .survey(let series, let subject):
      return waves[series, default: []].compactMap { wave in
        let period = Period.year(wave.wave)
        guard definition.holds(for: period), let table = wave.table(subject),
          let row = table.row([])
        else { return nil }
        return IndicatorPoint(
          row.headline, table.measure, period: period, publication: wave.number)
      }
    case .external(let external), .register(let external):
      let counted = definition.source.kind == .register
      let proportion = definition.unit == .proportion
      let observed = external.series.map { municipal($0) } ?? []
      let points = observed.filter { $0.breakdown.isEmpty && definition.holds(for: $0.period) }
        .compactMap { IndicatorPoint($0, counted: counted, proportion: proportion) }
      // What a source has told stands before what the municipality has stated.
      let stated = definition.values.filter { value in
        !points.contains { $0.period == value.period }
      }
      return points + stated.map { IndicatorPoint($0, counted: counted, proportion: proportion) }
    }
  }

  /// The difference that a publication tells between its wave and an earlier one, if it does.
  func publishedChange(
    _ definition: IndicatorDefinition, from first: IndicatorPoint, to second: IndicatorPoint
  ) -> IndicatorChange? {
    guard case .survey(let series, let subject) = definition.source,
      case .publication(let number) = second.origin,
      let wave = waves[series]?.first(where: { $0.number == number }),
      let told = wave.table(subject)?.comparisons.first(where: { comparison in
        comparison.kind == .change(since: first.period.year) && comparison.first.isEmpty
      })
    else { return nil }
    return IndicatorChange(
      from: first, to: second, difference: told.difference, lower: told.lower, upper: told.upper,
      isCertain: told.isCertain)
  }
}
