package import SafetyModel

/// Everything that the site shows, read in one go: the newest series with all its waves.
package struct ReadSafetyPicture: Sendable {
  let municipalities: any MunicipalityStore
  let publications: any PublicationStore
  let observations: (any ObservationStore)?
  let registers: (any AreaRegisterStore)?
  let preconditions: (any PreconditionStore)?

  package init(
    municipalities: any MunicipalityStore, publications: any PublicationStore,
    observations: (any ObservationStore)? = nil, registers: (any AreaRegisterStore)? = nil,
    preconditions: (any PreconditionStore)? = nil
  ) {
    self.municipalities = municipalities
    self.publications = publications
    self.observations = observations
    self.registers = registers
    self.preconditions = preconditions
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
    let shown = municipality ?? Municipality(code: "", name: LocalisedText([:]), isExample: false)
    let goal = try await municipalities.goal()
    let gather = GatherValues(publications: publications, observations: observations)
    let values = try await gather(goal, of: shown, waves: waves)
    return SafetyPicture(
      municipality: shown, goal: goal,
      reports: goal.map { EvaluateGoal(values: values)($0) } ?? [],
      comparisons: goal.map {
        ComparePlaces(municipality: shown, observations: values.observations)($0)
      } ?? [],
      register: try await registers?.register(),
      preconditions: try await preconditions?.preconditions(), waves: waves, history: history)
  }
}
