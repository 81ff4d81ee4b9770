import Glibc

/// A part of XML text.
enum XMLToken {
  /// The name without its prefix, and the attributes with theirs.
  case start(String, XMLAttributes)
  case end(String)
  case text(String)
}

/// Reads XML as it arrives: tags, text and nothing else.
///
/// There is no document type here: `<!DOCTYPE` is refused, and with it every entity that a file
/// could define. What remains is the small language that office programs write. Prefixes of names
/// are dropped, since some programs write `<x:row>` where others write `<row>`.
struct XMLTokens {
  struct Fault: Error {
    /// That of the problem.
    var key: String
    var offset: Int
  }

  /// Longer than any tag or text that a spreadsheet may hold.
  private static let mostTokenBytes = 1 << 20
  private static let deepest = 64

  private var pending: [UInt8] = []
  /// Bytes that were read before `pending`.
  private var offset = 0
  private var open: [String] = []
  private var isBegun = false

  /// Takes the next bytes, and hands out every token that they complete.
  mutating func feed(
    _ bytes: ArraySlice<UInt8>, _ receive: (XMLToken) throws -> Void
  ) throws {
    pending.append(contentsOf: bytes)
    var at = 0
    defer {
      pending.removeFirst(at)
      offset += at
    }
    if !isBegun {
      guard pending.count >= 4 else { return }
      if pending.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
      if pending.starts(with: [0xFF, 0xFE]) || pending.starts(with: [0xFE, 0xFF]) {
        throw Fault(key: "xml.notUTF8", offset: 0)
      }
      isBegun = true
    }
    while let end = try next(from: at, receive) { at = end }
    if pending.count - at > XMLTokens.mostTokenBytes {
      throw Fault(key: "xml.tokenTooLong", offset: offset + at)
    }
  }

  /// Tells that nothing more comes.
  func finish() throws(Fault) {
    guard open.isEmpty, isBegun, pending.allSatisfy({ $0 <= 0x20 }) else {
      throw Fault(key: "xml.cutOff", offset: offset + pending.count)
    }
  }

  /// Reads one token and returns where the next begins; `nil` when it is not all here yet.
  private mutating func next(
    from start: Int, _ receive: (XMLToken) throws -> Void
  ) throws -> Int? {
    guard start < pending.count else { return nil }
    guard pending[start] == UInt8(ascii: "<") else {
      guard let end = place(of: UInt8(ascii: "<"), from: start) else { return nil }
      try text(start..<end, receive)
      return end
    }
    guard start + 1 < pending.count else { return nil }
    switch pending[start + 1] {
    case UInt8(ascii: "?"): return find("?>", from: start + 2).map { $0 + 2 }
    case UInt8(ascii: "!"): return try mark(start, receive)
    default:
      guard let end = endOfTag(from: start + 1) else { return nil }
      try tag(start, end, receive)
      return end + 1
    }
  }

  /// Comments are skipped, character data is text, and everything else with `<!` is refused.
  private mutating func mark(
    _ start: Int, _ receive: (XMLToken) throws -> Void
  ) throws -> Int? {
    let comment = Array("<!--".utf8)
    let data = Array("<![CDATA[".utf8)
    let here = pending[start...]
    if here.starts(with: comment) { return find("-->", from: start + 4).map { $0 + 3 } }
    if here.starts(with: data) {
      guard let end = find("]]>", from: start + data.count) else { return nil }
      let text = try decoded(pending[(start + data.count)..<end], at: start)
      if !open.isEmpty { try receive(.text(text)) }
      return end + 3
    }
    if here.count < data.count, comment.starts(with: here) || data.starts(with: here) {
      return nil
    }
    throw Fault(key: "xml.docType", offset: offset + start)
  }

  private mutating func tag(
    _ start: Int, _ end: Int, _ receive: (XMLToken) throws -> Void
  ) throws {
    var scanner = XMLTagScanner(pending, from: start + 1, to: end, offset: offset)
    let tag = try scanner.tag()
    switch tag.kind {
    case .closing:
      guard open.popLast() == tag.fullName else {
        throw Fault(key: "xml.badTag", offset: offset + start)
      }
      try receive(.end(tag.name))
    case .opening:
      open.append(tag.fullName)
      guard open.count <= XMLTokens.deepest else {
        throw Fault(key: "xml.tooDeep", offset: offset + start)
      }
      try receive(.start(tag.name, tag.attributes))
    case .empty:
      try receive(.start(tag.name, tag.attributes))
      try receive(.end(tag.name))
    }
  }

  private func text(_ range: Range<Int>, _ receive: (XMLToken) throws -> Void) throws {
    guard !open.isEmpty else {
      guard pending[range].allSatisfy({ $0 <= 0x20 }) else {
        throw Fault(key: "xml.badTag", offset: offset + range.lowerBound)
      }
      return
    }
    let text = try XMLTagScanner.plain(pending[range], offset: offset)
    try receive(.text(text))
  }

  private func decoded(_ bytes: ArraySlice<UInt8>, at start: Int) throws(Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(key: "xml.notUTF8", offset: offset + start)
    }
    return text
  }

  /// A `>` inside quotes does not end a tag.
  private func endOfTag(from start: Int) -> Int? {
    pending.withUnsafeBufferPointer { bytes in
      var quote: UInt8 = 0
      var at = start
      while at < bytes.count {
        let byte = bytes[at]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          return at
        }
        at += 1
      }
      return nil
    }
  }

  private func place(of byte: UInt8, from start: Int) -> Int? {
    pending.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return base.distance(to: found)
    }
  }

  private func find(_ mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard pending.count >= start + mark.count else { return nil }
    return (start...(pending.count - mark.count)).first { pending[$0...].starts(with: mark) }
  }
}
