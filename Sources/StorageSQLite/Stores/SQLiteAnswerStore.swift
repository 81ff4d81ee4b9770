import Foundation
import GRDB
import SafetyModel
package import Workflows

/// Coded answers, one row for each variable of each publication.
package struct SQLiteAnswerStore: AnswerStore {
  private let pool: DatabasePool
  package init(_ directory: DataDirectory) { pool = directory.pool }

  package func answers(of publication: Int) async throws -> StoredAnswers? {
    let found: (record: AnswerRecord, hash: Data?)? = try await pool.read { db in
      guard let record = try AnswerRecord.read(db, publication: publication) else { return nil }
      let hash = try Data.fetchOne(
        db, sql: "SELECT answersHash FROM publication WHERE number = ?", arguments: [publication])
      return (record, hash)
    }
    guard let found else { return nil }
    guard found.record.hash() == found.hash, let answers = found.record.answers() else {
      throw Problems([StorageProblem.damaged("answers", ["number": String(publication)])])
    }
    return answers
  }
}

extension AnswerRecord {
  /// The stored record, or `nil` when the publication has no answers.
  static func read(_ db: Database, publication: Int) throws -> AnswerRecord? {
    guard
      let head = try Row.fetchOne(
        db, sql: "SELECT rowCount, lonelyUnit FROM answers WHERE publication = ?",
        arguments: [publication])
    else { return nil }
    let columns = try Row.fetchAll(
      db, sql: "SELECT kind, name, categories, content FROM answerColumn WHERE publication = ?",
      arguments: [publication]
    ).map { try AnswerColumn($0, publication: publication) }
    return AnswerRecord(
      rowCount: try head.checked("rowCount"), lonelyUnit: try head.checked("lonelyUnit"),
      columns: columns)
  }

  func insert(_ db: Database, publication: Int) throws {
    try db.execute(
      sql: "INSERT INTO answers (publication, rowCount, lonelyUnit) VALUES (?, ?, ?)",
      arguments: [publication, rowCount, lonelyUnit])
    let statement = try db.makeStatement(
      sql: """
        INSERT INTO answerColumn (publication, kind, name, categories, content)
        VALUES (?, ?, ?, ?, ?)
        """)
    for column in columns {
      try statement.execute(arguments: [
        publication, column.kind.rawValue, column.name, column.categories, column.content,
      ])
    }
  }
}

extension AnswerColumn {
  init(_ row: Row, publication: Int) throws {
    guard let kind = Kind(rawValue: try row.checked("kind")) else {
      throw Problems([StorageProblem.damaged("answers", ["number": String(publication)])])
    }
    self.init(
      kind: kind, name: try row.checked("name"),
      categories: try row.checkedOptional("categories"), content: try row.checked("content"))
  }
}
