import GRDB
package import SafetyModel
package import Workflows

/// The versions of the register of areas.
package struct SQLiteAreaRegisterStore: AreaRegisterStore {
  private let pool: DatabasePool
  package init(_ directory: DataDirectory) { pool = directory.pool }

  package func register() async throws -> AreaRegister? {
    try await pool.read { try DocumentRecord.read($0, .areaRegister) }?.decoded(AreaRegister.self)
  }

  package func register(version: Int) async throws -> AreaRegister? {
    try await pool.read { try DocumentRecord.read($0, .areaRegister, number: version) }?
      .decoded(AreaRegister.self)
  }

  package func changes() async throws -> [DocumentChange] {
    try await pool.read { try DocumentRecord.changes($0, .areaRegister) }
  }

  package func save(_ register: AreaRegister, note: ChangeNote) async throws -> DocumentChange? {
    let payload = try CanonicalJSON.encode(register)
    return try await pool.writeDurably {
      try DocumentRecord.save($0, .areaRegister, payload, note: note)
    }
  }
}

/// The versions of the sources' entries, and how each was last reached.
package struct SQLiteSourceStore: SourceStore {
  private let pool: DatabasePool
  package init(_ directory: DataDirectory) { pool = directory.pool }

  package func entries() async throws -> [SourceEntry] {
    try await pool.read { try DocumentRecord.read($0, .sources) }?.decoded([SourceEntry].self) ?? []
  }

  package func changes() async throws -> [DocumentChange] {
    try await pool.read { try DocumentRecord.changes($0, .sources) }
  }

  package func save(_ entries: [SourceEntry], note: ChangeNote) async throws -> DocumentChange? {
    let payload = try CanonicalJSON.encode(entries.sorted { $0.code < $1.code })
    return try await pool.writeDurably {
      try DocumentRecord.save($0, .sources, payload, note: note)
    }
  }

  package func states() async throws -> [SourceState] {
    try await pool.read { try SourceStateRecord.all($0) }
  }

  package func save(_ state: SourceState) async throws {
    try await pool.writeDurably { try SourceStateRecord.save($0, state) }
  }
}

/// The versions of the preconditions.
package struct SQLitePreconditionStore: PreconditionStore {
  private let pool: DatabasePool
  package init(_ directory: DataDirectory) { pool = directory.pool }

  package func preconditions() async throws -> Preconditions? {
    try await pool.read { try DocumentRecord.read($0, .preconditions) }?
      .decoded(Preconditions.self)
  }

  package func preconditions(version: Int) async throws -> Preconditions? {
    try await pool.read { try DocumentRecord.read($0, .preconditions, number: version) }?
      .decoded(Preconditions.self)
  }

  package func changes() async throws -> [DocumentChange] {
    try await pool.read { try DocumentRecord.changes($0, .preconditions) }
  }

  package func save(
    _ preconditions: Preconditions, note: ChangeNote
  ) async throws -> DocumentChange? {
    let payload = try CanonicalJSON.encode(preconditions)
    return try await pool.writeDurably {
      try DocumentRecord.save($0, .preconditions, payload, note: note)
    }
  }
}
