import SafetyModel

/// Reads the keywords of a PX file one by one (SCB's *PX file format specification*, 2013).
///
///     KEYWORD[language]("part","part")=value,value;
struct PXScanner {
  struct Fault: Error {
    var expected: String
    var offset: Int
  }

  struct Keyword {
    var name: String
    var language: String?
    var parts: [String]
    var values: [String]
  }

  private let bytes: [UInt8]
  private(set) var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next keyword; `nil` at the end, and before the values when it is `DATA`.
  mutating func next() throws(Fault) -> Keyword? {
    skipBlanks()
    guard at < bytes.count, bytes[at] != 0x1A else { return nil }
    let name = word()
    guard !name.isEmpty else { throw fault("a keyword") }
    var keyword = Keyword(name: name.uppercased(), language: nil, parts: [], values: [])
    if skip("[") {
      keyword.language = word()
      guard skip("]") else { throw fault("\"]\"") }
    }
    skipBlanks()
    if skip("(") {
      repeat {
        skipBlanks()
        keyword.parts.append(try text())
        skipBlanks()
      } while skip(",")
      guard skip(")") else { throw fault("\")\"") }
    }
    skipBlanks()
    guard skip("=") else { throw fault("\"=\"") }
    if keyword.name == "DATA" { return keyword }
    repeat { keyword.values.append(try value()) } while skip(",")
    guard skip(";") else { throw fault("\";\"") }
    return keyword
  }

  /// The next value of `DATA`, with or without quotes; `nil` at the semicolon.
  ///
  /// Blanks, tabs and commas stand between values, and older files mix them. The semicolon, which
  /// some have between values too, ends the data here.
  mutating func datum() throws(Fault) -> (text: String, offset: Int)? {
    while at < bytes.count, isBetweenData(bytes[at]) { at += 1 }
    guard at < bytes.count else { throw fault("\";\"") }
    if skip(";") { return nil }
    let start = at
    if bytes[at] == UInt8(ascii: "\"") { return (try text(), start) }
    while at < bytes.count, !isBetweenData(bytes[at]), bytes[at] != UInt8(ascii: ";") { at += 1 }
    return (String(decoding: bytes[start..<at], as: UTF8.self), start)
  }

  private func isBetweenData(_ byte: UInt8) -> Bool {
    (byte <= 0x20 && byte != 0x1A) || byte == UInt8(ascii: ",")
  }

  // MARK: - Parts

  /// A value up to its comma or semicolon: texts in a row are one, `TLIST(A1)` is left out.
  private mutating func value() throws(Fault) -> String {
    skipBlanks()
    guard at < bytes.count else { throw fault("a value") }
    if bytes[at] == UInt8(ascii: "\"") {
      var all = ""
      while at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
        all += try text()
        skipBlanks()
      }
      return all
    }
    let start = at
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if byte == UInt8(ascii: ";") || (byte == UInt8(ascii: ",") && depth == 0) { break }
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self).trimmingAllBlanks
  }

  private mutating func text() throws(Fault) -> String {
    guard skip("\"") else { throw fault("a text in quotes") }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard skip("\"") else { throw fault("a closing quote") }
    return text
  }

  private mutating func word() -> String {
    let start = at
    while at < bytes.count, case let byte = bytes[at],
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    {
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] <= 0x20, bytes[at] != 0x1A { at += 1 }
  }

  private func fault(_ expected: String) -> Fault { Fault(expected: expected, offset: at) }
}
