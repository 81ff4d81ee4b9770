import GRDB

/// A change of the schema, named by what it changes and never edited afterwards.
struct Migration: Sendable {
  let name: String
  let apply: @Sendable (Database) throws -> Void
}

/// The way from an empty database to the schema of this version.
enum Migrations {
  /// To change the schema: one file in this folder, and one line at the end here.
  static let all: [Migration] = [
    createStores, keepVersionsAndObservations, keepDocuments, keepLedger, noteUncertainty,
  ]

  /// "Tryg" in ASCII, in the header of every database of ours.
  static let applicationID = 0x5472_7967

  /// Applies what is missing in one transaction: the whole upgrade happens, or nothing does.
  static func run(_ migrations: [Migration], on writer: some DatabaseWriter, file: String) throws {
    try writer.write { db in
      let applied = try applied(in: db, of: migrations, file: file)
      guard applied < migrations.count else { return }
      try db.execute(
        sql: """
          PRAGMA application_id = \(applicationID);
          CREATE TABLE IF NOT EXISTS migration (
            position INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
          ) STRICT;
          """)
      for (position, migration) in migrations.enumerated().dropFirst(applied) {
        try migration.apply(db)
        try db.execute(
          sql: "INSERT INTO migration (position, name) VALUES (?, ?)",
          arguments: [position + 1, migration.name])
      }
      try db.checkForeignKeys()
    }
  }

  /// How many of the migrations the database has.
  ///
  /// Throws `storage.foreignFile` when it isn't ours, and `storage.newerSchema` when it has
  /// migrations that this version does not know.
  static func applied(in db: Database, of migrations: [Migration], file: String) throws -> Int {
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    if isEmpty { return 0 }
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard id == applicationID, try db.tableExists("migration") else {
      throw StorageProblem.foreignFile(file)
    }
    let names = try String.fetchAll(db, sql: "SELECT name FROM migration ORDER BY position")
    guard names.elementsEqual(migrations.prefix(names.count).map(\.name)) else {
      throw StorageProblem.newerSchema(file)
    }
    return names.count
  }
}
