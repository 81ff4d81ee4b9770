import SafetyModel
import Workflows

/// One reading of one delimited file: the columns so far, and what is wrong so far.
struct CSVReading {
  let file: String
  let limits: FileLimits
  private var scanner: CSVScanner
  private var names: [String] = []
  private var coders: [ColumnCoder] = []
  private var lines: [Int32] = []
  private var problems: [Problem] = []
  private var row = 0
  /// The codes of the newest rows, row after row; moved into the columns when it is full.
  private var block: [Int32] = []
  private var rowsInBlock = 0
  /// By column and byte, the code of the text that is this one byte; −1 before it occurs.
  private var codesOfOneByte: [Int32] = []
  private static let rowsOfBlock = 256

  init(file: String, limits: FileLimits, scanner: CSVScanner) {
    self.file = file
    self.limits = limits
    self.scanner = scanner
  }

  func table(_ numberText: NumberText) -> SourceTable {
    let columns = zip(names, coders).map { name, coder in
      SourceColumn(name: name, values: coder.values(numberText))
    }
    return SourceTable(file: file, rowCount: lines.count, columns: columns, lines: lines)
  }

  // MARK: - The header line

  mutating func readHeader(_ bytes: Span<UInt8>) throws(Problems) {
    var firstPlaces: [String: Int] = [:]
    var ending = CSVScanner.Ending.delimiter
    while ending == .delimiter {
      let position = scanner.position(bytes)
      let field = try nextField(bytes)
      ending = field.ending
      let name = text(field, in: bytes)
      names.append(name)
      if name.isEmpty {
        note("csv.emptyName", ["column": String(names.count)], at: position)
      } else if let first = firstPlaces.updateValue(names.count, forKey: name) {
        let arguments = ["first": String(first), "second": String(names.count)]
        note("csv.duplicateName", arguments, at: position, variable: name)
      }
      if names.count > limits.columns {
        note("file.tooManyColumns", ["limit": String(limits.columns)], at: position)
        break
      }
    }
    guard problems.isEmpty else { throw Problems(Array(problems.suffix(CSVReader.mostProblems))) }
    coders = names.map { _ in ColumnCoder() }
    codesOfOneByte = [Int32](repeating: -1, count: names.count * 256)
    block = [Int32](repeating: 0, count: names.count * CSVReading.rowsOfBlock)
  }

  // MARK: - Rows

  mutating func readRows(_ bytes: Span<UInt8>) throws(Problems) {
    var blanks: [SourcePosition] = []
    while !scanner.isAtEnd(bytes) {
      if names.count > 1, scanner.isAtLineBreak(bytes) {
        if blanks.count < CSVReader.mostProblems { blanks.append(scanner.position(bytes)) }
        scanner.skipLineBreak(in: bytes)
        continue
      }
      for position in blanks { try noteInRow("csv.blankLine", at: position, rows: []) }
      blanks.removeAll()
      try readRow(bytes)
      if rowsInBlock == CSVReading.rowsOfBlock { moveBlock() }
    }
    if row == 0, problems.isEmpty { note("csv.noRows", at: scanner.position(bytes)) }
    guard problems.isEmpty else { throw Problems(problems) }
    moveBlock()
  }

  private mutating func readRow(_ bytes: Span<UInt8>) throws(Problems) {
    let start = scanner.position(bytes)
    row += 1
    guard row <= limits.rows else {
      note("file.tooManyRows", ["limit": String(limits.rows)], at: start)
      throw Problems(problems)
    }
    lines.append(Int32(clamping: start.line))
    let width = names.count
    let first = rowsInBlock * width
    var found = 0
    var surplus: SourcePosition?
    var ending = CSVScanner.Ending.delimiter
    while ending == .delimiter {
      if found == width { surplus = scanner.position(bytes) }
      let field = try nextField(bytes)
      ending = field.ending
      if found < width { block[first + found] = code(field, column: found, bytes) }
      found += 1
    }
    rowsInBlock += 1
    guard found != width else { return }
    let arguments = ["expected": String(width), "found": String(found)]
    try noteInRow("csv.fieldCount", arguments, at: surplus ?? start, rows: [row])
  }

  @inline(__always)
  private mutating func code(
    _ field: CSVScanner.Field, column: Int, _ bytes: Span<UInt8>
  ) -> Int32 {
    if field.isUnquoted {
      let text = scanner.unquoted
      return coders[column].code(text.span, field.start, field.end)
    }
    if field.start == field.end { return 0 }
    guard field.end - field.start == 1 else {
      return coders[column].code(bytes, field.start, field.end)
    }
    let place = column << 8 | Int(bytes[field.start])
    if codesOfOneByte[place] < 0 {
      codesOfOneByte[place] = coders[column].code(bytes, field.start, field.end)
    }
    return codesOfOneByte[place]
  }

  private mutating func moveBlock() {
    for column in coders.indices {
      coders[column].append(column, of: block, width: names.count, rows: rowsInBlock)
    }
    rowsInBlock = 0
  }

  @inline(__always)
  private mutating func nextField(_ bytes: Span<UInt8>) throws(Problems) -> CSVScanner.Field {
    let field: CSVScanner.Field
    do {
      field = try scanner.nextField(in: bytes)
    } catch {
      throw Problems(problems + [problem(error)])
    }
    if field.end - field.start > limits.fieldBytes { throw tooLong(field, bytes) }
    return field
  }

  private func text(_ field: CSVScanner.Field, in bytes: Span<UInt8>) -> String {
    let source = field.isUnquoted ? scanner.unquoted.span : bytes
    var text: [UInt8] = []
    for at in field.start..<field.end { text.append(source[at]) }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: - Problems

  private func tooLong(_ field: CSVScanner.Field, _ bytes: Span<UInt8>) -> Problems {
    let position =
      field.isUnquoted
      ? scanner.position(bytes) : TextEncoding.position(of: field.start, in: bytes)
    let problem = Problem(
      "csv.fieldTooLong", arguments: ["limit": String(limits.fieldBytes)], file: file,
      position: position, rows: row > 0 ? [row] : [])
    return Problems(problems + [problem])
  }

  private func problem(_ fault: CSVScanner.Fault) -> Problem {
    var arguments: [String: String] = [:]
    if let opening = fault.quotedFrom {
      arguments = ["line": String(opening.line), "column": String(opening.column)]
    }
    return Problem(
      fault.key, arguments: arguments, file: file, position: fault.position,
      rows: row > 0 ? [row] : [])
  }

  private mutating func note(
    _ key: String, _ arguments: [String: String] = [:], at position: SourcePosition,
    rows: [Int] = [], variable: String? = nil
  ) {
    problems.append(
      Problem(
        key, arguments: arguments, file: file, position: position, rows: rows, variable: variable))
  }

  /// Notes a problem of the current row, and ends the reading when there are enough of them.
  private mutating func noteInRow(
    _ key: String, _ arguments: [String: String] = [:], at position: SourcePosition, rows: [Int]
  ) throws(Problems) {
    note(key, arguments, at: position, rows: rows)
    guard problems.count >= CSVReader.mostProblems else { return }
    note("file.moreProblems", ["limit": String(CSVReader.mostProblems)], at: position)
    throw Problems(problems)
  }
}
