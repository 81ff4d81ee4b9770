import Glibc
import SafetyModel

/// Whether bytes are text in UTF-8, and where they are not.
enum TextEncoding {
  /// The byte after a byte order mark, if the bytes are UTF-8 without NUL.
  static func startOfText(in bytes: Span<UInt8>, file: String) throws(Problems) -> Int {
    if bytes.starts(with: 0xFF, 0xFE) || bytes.starts(with: 0xFE, 0xFF) {
      throw Problems([
        Problem("file.utf16", file: file, position: SourcePosition(line: 1, column: 1))
      ])
    }
    if let nul = firstNUL(in: bytes) {
      throw Problems([problem("file.nul", at: nul, in: bytes, file: file)])
    }
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      let offset = error.byteOffsets.lowerBound
      throw Problems([problem("file.notUTF8", at: offset, in: bytes, file: file)])
    }
    return bytes.starts(with: 0xEF, 0xBB, 0xBF) ? 3 : 0
  }

  /// The line and column of a byte; columns are characters (Unicode scalars), tabs count as one.
  static func position(of offset: Int, in bytes: Span<UInt8>) -> SourcePosition {
    var line = 1
    var lineStart = bytes.starts(with: 0xEF, 0xBB, 0xBF) ? 3 : 0
    var at = lineStart
    while at < offset {
      let isBreak = bytes[at] == 0x0A || (bytes[at] == 0x0D && !(bytes[safe: at + 1] == 0x0A))
      at += 1
      if isBreak {
        line += 1
        lineStart = at
      }
    }
    return SourcePosition(line: line, column: column(of: offset, from: lineStart, in: bytes))
  }

  /// The column of a byte whose line starts at the given byte.
  static func column(of offset: Int, from lineStart: Int, in bytes: Span<UInt8>) -> Int {
    guard lineStart < offset else { return 1 }
    // The bytes 10xxxxxx continue a character.
    var column = 1
    for at in lineStart..<min(offset, bytes.count) where bytes[at] & 0xC0 != 0x80 { column += 1 }
    return column
  }

  private static func firstNUL(in bytes: Span<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, 0, buffer.count) else {
        return nil
      }
      return base.distance(to: found)
    }
  }

  private static func problem(
    _ key: String, at offset: Int, in bytes: Span<UInt8>, file: String
  ) -> Problem {
    let hex = String(bytes[offset], radix: 16, uppercase: true)
    return Problem(
      key, arguments: ["byte": String(offset + 1), "value": hex.count < 2 ? "0" + hex : hex],
      file: file, position: position(of: offset, in: bytes))
  }
}

extension Span<UInt8> {
  /// The byte at a place, or `nil` beyond the end.
  subscript(safe index: Int) -> UInt8? { index < count ? self[index] : nil }

  /// Whether these are the first bytes.
  func starts(with prefix: UInt8...) -> Bool {
    count >= prefix.count && prefix.indices.allSatisfy { self[$0] == prefix[$0] }
  }
}
