import Foundation
import GRDB
import SafetyModel

/// A data directory that this process alone writes in, or only reads.
package final class DataDirectory: Sendable {
  package let path: String
  let pool: DatabasePool
  /// `nil` when the directory is only read.
  private let lock: DirectoryLock?

  /// Opens the directory, and makes it when it is not there.
  ///
  /// Throws ``SafetyModel/Problems`` when another process has it, when it comes from a newer
  /// version, or when the database would not survive a power cut.
  package static func open(_ path: String) throws -> DataDirectory {
    try DataDirectory(path, migrations: Migrations.all)
  }

  init(_ path: String, migrations: [Migration]) throws {
    let layout = DirectoryLayout(path)
    try layout.create()
    self.path = path
    lock = try DirectoryLock(layout)
    if !FileManager.default.fileExists(atPath: layout.database) {
      // SQLite would make it readable by everyone; its side files inherit the mode.
      try DurableFile.create(layout.database)
    }
    do {
      pool = try DatabaseOpening.writable(layout.database)
      try Migrations.run(migrations, on: pool, file: layout.database)
    } catch let error as DatabaseError {
      throw StorageProblem.failed(layout.database, reason: error.message ?? "\(error.resultCode)")
    }
    try DurableFile.synchronise(path)
  }

  /// Opens the directory for reading only: another process may write in it meanwhile, and what it
  /// writes is seen.
  ///
  /// Throws ``SafetyModel/Problems`` when there is no database, or when its schema is not this
  /// version's.
  package static func openForReading(_ path: String) throws -> DataDirectory {
    try DataDirectory(reading: path)
  }

  private init(reading path: String) throws {
    let layout = DirectoryLayout(path)
    try layout.requireDatabase()
    self.path = path
    lock = nil
    do {
      pool = try DatabaseOpening.readablePool(layout.database)
      let applied = try pool.read {
        try Migrations.applied(in: $0, of: Migrations.all, file: layout.database)
      }
      guard applied == Migrations.all.count else {
        throw StorageProblem.olderSchema(layout.database)
      }
    } catch let error as DatabaseError {
      throw StorageProblem.failed(layout.database, reason: error.message ?? "\(error.resultCode)")
    }
  }

  /// Closes the database and lets other processes in.
  package func close() throws {
    try pool.close()
    lock?.release()
  }
}
