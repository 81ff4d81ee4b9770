import Foundation
import GRDB
package import SafetyModel
package import Workflows

/// The versions of the municipality's settings, each bound to the one before by a hash.
package struct SQLiteMunicipalityStore: MunicipalityStore {
  private let pool: DatabasePool
  package init(_ directory: DataDirectory) { pool = directory.pool }

  package func latest() async throws -> MunicipalityVersion? {
    try await pool.read { db in
      try MunicipalityRecord.read(db, number: MunicipalityRecord.newest(db))?.version()
    }
  }

  package func version(_ number: Int) async throws -> MunicipalityVersion? {
    try await pool.read { db in try MunicipalityRecord.read(db, number: number)?.version() }
  }

  package func changes() async throws -> [MunicipalityChange] {
    try await pool.read { db in
      try Row.fetchAll(
        db, sql: "SELECT number, who, why, savedAt FROM municipalityVersion ORDER BY number DESC"
      ).map { try MunicipalityChange($0) }
    }
  }

  package func save(_ municipality: Municipality, goal: Goal?, file: [UInt8]?, note: ChangeNote)
    async throws -> MunicipalityChange
  {
    let payload = try CanonicalJSON.encode(Settings(municipality: municipality, goal: goal))
    return try await pool.writeDurably { db in
      let number = try MunicipalityRecord.newest(db)
      let newest = try MunicipalityRecord.read(db, number: number)
      let file = file.map { Data($0) }
      if let newest, newest.payload == payload, newest.file == file { return newest.change }
      let record = MunicipalityRecord(
        change: MunicipalityChange(number: number + 1, note: note), payload: payload, file: file,
        previous: newest?.hash ?? ContentHash.chainStart)
      try record.insert(db)
      try Ledger.append(
        "municipality", position: record.change.number, entry: record.hash, to: db)
      return record.change
    }
  }
}

/// What a version says.
struct Settings: Codable {
  var municipality: Municipality
  var goal: Goal?
}

/// A version as it is stored.
struct MunicipalityRecord {
  var change: MunicipalityChange
  var payload: Data
  var file: Data?
  /// The hash of the version before.
  var previous: Data
  /// Over this version and the one before.
  var hash: Data

  init(change: MunicipalityChange, payload: Data, file: Data?, previous: Data) {
    self.change = change
    self.payload = payload
    self.file = file
    self.previous = previous
    hash = Data()
    hash = computedHash()
  }

  func computedHash() -> Data {
    var hash = FieldHash("trygghet municipality 1")
    hash.add(previous)
    hash.add(ContentHash.littleEndian(change.number))
    for text in [change.note.who, change.note.why, change.note.at] { hash.add(Data(text.utf8)) }
    hash.add(payload)
    hash.add(Data(file == nil ? [0] : [1]))
    hash.add(file ?? Data())
    return hash.value()
  }

  /// The number of the newest version; 0 when there is none.
  static func newest(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(number) FROM municipalityVersion") ?? 0
  }

  static func read(_ db: Database, number: Int) throws -> MunicipalityRecord? {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM municipalityVersion WHERE number IN (?, ?) ORDER BY number",
      arguments: [number, number - 1])
    guard let row = rows.last, try row.checked("number") == number else { return nil }
    var record = MunicipalityRecord(
      change: try MunicipalityChange(row), payload: try row.checked("payload"),
      file: try row.checkedOptional("file"), previous: ContentHash.chainStart)
    if rows.count > 1 { record.previous = try rows[0].checked("hash") }
    record.hash = try row.checked("hash")
    return record
  }

  /// The version, proved to be as it was saved.
  func version() throws -> MunicipalityVersion {
    guard hash == computedHash(), previous.count == 32,
      let settings = try? CanonicalJSON.decode(Settings.self, from: payload)
    else { throw Problems([StorageProblem.damaged("municipality")]) }
    return MunicipalityVersion(
      change: change, municipality: settings.municipality, goal: settings.goal,
      file: file.map { [UInt8]($0) })
  }

  func insert(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO municipalityVersion (number, savedAt, who, why, payload, file, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        change.number, change.note.at, change.note.who, change.note.why, payload, file, hash,
      ])
  }

  /// Checks every version; throws when one is damaged or missing.
  static func verify(_ db: Database) throws {
    let numbers = try Int.fetchAll(db, sql: "SELECT number FROM municipalityVersion ORDER BY 1")
    guard numbers == Array(0..<numbers.count).map({ $0 + 1 }) else {
      throw Problems([StorageProblem.damaged("municipality")])
    }
    for number in numbers { _ = try read(db, number: number)?.version() }
  }
}

extension MunicipalityChange {
  init(_ row: Row) throws {
    self.init(
      number: try row.checked("number"),
      note: ChangeNote(
        who: try row.checked("who"), why: try row.checked("why"), at: try row.checked("savedAt")))
  }
}
