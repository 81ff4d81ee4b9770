/// Reads what stands between `<` and `>`, and the five named signs of XML.
struct XMLTagScanner {
  enum Kind { case opening, closing, empty }

  struct Tag {
    var kind: Kind
    /// With its prefix, as it must be closed.
    var fullName: String
    var name: String
    var attributes: XMLAttributes
  }

  private let bytes: [UInt8]
  private var at: Int
  private var end: Int
  private let offset: Int

  init(_ bytes: [UInt8], from start: Int, to end: Int, offset: Int) {
    self.bytes = bytes
    at = start
    self.end = end
    self.offset = offset
  }

  mutating func tag() throws(XMLTokens.Fault) -> Tag {
    var kind = Kind.opening
    if at < end, bytes[at] == UInt8(ascii: "/") {
      kind = .closing
      at += 1
    } else if end > at, bytes[end - 1] == UInt8(ascii: "/") {
      kind = .empty
      end -= 1
    }
    let fullName = try name()
    let attributes = try attributes()
    guard kind != .closing || attributes.isEmpty else { throw fault() }
    return Tag(
      kind: kind, fullName: fullName, name: XMLTagScanner.withoutPrefix(fullName),
      attributes: attributes)
  }

  private static func withoutPrefix(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    let rest = name[name.utf8.index(after: colon)...]
    return rest.isEmpty ? name : String(rest)
  }

  private mutating func attributes() throws(XMLTokens.Fault) -> XMLAttributes {
    var attributes = XMLAttributes()
    while true {
      skipBlanks()
      guard at < end else { return attributes }
      let name = try name()
      skipBlanks()
      guard at < end, bytes[at] == UInt8(ascii: "=") else { throw fault() }
      at += 1
      skipBlanks()
      guard at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'"),
        let close = bytes[(at + 1)..<end].firstIndex(of: bytes[at])
      else { throw fault() }
      let value = try XMLTagScanner.plain(bytes[(at + 1)..<close], offset: offset)
      guard attributes.add(name, value) else { throw fault() }
      at = close + 1
    }
  }

  private mutating func name() throws(XMLTokens.Fault) -> String {
    let start = at
    while at < end, isInName(bytes[at]) { at += 1 }
    guard at > start, let name = XMLTagScanner.validated(bytes[start..<at]) else { throw fault() }
    return name
  }

  private func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while at < end, bytes[at] <= 0x20 { at += 1 }
  }

  private func fault() -> XMLTokens.Fault {
    XMLTokens.Fault(key: "xml.badTag", offset: offset + at)
  }

  // MARK: - Text

  /// Text with `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;` and numbered characters as they read.
  static func plain(
    _ bytes: ArraySlice<UInt8>, offset: Int
  ) throws(XMLTokens.Fault) -> String {
    let sign = UInt8(ascii: "&")
    guard bytes.contains(sign) else { return try text(bytes, offset: offset, from: bytes) }
    var rest = bytes
    var result: [UInt8] = []
    while let place = rest.firstIndex(of: sign) {
      result.append(contentsOf: rest[..<place])
      guard let end = rest[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: rest[(place + 1)..<end], as: UTF8.self))
      else { throw XMLTokens.Fault(key: "xml.badEntity", offset: offset + place) }
      result.append(contentsOf: String(scalar).utf8)
      rest = rest[(end + 1)...]
    }
    result.append(contentsOf: rest)
    return try text(result[...], offset: offset, from: bytes)
  }

  private static func text(
    _ bytes: ArraySlice<UInt8>, offset: Int, from source: ArraySlice<UInt8>
  ) throws(XMLTokens.Fault) -> String {
    guard let text = validated(bytes) else {
      throw XMLTokens.Fault(key: "xml.notUTF8", offset: offset + source.startIndex)
    }
    return text
  }

  /// The text, or `nil` when it is not UTF-8.
  ///
  /// Nearly everything in a sheet is ASCII, which needs no validation: decoding it gives the text as
  /// it is, at a third of the time.
  private static func validated(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      var all: UInt8 = 0
      for byte in bytes { all |= byte }
      return all < 0x80
        ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
    }
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let isHex = name.hasPrefix("#x")
      guard name.hasPrefix("#"), name.count > (isHex ? 2 : 1),
        let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10), number > 0
      else { return nil }
      return Unicode.Scalar(number)
    }
  }
}
