import SafetyModel

/// A JSON value.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// A name may only occur once.
  case object([String: JSONValue])

  /// The value of a member of an object.
  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }
}

/// Reads JSON text (RFC 8259), and says where it is wrong.
///
/// The standard library's decoder does not tell the position of a fault as a value. Nesting is
/// limited, since each level costs stack.
struct JSONText {
  struct Fault: Error {
    /// What should have stood there: `","`; `nil` when it is nested too deep.
    var expected: String?
    var offset: Int
  }

  static let deepest = 64

  private let bytes: [UInt8]
  private var at: Int
  private var depth = 0

  /// Starts at a byte of text that is known to be UTF-8.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    at = start
  }

  /// The one value of the text.
  mutating func value() throws(Fault) -> JSONValue {
    let value = try nextValue()
    skipBlanks()
    guard at == bytes.count else { throw fault("the end of the file") }
    return value
  }

  private mutating func nextValue() throws(Fault) -> JSONValue {
    skipBlanks()
    switch bytes[safe: at] {
    case UInt8(ascii: "{"): return try nested { (text) throws(Fault) in try text.object() }
    case UInt8(ascii: "["): return try nested { (text) throws(Fault) in try text.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ read: (inout JSONText) throws(Fault) -> JSONValue
  ) throws(Fault) -> JSONValue {
    depth += 1
    guard depth <= JSONText.deepest else { throw Fault(expected: nil, offset: at) }
    at += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Fault) -> JSONValue {
    var members: [String: JSONValue] = [:]
    skipBlanks()
    if skip("}") { return .object(members) }
    repeat {
      skipBlanks()
      let start = at
      let name = try string()
      skipBlanks()
      guard skip(":") else { throw fault("\":\"") }
      guard members.updateValue(try nextValue(), forKey: name) == nil else {
        throw Fault(expected: "another name than “\(name.prefix(50))”", offset: start)
      }
      skipBlanks()
    } while skip(",")
    guard skip("}") else { throw fault("\",\" or \"}\"") }
    return .object(members)
  }

  private mutating func array() throws(Fault) -> JSONValue {
    var values: [JSONValue] = []
    skipBlanks()
    if skip("]") { return .array(values) }
    repeat {
      values.append(try nextValue())
      skipBlanks()
    } while skip(",")
    guard skip("]") else { throw fault("\",\" or \"]\"") }
    return .array(values)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
    guard bytes[at...].starts(with: word.utf8) else { throw fault("a value") }
    at += word.utf8.count
    return value
  }

  private mutating func number() throws(Fault) -> Double {
    let start = at
    _ = skip("-")
    let whole = skipDigits()
    guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else {
      throw Fault(expected: "a value", offset: start)
    }
    if skip("."), skipDigits() == 0 { throw fault("a digit") }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      guard skipDigits() > 0 else { throw fault("a digit") }
    }
    guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)) else {
      throw Fault(expected: "a number", offset: start)
    }
    return value
  }

  // MARK: - Strings

  private mutating func string() throws(Fault) -> String {
    guard skip("\"") else { throw fault("a text in quotes") }
    var text: [UInt8] = []
    while let byte = bytes[safe: at], byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("a text without control characters") }
      at += 1
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: String(try escape()).utf8)
      } else {
        text.append(byte)
      }
    }
    guard skip("\"") else { throw fault("a closing quote") }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let plain: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let byte = bytes[safe: at], let scalar = plain[byte] {
      at += 1
      return scalar
    }
    guard skip("u") else { throw fault("an escape") }
    let first = try fourHexDigits()
    guard (0xD800...0xDBFF).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw fault("a whole character") }
      return scalar
    }
    guard skip("\\"), skip("u"), case let second = try fourHexDigits(),
      (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("the second half of a character") }
    return scalar
  }

  private mutating func fourHexDigits() throws(Fault) -> UInt32 {
    guard at + 4 <= bytes.count,
      bytes[at..<(at + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits") }
    at += 4
    return value
  }

  // MARK: - Steps

  private func fault(_ expected: String) -> Fault { Fault(expected: expected, offset: at) }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard bytes[safe: at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while let byte = bytes[safe: at], (0x30...0x39).contains(byte) { at += 1 }
    return at - start
  }

  private mutating func skipBlanks() {
    while let byte = bytes[safe: at], byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
      at += 1
    }
  }
}

extension [UInt8] {
  /// The byte at a place, or `nil` beyond the end.
  subscript(safe index: Int) -> UInt8? { index < count ? self[index] : nil }
}
