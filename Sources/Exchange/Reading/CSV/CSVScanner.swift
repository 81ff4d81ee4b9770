import SafetyModel

/// Splits delimited text into fields, byte by byte, after RFC 4180.
///
/// It holds only its place; the bytes are handed to each call, which keeps the inner loop free of
/// reference counting.
///
/// Line breaks are LF, CRLF or CR. A quote is only allowed around a whole field, doubled inside it;
/// anything else is refused, since a stray quote can move answers into other columns unseen.
struct CSVScanner {
  let delimiter: UInt8
  /// The next byte to read.
  private(set) var at: Int
  /// The line of `at`, from 1.
  private(set) var line: Int
  /// The first byte of that line.
  private(set) var lineStart: Int
  /// The text of a field with doubled quotes, as it reads.
  private(set) var unquoted: [UInt8] = []

  init(delimiter: UInt8, from start: Int) {
    self.delimiter = delimiter
    at = start
    line = 1
    lineStart = start
  }

  enum Ending { case delimiter, line, file }

  /// A field without its quotes and outer blanks.
  struct Field {
    /// In `unquoted` when `isUnquoted`, else in the file's bytes.
    var start: Int
    var end: Int
    var isUnquoted = false
    var ending: Ending
  }

  /// A quote in the wrong place; nothing after it can be trusted.
  struct Fault: Error {
    var key: String
    var position: SourcePosition
    var quotedFrom: SourcePosition?
  }

  func isAtEnd(_ bytes: Span<UInt8>) -> Bool { at >= bytes.count }
  func isAtLineBreak(_ bytes: Span<UInt8>) -> Bool { !isAtEnd(bytes) && isLineBreak(bytes[at]) }
  func position(_ bytes: Span<UInt8>) -> SourcePosition { position(of: at, in: bytes) }

  /// The place of a byte on the current line.
  func position(of offset: Int, in bytes: Span<UInt8>) -> SourcePosition {
    SourcePosition(
      line: line, column: TextEncoding.column(of: offset, from: lineStart, in: bytes))
  }

  /// Reads a field and the delimiter or line break after it.
  @inline(__always)
  mutating func nextField(in bytes: Span<UInt8>) throws(Fault) -> Field {
    let start = at
    var end = start
    let count = bytes.count
    while end < count {
      let byte = bytes[end]
      if byte == delimiter { return field(bytes, start, end, .delimiter) }
      if byte <= 0x22 {
        if isLineBreak(byte) { return field(bytes, start, end, .line) }
        if byte == quote {
          guard end == start else {
            throw Fault(key: "csv.quoteInside", position: position(of: end, in: bytes))
          }
          return try quotedField(in: bytes)
        }
      }
      end += 1
    }
    return field(bytes, start, end, .file)
  }

  /// Skips an empty line.
  mutating func skipLineBreak(in bytes: Span<UInt8>) { passLineBreak(bytes, at: at) }

  @inline(__always)
  private mutating func field(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ ending: Ending)
    -> Field
  {
    pass(ending, bytes, at: end)
    return trimmed(Field(start: start, end: end, ending: ending), in: bytes)
  }

  private mutating func quotedField(in bytes: Span<UInt8>) throws(Fault) -> Field {
    let opening = (offset: at, line: line, lineStart: lineStart)
    let start = at + 1
    at = start
    unquoted.removeAll(keepingCapacity: true)
    var copied = start
    var isUnquoted = false
    while true {
      while at < bytes.count, bytes[at] != quote {
        if isLineBreak(bytes[at]) { passLineBreak(bytes, at: at) } else { at += 1 }
      }
      if isAtEnd(bytes) {
        throw Fault(key: "csv.unclosedQuote", position: position(opening, bytes))
      }
      guard bytes[safe: at + 1] == quote else { break }
      append(bytes, copied, at + 1)
      isUnquoted = true
      at += 2
      copied = at
    }
    let end = at
    at += 1
    guard let ending = endingHere(bytes) else {
      throw Fault(
        key: "csv.textAfterQuote", position: position(bytes),
        quotedFrom: position(opening, bytes))
    }
    pass(ending, bytes, at: at)
    guard isUnquoted else {
      return trimmed(Field(start: start, end: end, ending: ending), in: bytes)
    }
    append(bytes, copied, end)
    let whole = Field(start: 0, end: unquoted.count, isUnquoted: true, ending: ending)
    return trimmed(whole, in: unquoted.span)
  }

  private mutating func append(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    for at in start..<end { unquoted.append(bytes[at]) }
  }

  /// Columns are only counted when there is something to tell: it costs a walk along the line.
  private func position(
    _ place: (offset: Int, line: Int, lineStart: Int), _ bytes: Span<UInt8>
  ) -> SourcePosition {
    let column = TextEncoding.column(of: place.offset, from: place.lineStart, in: bytes)
    return SourcePosition(line: place.line, column: column)
  }

  private func endingHere(_ bytes: Span<UInt8>) -> Ending? {
    if isAtEnd(bytes) { return .file }
    if bytes[at] == delimiter { return .delimiter }
    return isLineBreak(bytes[at]) ? .line : nil
  }

  @inline(__always)
  private mutating func pass(_ ending: Ending, _ bytes: Span<UInt8>, at end: Int) {
    switch ending {
    case .delimiter: at = end + 1
    case .line: passLineBreak(bytes, at: end)
    case .file: at = end
    }
  }

  @inline(__always)
  private mutating func passLineBreak(_ bytes: Span<UInt8>, at end: Int) {
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    at = end + (isPair ? 2 : 1)
    line += 1
    lineStart = at
  }

  @inline(__always)
  private func trimmed(_ field: Field, in text: Span<UInt8>) -> Field {
    var field = field
    while field.start < field.end, isBlank(text[field.start]) { field.start += 1 }
    while field.start < field.end, isBlank(text[field.end - 1]) { field.end -= 1 }
    return field
  }

  private let quote = UInt8(ascii: "\"")

  @inline(__always)
  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
