package import SafetyModel

/// Reads from the stores what a goal is evaluated from.
package struct GatherValues: Sendable {
  let publications: any PublicationStore
  let observations: (any ObservationStore)?

  package init(publications: any PublicationStore, observations: (any ObservationStore)?) {
    self.publications = publications
    self.observations = observations
  }

  /// The publications and observations that the goal's definitions name, and those that the means of
  /// the municipality's groups are weighted by.
  ///
  /// - Parameters:
  ///   - goal: The goal; `nil` needs nothing.
  ///   - municipality: Whose it is.
  ///   - waves: Waves that are shown: they are used for their series as they are, so that an
  ///     earlier publication is evaluated from what was known then.
  /// - Returns: The values.
  /// - Throws: What the stores throw.
  package func callAsFunction(
    _ goal: Goal?, of municipality: Municipality, waves: [Publication]
  ) async throws -> PublishedValues {
    var values = PublishedValues(
      municipality: municipality, waves: Dictionary(grouping: waves, by: \.series),
      observations: [:])
    for definition in goal?.allIndicators.flatMap(\.definitions) ?? [] {
      switch definition.source {
      case .survey(let series, _):
        guard values.waves[series] == nil else { continue }
        values.waves[series] = try await publications.waves(of: series)
      case .external(let external), .register(let external):
        guard let series = external.series, values.observations[series] == nil else { continue }
        values.observations[series] = try await observations?.observations(of: series, at: nil)
      }
    }
    for series in municipality.groups.compactMap(\.weighting?.series)
    where values.observations[series] == nil {
      values.observations[series] = try await observations?.observations(of: series, at: nil)
    }
    return values
  }
}
