import SafetyModel
import Workflows

/// Delimited text as a sheet: every field is text, as it stands.
///
/// Rows may be of different lengths: published tables have titles above and notes below.
enum CSVGrid {
  private static let mostRows = 500_000
  private static let mostFieldBytes = 65_536

  static func read(
    _ bytes: [UInt8], file: String, delimiter: String?
  ) throws(Problems) -> Grid {
    guard !bytes.isEmpty else { throw Problems([Problem("file.empty", file: file)]) }
    let start = try TextEncoding.startOfText(in: bytes.span, file: file)
    let description = DataDescription(file: file, delimiter: delimiter)
    let dialect = try CSVDialect(description, header: bytes[start...], file: file)
    var scanner = CSVScanner(delimiter: dialect.delimiter, from: start)
    var grid = Grid(file: file, sheet: "", rows: [])
    while !scanner.isAtEnd(bytes.span) {
      if scanner.isAtLineBreak(bytes.span) {
        scanner.skipLineBreak(in: bytes.span)
        continue
      }
      guard grid.rows.count < mostRows else {
        throw Problems([
          Problem("file.tooManyRows", arguments: ["limit": String(mostRows)], file: file)
        ])
      }
      grid.rows.append(try row(&scanner, bytes, file))
    }
    return grid
  }

  private static func row(
    _ scanner: inout CSVScanner, _ bytes: [UInt8], _ file: String
  ) throws(Problems) -> Grid.Row {
    var row = Grid.Row(number: scanner.line, cells: [])
    var column = 0
    var ending = CSVScanner.Ending.delimiter
    while ending == .delimiter {
      let field: CSVScanner.Field
      do {
        field = try scanner.nextField(in: bytes.span)
      } catch {
        throw Problems([Problem(error.key, file: file, position: error.position)])
      }
      ending = field.ending
      guard field.end - field.start <= mostFieldBytes else {
        throw Problems([
          Problem(
            "csv.fieldTooLong", arguments: ["limit": String(mostFieldBytes)], file: file,
            position: SourcePosition(line: row.number, column: 1))
        ])
      }
      let text =
        field.isUnquoted
        ? String(decoding: scanner.unquoted[field.start..<field.end], as: UTF8.self)
        : String(decoding: bytes[field.start..<field.end], as: UTF8.self)
      if !text.isEmpty { row.cells.append(Grid.Cell(column: column, value: .text(text))) }
      column += 1
    }
    return row
  }
}
