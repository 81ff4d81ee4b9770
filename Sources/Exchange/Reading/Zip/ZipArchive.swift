import SafetyModel

/// A zip file in memory (PKWARE's APPNOTE 6.3): its list of contents, and each part on request.
///
/// Read from the list at the end of the file. Encrypted parts, parts in several files and the
/// 64-bit form are refused, and so are parts that lie over each other: a few kilobytes could
/// otherwise stand for terabytes.
struct ZipArchive {
  struct Entry {
    var name: String
    /// 0 is stored as it is, 8 is deflate.
    var method: Int
    var compressedBytes: Int
    var bytes: Int
    var checksum: UInt32
    /// Where the compressed bytes start.
    var start: Int
  }

  let file: String
  let limits: ZipLimits
  let entries: [Entry]
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], file: String, limits: ZipLimits = ZipLimits()) throws(Problems) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
    guard bytes.count <= limits.archiveBytes else {
      let arguments = ["bytes": String(bytes.count), "limit": String(limits.archiveBytes)]
      throw Problems([Problem("file.tooLarge", arguments: arguments, file: file)])
    }
    do {
      var directory = ZipDirectory(bytes, limits: limits)
      entries = try directory.entries()
    } catch {
      throw Problems([error.problem(in: file)])
    }
  }

  static func looksLikeZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

  func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

  /// The whole part, at most as many bytes as the limits say.
  func contents(of entry: Entry) throws(Problems) -> [UInt8] {
    var all: [UInt8] = []
    do {
      try inflate(entry) { all.append(contentsOf: $0) }
    } catch let fault as ZipFault {
      throw Problems([fault.problem(in: file)])
    } catch let problems as Problems {
      throw problems
    } catch {
      throw Problems([ZipFault("zip.damaged", part: entry.name).problem(in: file)])
    }
    return all
  }

  /// Hands out the part piece by piece; what `receive` throws ends the reading.
  func read(_ entry: Entry, _ receive: (ArraySlice<UInt8>) throws -> Void) throws {
    do {
      try inflate(entry, receive)
    } catch let fault as ZipFault {
      throw Problems([fault.problem(in: file)])
    }
  }

  private func inflate(_ entry: Entry, _ receive: (ArraySlice<UInt8>) throws -> Void) throws {
    let compressed = bytes[entry.start..<(entry.start + entry.compressedBytes)]
    var counter = ByteCounter(entry: entry, limit: min(limits.entryBytes, entry.bytes))
    if entry.method == 0 {
      try counter.count(compressed)
      try receive(compressed)
    } else {
      try Inflating.run(compressed, part: entry.name) { piece in
        try counter.count(piece)
        try receive(piece)
      }
    }
    try counter.finish()
  }
}

/// Something wrong with a zip file, before the file's name is known.
struct ZipFault: Error {
  var key: String
  var arguments: [String: String]
  /// `key` is that of the problem.
  init(_ key: String, part: String? = nil, limit: Int? = nil) {
    self.key = key
    arguments = [:]
    arguments["part"] = part
    arguments["limit"] = limit.map(String.init)
  }

  func problem(in file: String) -> Problem {
    Problem(key, arguments: arguments, file: file)
  }
}

/// Counts and checks what really comes out of a part.
private struct ByteCounter {
  let entry: ZipArchive.Entry
  let limit: Int
  var bytes = 0
  var checksum = Inflating.emptyChecksum

  mutating func count(_ piece: ArraySlice<UInt8>) throws(ZipFault) {
    bytes += piece.count
    guard bytes <= limit else {
      throw ZipFault("zip.tooLarge", part: entry.name, limit: limit)
    }
    checksum = Inflating.checksum(checksum, piece)
  }

  func finish() throws(ZipFault) {
    guard bytes == entry.bytes, checksum == entry.checksum else {
      throw ZipFault("zip.damaged", part: entry.name)
    }
  }
}
