import Glibc
package import SafetyModel

/// Whole files into memory, within a limit that is checked before anything is allocated.
package enum FileBytes {
  /// The bytes of a regular file.
  ///
  /// The file is copied rather than memory-mapped: a mapped file that shrinks while it is read
  /// ends the process with SIGBUS.
  package static func read(_ path: String, limit: Int) throws(Problems) -> [UInt8] {
    // Without O_NONBLOCK, opening a named pipe waits for a writer that may never come.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    let size = try sizeOfRegularFile(descriptor, path, limit: limit)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw unreadable(path, failure) }
    return bytes
  }

  /// The size of a file in bytes, checked as ``read(_:limit:)`` does, and its first bytes.
  package static func beginning(
    _ path: String, count: Int, limit: Int
  ) throws(Problems) -> (size: Int, bytes: [UInt8]) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    let size = try sizeOfRegularFile(descriptor, path, limit: limit)
    let wanted = min(count, size)
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, got in
      got = max(0, Glibc.read(descriptor, buffer.baseAddress, wanted))
    }
    return (size, bytes)
  }

  private static func sizeOfRegularFile(
    _ descriptor: Int32, _ path: String, limit: Int
  ) throws(Problems) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problems([Problem("file.notAFile", file: path)])
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      let arguments = ["bytes": String(size), "limit": String(limit)]
      throw Problems([Problem("file.tooLarge", arguments: arguments, file: path)])
    }
    guard size > 0 else { throw Problems([Problem("file.empty", file: path)]) }
    return size
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Problems {
    if code == ENOENT || code == ENOTDIR {
      return Problems([Problem("file.notFound", file: path)])
    }
    let reason = String(cString: strerror(code))
    return Problems([Problem("file.unreadable", arguments: ["reason": reason], file: path)])
  }
}
