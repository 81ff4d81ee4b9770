import Foundation
import GRDB
import SafetyModel
package import Workflows

/// Backup, restore and verification of a data directory.
package struct SQLiteSafekeeping: Safekeeping {
  package init() {}

  package func backup(
    _ directory: String, to file: String, replacing: Bool, progress: any ProgressListener
  ) throws -> VerificationReport {
    let layout = DirectoryLayout(directory)
    try layout.requireDatabase()
    guard replacing || !FileManager.default.fileExists(atPath: file) else {
      throw StorageProblem.targetExists(file)
    }
    let name = (file as NSString).lastPathComponent
    let unfinished = DurableFile.directory(of: file) + "/.\(name).unfinished-\(getpid())"
    let report = try verifiedCopy(
      layout.database, to: unfinished, journal: .delete, progress: progress)
    try removingOnFailure(unfinished) {
      try DurableFile.move(unfinished, to: file, replacing: replacing)
    }
    return report
  }

  package func restore(
    _ file: String, into directory: String, progress: any ProgressListener
  ) throws -> VerificationReport {
    guard FileManager.default.fileExists(atPath: file) else {
      throw StorageProblem.failed(file, reason: String(cString: strerror(ENOENT)))
    }
    let layout = DirectoryLayout(directory)
    try requireEmpty(layout)
    try requireWhole(Verification.run(file, progress: progress))
    try layout.create()
    let lock = try DirectoryLock(layout)
    defer { lock.release() }
    // Again, now that nobody else can put anything there.
    try requireEmpty(layout)
    let report = try verifiedCopy(
      file, to: layout.restoring, journal: .wal, progress: progress)
    try removingOnFailure(layout.restoring) {
      try DurableFile.move(layout.restoring, to: layout.database, replacing: false)
    }
    return report
  }

  package func verify(_ directory: String, progress: any ProgressListener) throws
    -> VerificationReport
  {
    let layout = DirectoryLayout(directory)
    try layout.requireDatabase()
    let report = try Verification.run(layout.database, progress: progress)
    if report.isWhole, access(layout.database, W_OK) == 0 {
      // Opens as the server does, which is refused unless every commit is on disk at once.
      try DatabaseOpening.writable(layout.database).close()
    }
    return report
  }

  /// Copies and checks the copy; a copy that is not whole is removed and refused.
  private func verifiedCopy(
    _ source: String, to target: String, journal: DatabaseCopy.Journal,
    progress: any ProgressListener
  ) throws -> VerificationReport {
    removeDatabase(target)
    return try removingOnFailure(target) {
      do {
        try DatabaseCopy.copy(source, to: target, journal: journal, progress: progress)
      } catch let error as DatabaseError {
        throw StorageProblem.failed(source, reason: error.plainDescription)
      }
      let report = try Verification.run(target, progress: progress)
      try requireWhole(report)
      for sideFile in ["-wal", "-shm"] { unlink(target + sideFile) }
      return report
    }
  }

  private func requireWhole(_ report: VerificationReport) throws {
    guard report.isWhole else { throw Problems(report.problems) }
  }

  /// Only what an interrupted restore has left may be there.
  private func requireEmpty(_ layout: DirectoryLayout) throws {
    guard FileManager.default.fileExists(atPath: layout.directory) else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: layout.directory)
    } catch {
      throw StorageProblem.failed(layout.directory, reason: error.localizedDescription)
    }
    let known = [layout.lock, layout.restoring].map { ($0 as NSString).lastPathComponent }
    guard names.allSatisfy({ name in known.contains { name.hasPrefix($0) } }) else {
      throw StorageProblem.directoryNotEmpty(layout.directory)
    }
  }

  private func removingOnFailure<Result>(_ file: String, _ work: () throws -> Result) throws
    -> Result
  {
    do {
      return try work()
    } catch {
      removeDatabase(file)
      throw error
    }
  }

  private func removeDatabase(_ file: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(file + ending) }
  }
}
