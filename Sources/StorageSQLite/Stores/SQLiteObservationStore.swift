import Foundation
import GRDB
package import SafetyModel
package import Workflows

/// Observations with every revision; what was fetched together has one hash.
package struct SQLiteObservationStore: ObservationStore {
  private let pool: DatabasePool
  package init(_ directory: DataDirectory) { pool = directory.pool }

  package func record(_ lists: [[Observation]]) async throws -> [RecordedObservations] {
    let lists = try lists.map { list in
      try list.map { try ObservationRecord($0) }.sorted { $0.key < $1.key }
    }
    let all = lists.joined().sorted { $0.key < $1.key }
    for (record, next) in zip(all, all.dropFirst()) where record.key == next.key {
      throw Problems([StorageProblem.twice(record.key)])
    }
    return try await pool.writeDurably { db in try lists.map { try Self.record($0, in: db) } }
  }

  private static func record(_ records: [ObservationRecord], in db: Database) throws
    -> RecordedObservations
  {
    var outcome = RecordedObservations(added: 0, revised: 0, unchanged: 0)
    var changed: [RetrievalHead: [ObservationRecord]] = [:]
    let statement = try db.makeStatement(sql: ObservationRecord.newestSQL)
    for var record in records {
      let row = try Row.fetchOne(statement, arguments: record.key.arguments)
      guard let row else {
        outcome.added += 1
        changed[record.head, default: []].append(record)
        continue
      }
      if try record.isSame(as: row) {
        outcome.unchanged += 1
        continue
      }
      outcome.revised += 1
      record.revision = try row.checked("revision") as Int + 1
      changed[record.head, default: []].append(record)
    }
    for (head, records) in changed.sorted(by: { $0.key < $1.key }) {
      try RetrievalRecord.insert(head, records, in: db)
    }
    return outcome
  }

  package func observations(of series: String, at places: [Place]?) async throws -> [Observation] {
    try await pool.read { db in
      guard let places else {
        return try ObservationReading.newest(
          db, where: "series = ?", arguments: [series])
      }
      return try Set(places).sorted().flatMap { place in
        try ObservationReading.newest(
          db, where: "series = ? AND geography = ? AND placeKind = ? AND place = ?",
          arguments: [series, place.geography, place.kind.rawValue, place.code])
      }
    }
  }

  package func history(of key: ObservationKey) async throws -> [Observation] {
    let key = RecordKey(key)
    return try await pool.read { db in
      try ObservationReading.all(db, where: RecordKey.condition, arguments: key.arguments)
    }.reversed()
  }

  package func series() async throws -> [ObservedSeries] {
    try await pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT series, sum(revision = 0) AS count, max(retrievedAt) AS changedAt
          FROM observation JOIN retrieval ON retrieval.number = retrieval
          GROUP BY series ORDER BY series
          """)
      return try rows.compactMap { row in
        let code: String = try row.checked("series")
        let periods = try String.fetchAll(
          db, sql: "SELECT DISTINCT period FROM observation WHERE series = ?", arguments: [code]
        ).compactMap { Period($0) }
        guard let first = periods.min(), let last = periods.max() else { return nil }
        return ObservedSeries(
          code: code, count: try row.checked("count"), changedAt: try row.checked("changedAt"),
          firstPeriod: first, lastPeriod: last)
      }
    }
  }

  package func generation() async throws -> Int {
    try await pool.read { db in
      try Int.fetchOne(db, sql: "SELECT max(number) FROM retrieval") ?? 0
    }
  }
}
