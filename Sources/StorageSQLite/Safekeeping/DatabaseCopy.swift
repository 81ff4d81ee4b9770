import Foundation
import GRDB
import Workflows

/// Copies a database page by page while others may write in it.
enum DatabaseCopy {
  /// A backup is one plain file; a data directory keeps a log beside it.
  enum Journal: String { case delete, wal }

  /// Copies the database, as it is at one moment, into a new file.
  static func copy(
    _ source: String, to target: String, journal: Journal, progress: any ProgressListener
  ) throws {
    progress.began("storage.copy", arguments: ["file": source])
    let from = try DatabaseOpening.readable(source)
    try DurableFile.create(target)
    let to = try DatabaseQueue(path: target)
    // The read transaction around all steps keeps the copy at one moment, so that a server that
    // writes meanwhile neither mixes two states nor makes the copy begin anew.
    try from.read { source in
      try to.writeWithoutTransaction { target in
        try source.backup(to: target, pagesPerStep: 256) { step in
          progress.advanced(
            to: Double(step.completedPageCount) / Double(max(1, step.totalPageCount)))
        }
      }
    }
    try from.close()
    try to.close()
    try set(journal, in: target)
    progress.finished()
  }

  /// On a new connection: the old one does not know what kind of file it has become.
  private static func set(_ journal: Journal, in file: String) throws {
    let queue = try DatabaseQueue(path: file)
    let mode = try queue.writeWithoutTransaction { db in
      try String.fetchOne(db, sql: "PRAGMA journal_mode = \(journal.rawValue)") ?? ""
    }
    guard mode == journal.rawValue else {
      throw StorageProblem.notPowerSafe("journal_mode", found: mode)
    }
    try queue.close()
  }
}
