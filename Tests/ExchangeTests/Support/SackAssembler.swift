import Foundation

/// Assembles binary files from PSPP's "sack" notation, in which its malformed files are written.
///
///     "$FL2"; s60 "padded to 60"; 2; 100.0; i8 244; SYSMIS; COUNT("STR8"; 8); (2; -1) * 3;
///
/// Whole numbers have four bytes, numbers with a point eight. `dnl` and `# ` start a comment.
struct SackAssembler {
  struct Fault: Error { var token: String }

  private let isBigEndian: Bool
  private var tokens: ArraySlice<String>

  /// Assembles the notation, or throws the piece that is not understood.
  static func bytes(_ text: String, bigEndian: Bool) throws -> [UInt8] {
    var assembler = SackAssembler(isBigEndian: bigEndian, tokens: tokens(of: text)[...])
    let bytes = try assembler.items()
    guard assembler.tokens.isEmpty else { throw Fault(token: assembler.tokens.first ?? "") }
    return bytes
  }

  private static func tokens(of text: String) -> [String] {
    let plain = text.replacing(#/(dnl|\# )[^\n]*/#, with: "")
    let pattern = #/"[^"]*"|[A-Za-z][A-Za-z0-9]*|[-+]?[0-9][0-9A-Za-z.+]*|[();*]|[^\s<>]/#
    return plain.matches(of: pattern).map { String($0.output) }.filter { $0 != ";" }
  }

  private mutating func items() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let token = tokens.first, token != ")" {
      var item = try item()
      if tokens.first == "*" {
        tokens.removeFirst()
        guard let count = Int(tokens.popFirst() ?? "") else { throw Fault(token: token) }
        item = Array(repeatElement(item, count: count).joined())
      }
      bytes += item
    }
    return bytes
  }

  private mutating func item() throws -> [UInt8] {
    let token = tokens.removeFirst()
    switch token {
    case "(": return try group()
    case "COUNT":
      tokens.removeFirst()
      let content = try group()
      return integer(Int32(content.count)) + content
    case "SYSMIS": return number(-Double.greatestFiniteMagnitude)
    case "LOWEST": return number((-Double.greatestFiniteMagnitude).nextUp)
    case "HIGHEST": return number(.greatestFiniteMagnitude)
    case "ENDIAN": return integer(Int32(isBigEndian ? 1 : 2))
    case "i8": return integer(Int8(truncatingIfNeeded: try whole()))
    case "i16": return integer(Int16(truncatingIfNeeded: try whole()))
    case "i64": return integer(try whole())
    case "hex":
      let digits = Array(string(tokens.removeFirst()).filter { $0 != 0x20 })
      return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
      }
    default: return try plain(token)
    }
  }

  private mutating func plain(_ token: String) throws -> [UInt8] {
    if token.hasPrefix("\"") { return string(token) }
    if token.hasPrefix("s"), let width = Int(token.dropFirst()) {
      let text = string(tokens.removeFirst())
      return text + Array(repeating: 0x20, count: max(0, width - text.count))
    }
    if token.contains("."), let value = Double(token) { return number(value) }
    tokens.insert(token, at: tokens.startIndex)
    return integer(Int32(truncatingIfNeeded: try whole()))
  }

  private mutating func group() throws -> [UInt8] {
    let bytes = try items()
    guard tokens.popFirst() == ")" else { throw Fault(token: "(") }
    return bytes
  }

  private mutating func whole() throws -> Int {
    let token = tokens.popFirst() ?? ""
    if token.hasPrefix("0x"), let value = Int(token.dropFirst(2), radix: 16) { return value }
    guard let value = Int(token) else { throw Fault(token: token) }
    return value
  }

  private func string(_ token: String) -> [UInt8] { Array(token.utf8.dropFirst().dropLast()) }
  private func number(_ value: Double) -> [UInt8] { integer(value.bitPattern) }

  private func integer(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: isBigEndian ? value.bigEndian : value.littleEndian) { Array($0) }
  }
}
