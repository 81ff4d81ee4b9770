import Foundation
import GRDB

/// The newest publication and its link, kept apart so that losing the newest is noticed.
struct ChainEnd {
  var number: Int
  var chainHash: Data

  static func read(_ db: Database) throws -> ChainEnd {
    try Row.fetchOne(db, sql: "SELECT number, chainHash FROM chainEnd WHERE id = 1")
      .map { ChainEnd(number: try $0.checked("number"), chainHash: try $0.checked("chainHash")) }
      ?? ChainEnd(number: 0, chainHash: ContentHash.chainStart)
  }

  func write(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO chainEnd (id, number, chainHash) VALUES (1, ?, ?)
        ON CONFLICT (id) DO UPDATE SET number = excluded.number, chainHash = excluded.chainHash
        """,
      arguments: [number, chainHash])
  }
}
