import Foundation
import GRDB

/// The ways to open the database: for everything, or for reading only.
enum DatabaseOpening {
  /// Opens for reading and writing, so that what is acknowledged survives a power cut.
  static func writable(_ path: String) throws -> DatabasePool {
    let pool = try DatabasePool(path: path, configuration: configuration())
    // DatabasePool sets NORMAL after it has prepared the connection, and SQLite ignores the
    // setting within a transaction: it can only be made here, and is not believed unread.
    try pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try requirePowerSafety(db)
    }
    return pool
  }

  /// Opens for reading only and takes no lock: a server may work in the directory meanwhile.
  static func readable(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The same with several readers at once, for a server.
  static func readablePool(_ path: String) throws -> DatabasePool {
    var configuration = configuration()
    configuration.readonly = true
    return try DatabasePool(path: path, configuration: configuration)
  }

  /// Reads the settings back; throws `storage.notPowerSafe` unless a commit is on disk at once.
  static func requirePowerSafety(_ db: Database) throws {
    let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
    // 2 is FULL. EXTRA (3) would be as good, but nobody asked for it, so something is wrong.
    guard synchronous == 2 else {
      throw StorageProblem.notPowerSafe("synchronous", found: String(synchronous))
    }
    let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
    guard journal == "wal" else {
      throw StorageProblem.notPowerSafe("journal_mode", found: journal)
    }
    let foreignKeys = try Int.fetchOne(db, sql: "PRAGMA foreign_keys") ?? 0
    guard foreignKeys == 1 else {
      throw StorageProblem.notPowerSafe("foreign_keys", found: String(foreignKeys))
    }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      // Removed answers leave no trace in free pages.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      // A damaged or foreign file may hold a schema made to harm; it gets no functions to call.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }
}
