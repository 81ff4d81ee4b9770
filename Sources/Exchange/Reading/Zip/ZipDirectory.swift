import SafetyModel

/// Reads the list of contents at the end of a zip file.
struct ZipDirectory {
  private let bytes: [UInt8]
  private let limits: ZipLimits
  private var at = 0

  init(_ bytes: [UInt8], limits: ZipLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func entries() throws(ZipFault) -> [ZipArchive.Entry] {
    let end = try endRecord()
    guard number(end + 4, 2) == 0, number(end + 6, 2) == 0 else {
      throw ZipFault("zip.unsupported")
    }
    let count = number(end + 10, 2)
    let size = number(end + 12, 4)
    let start = number(end + 16, 4)
    guard count != 0xFFFF, start != 0xFFFF_FFFF, size != 0xFFFF_FFFF else {
      throw ZipFault("zip.unsupported")
    }
    guard count <= limits.entries else { throw ZipFault("zip.tooManyParts", limit: limits.entries) }
    guard start + size <= end else { throw ZipFault("zip.damagedList") }
    at = start
    var entries: [ZipArchive.Entry] = []
    var total = 0
    for _ in 0..<count {
      let entry = try nextEntry(before: end)
      total += entry.bytes
      guard total <= limits.totalBytes else {
        throw ZipFault("zip.tooLarge", part: entry.name, limit: limits.totalBytes)
      }
      entries.append(entry)
    }
    try refuseOverlaps(entries, before: start)
    return entries
  }

  /// The record that closes the file; after it stands at most a comment of 65 535 bytes.
  private func endRecord() throws(ZipFault) -> Int {
    var place = bytes.count - 22
    while place >= max(0, bytes.count - 22 - 65_535) {
      if number(place, 4) == 0x0605_4B50, place + 22 + number(place + 20, 2) == bytes.count {
        return place
      }
      place -= 1
    }
    throw ZipFault("zip.noList")
  }

  private mutating func nextEntry(before end: Int) throws(ZipFault) -> ZipArchive.Entry {
    guard at + 46 <= end, number(at, 4) == 0x0201_4B50 else { throw ZipFault("zip.damagedList") }
    let nameLength = number(at + 28, 2)
    let next = at + 46 + nameLength + number(at + 30, 2) + number(at + 32, 2)
    guard next <= end else { throw ZipFault("zip.damagedList") }
    let nameBytes = bytes[(at + 46)..<(at + 46 + nameLength)]
    let name = String(decoding: nameBytes.prefix(300), as: UTF8.self)
    let flags = number(at + 8, 2)
    let method = number(at + 10, 2)
    guard flags & 1 == 0 else { throw ZipFault("zip.encrypted", part: name) }
    guard method == 0 || method == 8 else { throw ZipFault("zip.unsupported", part: name) }
    let compressed = number(at + 20, 4)
    let size = number(at + 24, 4)
    guard size <= limits.entryBytes else {
      throw ZipFault("zip.tooLarge", part: name, limit: limits.entryBytes)
    }
    let start = try startOfContents(number(at + 42, 4), name: name)
    guard start + compressed <= bytes.count else { throw ZipFault("zip.damaged", part: name) }
    let checksum = UInt32(truncatingIfNeeded: number(at + 16, 4))
    at = next
    return ZipArchive.Entry(
      name: name, method: method, compressedBytes: compressed, bytes: size, checksum: checksum,
      start: start)
  }

  /// The part's own heading repeats the name, with lengths of its own.
  private func startOfContents(_ heading: Int, name: String) throws(ZipFault) -> Int {
    guard heading + 30 <= bytes.count, number(heading, 4) == 0x0403_4B50 else {
      throw ZipFault("zip.damaged", part: name)
    }
    return heading + 30 + number(heading + 26, 2) + number(heading + 28, 2)
  }

  private func refuseOverlaps(
    _ entries: [ZipArchive.Entry], before list: Int
  ) throws(ZipFault) {
    var end = 0
    for entry in entries.sorted(by: { $0.start < $1.start }) where entry.compressedBytes > 0 {
      guard entry.start >= end else { throw ZipFault("zip.overlap", part: entry.name) }
      end = entry.start + entry.compressedBytes
      guard end <= list else { throw ZipFault("zip.overlap", part: entry.name) }
    }
  }

  /// A number of so many bytes, the lowest first; 0 beyond the end.
  private func number(_ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
