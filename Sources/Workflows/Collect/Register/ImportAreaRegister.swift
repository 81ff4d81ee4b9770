package import SafetyModel

/// Takes in a register of areas, and keeps its counts as observations of the municipality.
package struct ImportAreaRegister: Sendable {
  private let reader: any RegisterFileReader
  private let registers: any AreaRegisterStore
  private let observations: any ObservationStore
  private let clock: any WallClock

  /// The series of the authority's own counts, and of those that only real changes move.
  package static let officialSeries = "vulnerable-areas"
  package static let comparableSeries = "vulnerable-areas-comparable"

  package init(
    reader: any RegisterFileReader, registers: any AreaRegisterStore,
    observations: any ObservationStore, clock: any WallClock
  ) {
    self.reader = reader
    self.registers = registers
    self.observations = observations
    self.clock = clock
  }

  /// What was taken in; `change` is `nil` when the register is as it was.
  package func callAsFunction(
    _ path: String, who: String, why: String, progress: any ProgressListener
  ) async throws -> (register: AreaRegister, change: DocumentChange?) {
    progress.began("reading", arguments: ["file": path])
    let register = try BuildAreaRegister()(reader.readRegister(path))
    progress.finished()
    let now = clock.now()
    let change = try await registers.save(
      register, note: ChangeNote(who: who, why: why, at: now))
    _ = try await observations.record(
      ImportAreaRegister.observations(of: register, retrievedAt: now))
    return (register, change)
  }

  /// The counts of every municipality with areas, of their regions and of the country, list by list.
  ///
  /// The comparable counts are from the first list on.
  package static func observations(
    of register: AreaRegister, retrievedAt: String
  ) -> [Observation] {
    var places: [(Place, AreaScope)] = [(.sweden, .everywhere)]
    for code in Set(register.areas.compactMap(\.region)).sorted() {
      places.append((.region(code), .region(code)))
    }
    for code in Set(register.areas.compactMap(\.municipality)).sorted() {
      places.append((.municipality(code), .municipality(code)))
    }
    guard let first = register.lists.first?.date else { return [] }
    return register.lists.flatMap { list in
      places.flatMap { place, scope -> [Observation] in
        let counts = [
          (officialSeries, register.count(on: list.date, in: scope)?.total),
          (comparableSeries, register.comparableCount(on: list.date, since: first, in: scope)),
        ]
        return counts.compactMap { series, count in
          count.map {
            Observation(
              series: series, period: .day(list.date), place: place, value: .number(Double($0)),
              provenance: Provenance(
                source: "area-register", table: list.date.description,
                originalCode: "\(list.date)/\(place.code)", retrievedAt: retrievedAt,
                publishedAt: list.date.description))
          }
        }
      }
    }
  }
}
