import Foundation
import GRDB
import SafetyModel
import Workflows

/// A version of a document as it is stored, bound to the one before by its hash.
struct DocumentRecord {
  enum Kind: String, CaseIterable { case areaRegister, sources, preconditions }

  var kind: Kind
  var change: DocumentChange
  var payload: Data
  var hash: Data

  /// The newest version, or the one by its number; throws when it is not as it was saved.
  static func read(_ db: Database, _ kind: Kind, number: Int? = nil) throws -> DocumentRecord? {
    let wanted = try number ?? newest(db, kind)
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM document WHERE kind = ? AND number IN (?, ?) ORDER BY number",
      arguments: [kind.rawValue, wanted, wanted - 1])
    guard let row = rows.last, try row.checked("number") == wanted else { return nil }
    let record = DocumentRecord(
      kind: kind, change: try DocumentChange(row), payload: try row.checked("payload"),
      hash: try row.checked("hash"))
    let previous: Data = rows.count > 1 ? try rows[0].checked("hash") : ContentHash.chainStart
    guard record.hash == record.computedHash(after: previous), wanted == 1 || rows.count > 1 else {
      throw Problems([StorageProblem.damaged("document", ["kind": kind.rawValue])])
    }
    return record
  }

  static func newest(_ db: Database, _ kind: Kind) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT max(number) FROM document WHERE kind = ?", arguments: [kind.rawValue]) ?? 0
  }

  static func changes(_ db: Database, _ kind: Kind) throws -> [DocumentChange] {
    try Row.fetchAll(
      db, sql: "SELECT number, who, why, savedAt FROM document WHERE kind = ? ORDER BY number DESC",
      arguments: [kind.rawValue]
    ).map { try DocumentChange($0) }
  }

  /// Adds a version unless the newest says the same.
  static func save(
    _ db: Database, _ kind: Kind, _ payload: Data, note: ChangeNote
  ) throws -> DocumentChange? {
    let newest = try read(db, kind)
    if let newest, newest.payload == payload { return nil }
    var record = DocumentRecord(
      kind: kind,
      change: DocumentChange(number: (newest?.change.number ?? 0) + 1, note: note),
      payload: payload, hash: Data())
    record.hash = record.computedHash(after: newest?.hash ?? ContentHash.chainStart)
    try db.execute(
      sql: """
        INSERT INTO document (kind, number, savedAt, who, why, payload, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        kind.rawValue, record.change.number, note.at, note.who, note.why, payload, record.hash,
      ])
    try Ledger.append(
      "document.\(kind.rawValue)", position: record.change.number, entry: record.hash, to: db)
    return record.change
  }

  private func computedHash(after previous: Data) -> Data {
    var hash = FieldHash("trygghet document 1")
    hash.add(previous)
    hash.add(Data(kind.rawValue.utf8))
    hash.add(ContentHash.littleEndian(change.number))
    for text in [change.note.who, change.note.why, change.note.at] { hash.add(Data(text.utf8)) }
    hash.add(payload)
    return hash.value()
  }

  func decoded<Document: Decodable>(_ type: Document.Type) throws -> Document {
    guard let document = try? CanonicalJSON.decode(type, from: payload) else {
      throw Problems([StorageProblem.damaged("document", ["kind": kind.rawValue])])
    }
    return document
  }

  /// Checks every version of every document; throws when one is damaged or missing.
  static func verify(_ db: Database) throws {
    for kind in Kind.allCases {
      for number in stride(from: 1, through: try newest(db, kind), by: 1) {
        guard try read(db, kind, number: number) != nil else {
          throw Problems([StorageProblem.damaged("document", ["kind": kind.rawValue])])
        }
      }
    }
    _ = try SourceStateRecord.all(db)
  }
}

extension DocumentChange {
  init(_ row: Row) throws {
    self.init(
      number: try row.checked("number"),
      note: ChangeNote(
        who: try row.checked("who"), why: try row.checked("why"), at: try row.checked("savedAt")))
  }
}

/// How sources were last reached, as it is stored.
enum SourceStateRecord {
  static func all(_ db: Database) throws -> [SourceState] {
    try Row.fetchAll(db, sql: "SELECT source, payload, hash FROM sourceState ORDER BY source").map {
      let payload: Data = try $0.checked("payload")
      let hash: Data = try $0.checked("hash")
      let source: String = try $0.checked("source")
      guard hash == ContentHash.of(payload),
        let state = try? CanonicalJSON.decode(SourceState.self, from: payload),
        state.source == source
      else { throw Problems([StorageProblem.damaged("document", ["kind": "sourceState"])]) }
      return state
    }
  }

  static func save(_ db: Database, _ state: SourceState) throws {
    let payload = try CanonicalJSON.encode(state)
    try db.execute(
      sql: """
        INSERT INTO sourceState (source, payload, hash) VALUES (?, ?, ?)
        ON CONFLICT (source) DO UPDATE SET payload = excluded.payload, hash = excluded.hash
        """, arguments: [state.source, payload, ContentHash.of(payload)])
  }
}
