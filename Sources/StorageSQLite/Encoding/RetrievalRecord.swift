import Foundation
import GRDB
import SafetyModel

/// What all values that were fetched together have in common.
struct RetrievalHead: Hashable, Comparable {
  var source: String
  var table: String?
  var address: String?
  var retrievedAt: String
  var publishedAt: String?

  init(_ provenance: Provenance) {
    source = provenance.source
    table = provenance.table
    address = provenance.address
    retrievedAt = provenance.retrievedAt
    publishedAt = provenance.publishedAt
  }

  init(_ row: Row) throws {
    source = try row.checked("source")
    table = try row.checkedOptional("sourceTable")
    address = try row.checkedOptional("address")
    retrievedAt = try row.checked("retrievedAt")
    publishedAt = try row.checkedOptional("publishedAt")
  }

  var provenance: Provenance {
    Provenance(
      source: source, table: table, address: address, retrievedAt: retrievedAt,
      publishedAt: publishedAt)
  }

  private var order: [String] {
    [retrievedAt, source, table ?? "", address ?? "", publishedAt ?? ""]
  }
  static func < (a: RetrievalHead, b: RetrievalHead) -> Bool {
    a.order.lexicographicallyPrecedes(b.order)
  }

  func add(to hash: inout FieldHash) {
    for field in [source, table, address, retrievedAt, publishedAt] {
      hash.add(Data([field == nil ? 0 : 1]))
      hash.add(Data((field ?? "").utf8))
    }
  }
}

/// A retrieval and its values under one hash, bound to the retrieval before.
enum RetrievalRecord {
  /// Writes the values of one retrieval, which are ordered by their keys.
  static func insert(_ head: RetrievalHead, _ records: [ObservationRecord], in db: Database) throws
  {
    let number = (try Int.fetchOne(db, sql: "SELECT max(number) FROM retrieval") ?? 0) + 1
    let hash = hash(number, head, records, after: try previousHash(number, in: db))
    try db.execute(
      sql: """
        INSERT INTO retrieval
          (number, source, sourceTable, address, retrievedAt, publishedAt, rowCount, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, head.source, head.table, head.address, head.retrievedAt, head.publishedAt,
        records.count, hash,
      ])
    let statement = try db.makeStatement(
      sql: """
        INSERT INTO observation
          (series, geography, placeKind, place, breakdown, period, revision, value, missing,
           standardError, base, originalCode, uncertaintyCode, retrieval)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for record in records {
      let key = record.key
      try statement.execute(arguments: [
        key.series, key.geography, key.placeKind, key.place, key.breakdown, key.period,
        record.revision, record.value, record.missing, record.standardError, record.base,
        record.originalCode, record.uncertaintyCode, number,
      ])
    }
    try Ledger.append("retrieval", position: number, entry: hash, to: db)
  }

  private static func previousHash(_ number: Int, in db: Database) throws -> Data {
    try Data.fetchOne(
      db, sql: "SELECT hash FROM retrieval WHERE number = ?", arguments: [number - 1])
      ?? ContentHash.chainStart
  }

  private static func hash(
    _ number: Int, _ head: RetrievalHead, _ records: [ObservationRecord], after previous: Data
  ) -> Data {
    var hash = FieldHash("trygghet retrieval 1")
    hash.add(previous)
    hash.add(ContentHash.littleEndian(number))
    head.add(to: &hash)
    for record in records { record.add(to: &hash) }
    return hash.value()
  }

  /// Checks every retrieval with its values; throws when one is damaged or missing.
  static func verify(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM retrieval ORDER BY number")
    for (place, row) in rows.enumerated() {
      let number: Int = try row.checked("number")
      let head = try RetrievalHead(row)
      let records = try Row.fetchAll(
        db,
        sql: """
          SELECT observation.*, source, sourceTable, address, retrievedAt, publishedAt
          FROM observation JOIN retrieval ON retrieval.number = observation.retrieval
          WHERE observation.retrieval = ?
          ORDER BY series, geography, placeKind, place, breakdown, period
          """, arguments: [number]
      ).map { try ObservationRecord($0) }
      let expected: Data = try row.checked("hash")
      let count: Int = try row.checked("rowCount")
      guard number == place + 1, count == records.count,
        expected == hash(number, head, records, after: try previousHash(number, in: db))
      else {
        throw Problems([StorageProblem.damaged("retrieval", ["source": head.source])])
      }
    }
  }
}
