package import SafetyModel

/// Everything that the site shows, read in one go: the newest series with all its waves.
package struct ReadSafetyPicture: Sendable {
  let municipalities: any MunicipalityStore
  let publications: any PublicationStore

  package init(municipalities: any MunicipalityStore, publications: any PublicationStore) {
    self.municipalities = municipalities
    self.publications = publications
  }

  /// The picture; `waves` is empty before anything is published.
  ///
  /// - Returns: `nil` before anyone has told which municipality it is and published nothing.
  package func callAsFunction() async throws -> SafetyPicture? {
    let history = try await publications.history()
    let municipality = try await municipalities.municipality()
    guard municipality != nil || !history.isEmpty else { return nil }
    let waves: [Publication]
    if let newest = history.first {
      waves = try await publications.waves(of: newest.series)
    } else {
      waves = []
    }
    return SafetyPicture(
      municipality: municipality
        ?? Municipality(code: "", name: LocalisedText([:]), isExample: false),
      goal: try await municipalities.goal(), waves: waves, history: history)
  }
}
