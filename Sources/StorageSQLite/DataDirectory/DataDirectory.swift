import Foundation
import GRDB
import SafetyModel

/// A data directory that this process alone writes in.
package final class DataDirectory: Sendable {
  package let path: String
  let pool: DatabasePool
  private let lock: DirectoryLock

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

  /// Closes the database and lets other processes in.
  package func close() throws {
    try pool.close()
    lock.release()
  }
}
