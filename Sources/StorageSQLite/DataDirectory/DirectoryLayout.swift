import Foundation

/// Which file is where in a data directory.
struct DirectoryLayout: Sendable {
  let directory: String
  init(_ directory: String) { self.directory = directory }

  var database: String { directory + "/trygghet.sqlite" }
  var lock: String { directory + "/trygghet.lock" }
  /// The copy that a restore is working on; never read by anything else.
  var restoring: String { directory + "/trygghet.sqlite.restoring" }

  /// Makes the directory, readable by its owner only, unless it is there.
  ///
  /// The mode of a directory that exists is the administrator's business and left alone.
  func create() throws {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory) {
      guard isDirectory.boolValue else {
        throw StorageProblem.failed(directory, reason: String(cString: strerror(ENOTDIR)))
      }
      return
    }
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw StorageProblem.failed(directory, reason: error.localizedDescription)
    }
    try DurableFile.synchroniseDirectory(holding: directory)
  }

  /// Makes sure that there is a database to read.
  func requireDatabase() throws {
    guard FileManager.default.fileExists(atPath: database) else {
      throw StorageProblem.missing(directory)
    }
  }
}
