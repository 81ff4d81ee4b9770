import Foundation
import GRDB
package import SafetyModel
package import Workflows

/// Publications in a chain of hashes, each with its answers.
package struct SQLitePublicationStore: PublicationStore {
  private let pool: DatabasePool
  package init(_ directory: DataDirectory) { pool = directory.pool }

  /// A publication is the current one of its wave when no other corrects it.
  private static let isCurrent = """
    NOT EXISTS (SELECT 1 FROM publication AS later WHERE later.corrects = publication.number)
    """
  private static let headingColumns = "number, study, series, wave, publishedAt, note, corrects"

  package func current(fingerprint: String) async throws -> PublicationHeading? {
    try await pool.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT \(Self.headingColumns) FROM publication
          WHERE fingerprint = ? AND \(Self.isCurrent)
          ORDER BY number DESC LIMIT 1
          """,
        arguments: [fingerprint]
      ).map { try PublicationHeading($0) }
    }
  }

  package func current(series: String, wave: Int) async throws -> Publication? {
    try await pool.read { db in
      try PublicationRecord.fetchOne(
        db,
        sql: """
          SELECT * FROM publication WHERE series = ? AND wave = ? AND \(Self.isCurrent)
          """,
        arguments: [series, wave])
    }?.publication()
  }

  package func waves(of series: String) async throws -> [Publication] {
    try await pool.read { db in
      try PublicationRecord.fetchAll(
        db,
        sql: """
          SELECT * FROM publication WHERE series = ? AND \(Self.isCurrent) ORDER BY wave
          """,
        arguments: [series])
    }.map { try $0.publication() }
  }

  package func publication(_ number: Int) async throws -> Publication? {
    try await pool.read { db in
      try PublicationRecord.fetchOne(
        db, sql: "SELECT * FROM publication WHERE number = ?", arguments: [number])
    }?.publication()
  }

  package func history() async throws -> [PublicationHeading] {
    try await pool.read { db in
      try Row.fetchAll(
        db, sql: "SELECT \(Self.headingColumns) FROM publication ORDER BY number DESC"
      ).map { try PublicationHeading($0) }
    }
  }

  package func append(_ publication: Publication, answers: StoredAnswers) async throws
    -> Publication
  {
    let record = try AnswerRecord(answers)
    let stored = try await pool.writeDurably { db in
      try Self.append(publication, answers: record, in: db)
    }
    // A flipped bit in the log would silently take the newest commits away; in the database
    // itself a flip is found. When a reader is in the way, the next commit or closing does it.
    _ = try? await pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    return stored
  }

  private static func append(
    _ publication: Publication, answers: AnswerRecord, in db: Database
  ) throws -> Publication {
    let end = try ChainEnd.read(db)
    var stored = publication
    stored.number = end.number + 1
    stored.corrects = try Int.fetchOne(
      db,
      sql: "SELECT number FROM publication WHERE series = ? AND wave = ? AND \(isCurrent)",
      arguments: [publication.series, publication.wave])
    let record = try PublicationRecord(
      stored, answersHash: answers.hash(), after: end.chainHash)
    try record.insert(db)
    try answers.insert(db, publication: stored.number)
    try ChainEnd(number: stored.number, chainHash: record.chainHash).write(db)
    try Ledger.append("publication", position: stored.number, entry: record.chainHash, to: db)
    try requireWhole(stored.number, in: db)
    return stored
  }

  /// Reads back what was written before it is committed.
  private static func requireWhole(_ number: Int, in db: Database) throws {
    let record = try PublicationRecord.fetchOne(
      db, sql: "SELECT * FROM publication WHERE number = ?", arguments: [number])
    _ = try record?.publication()
    guard let record, try AnswerRecord.read(db, publication: number)?.hash() == record.answersHash
    else { throw Problems([StorageProblem.damaged("answers", ["number": String(number)])]) }
  }
}
