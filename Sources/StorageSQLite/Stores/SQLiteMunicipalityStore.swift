import Foundation
import GRDB
package import SafetyModel
import Workflows

/// The municipality and its goal in one row, with a hash over it.
package struct SQLiteMunicipalityStore: MunicipalityStore {
  private let pool: DatabasePool
  package init(_ directory: DataDirectory) { pool = directory.pool }

  package func municipality() async throws -> Municipality? { try await settings()?.municipality }

  package func goal() async throws -> Goal? { try await settings()?.goal }

  package func save(_ municipality: Municipality, goal: Goal?) async throws {
    let payload = try CanonicalJSON.encode(Settings(municipality: municipality, goal: goal))
    try await pool.writeDurably { db in
      try db.execute(
        sql: """
          INSERT INTO municipality (id, payload, hash) VALUES (1, ?, ?)
          ON CONFLICT (id) DO UPDATE SET payload = excluded.payload, hash = excluded.hash
          """,
        arguments: [payload, ContentHash.of(payload)])
    }
  }

  private func settings() async throws -> Settings? {
    try await pool.read { db in try Settings.read(db) }
  }
}

/// What the row holds.
struct Settings: Codable {
  var municipality: Municipality
  var goal: Goal?

  /// The row, or `nil` before anyone has told; throws when it is not as it was written.
  static func read(_ db: Database) throws -> Settings? {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT payload, hash FROM municipality WHERE id = 1")
    else { return nil }
    let payload: Data = try row.checked("payload")
    let hash: Data = try row.checked("hash")
    guard hash == ContentHash.of(payload),
      let settings = try? CanonicalJSON.decode(Settings.self, from: payload)
    else { throw Problems([StorageProblem.damaged("municipality")]) }
    return settings
  }
}
