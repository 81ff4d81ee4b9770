import Foundation

/// Files that are on disk when the function returns, and not before they are whole.
enum DurableFile {
  /// Makes an empty file that only its owner may read or write; refuses one that is there.
  static func create(_ path: String) throws {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    close(descriptor)
  }

  /// Waits until the content of a file, or the names in a directory, are on disk.
  static func synchronise(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// Waits until the name of a file is on disk.
  static func synchroniseDirectory(holding path: String) throws {
    try synchronise(directory(of: path))
  }

  /// Gives a finished file its final name in one step, and waits until the name is on disk.
  ///
  /// Unless `replacing`, a file that took the name in the meantime is left alone and refused.
  static func move(_ path: String, to final: String, replacing: Bool) throws {
    try synchronise(path)
    if !replacing, FileManager.default.fileExists(atPath: final) {
      throw StorageProblem.targetExists(final)
    }
    // A link is refused when the name was taken since; not every file system has links.
    if replacing || link(path, final) != 0 {
      if !replacing, errno == EEXIST { throw StorageProblem.targetExists(final) }
      guard rename(path, final) == 0 else { throw failure(final) }
    } else {
      unlink(path)
    }
    try synchroniseDirectory(holding: final)
  }

  static func directory(of path: String) -> String {
    // Foundation's `deletingLastPathComponent` traps on a name of a single letter.
    let plain = path.reversed().drop { $0 == "/" }.reversed()
    guard let slash = plain.lastIndex(of: "/") else { return plain.isEmpty ? "/" : "." }
    let parent = String(plain[..<slash])
    return parent.isEmpty ? "/" : parent
  }

  private static func failure(_ path: String) -> any Error {
    StorageProblem.failed(path, reason: String(cString: strerror(errno)))
  }
}
