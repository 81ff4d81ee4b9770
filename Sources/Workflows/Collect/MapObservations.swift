package import SafetyModel

/// Makes observations of a publisher's table, as an entry of a source says what its parts mean.
///
/// Every dimension must be told: as the period, the places, groups, or by the one category that is
/// wanted. A dimension of a single category needs no words. Nothing is guessed and nothing summed.
package struct MapObservations: Sendable {
  package init() {}

  /// The series' values in the table's order.
  ///
  /// Throws ``SafetyModel/Problems`` with everything in which the table and the entry differ.
  package func callAsFunction(
    _ cube: DataCube, series: SeriesEntry, of entry: SourceEntry, from name: String,
    retrievedAt: String
  ) throws(Problems) -> [Observation] {
    var plan = CubePlan(cube, series: series, file: name)
    try plan.finish()
    var observations: [Observation] = []
    var problems: [Problem] = []
    var keys: Set<ObservationKey> = []
    plan.visit { places in
      let cell = cube.cells[cube.cellNumber(places)]
      guard cell != .absent, problems.count < 20 else { return }
      do {
        guard let key = try plan.key(places) else { return }
        let codes = zip(cube.dimensions, places).map { $0.0.categories[$0.1].code }
        let value = try plan.value(cell, at: codes)
        guard keys.insert(key).inserted else {
          throw plan.problem("source.twice", ["place": codes.joined(separator: ", ")])
        }
        let told = try plan.uncertainty?.told(value, at: places, reading: plan)
        let provenance = Provenance(
          source: entry.code, table: cube.table, originalCode: codes.joined(separator: "/"),
          uncertaintyCode: told?.code, address: entry.address, retrievedAt: retrievedAt,
          publishedAt: cube.updated)
        observations.append(
          Observation(
            series: series.code, period: key.period, place: key.place, breakdown: key.breakdown,
            value: value, standardError: told?.standardError, base: told?.base,
            provenance: provenance))
      } catch {
        problems.append(error as? Problem ?? plan.problem("source.noTable"))
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    guard !observations.isEmpty else {
      throw Problems([plan.problem("source.noValues", ["series": series.code])])
    }
    return observations
  }
}
