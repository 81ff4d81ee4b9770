internal import Foundation

/// A data set of the oracle: columns by name.
package struct DataTable: Sendable {
  package private(set) var columns: [String: RColumn] = [:]
  package let rowCount: Int

  /// Reads a comma-separated file whose words are in quotation marks and whose gaps are missing.
  package init(contentsOf path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(whereSeparator: \.isNewline).map(Self.cells)
    let header = lines.removeFirst()
    rowCount = lines.count
    for (place, name) in header.enumerated() {
      let cells = lines.map { place < $0.count ? $0[place] : "" }
      columns[String(Self.unquoted(name))] = Self.column(cells)
    }
  }

  init(_ columns: [String: RColumn], rowCount: Int) {
    (self.columns, self.rowCount) = (columns, rowCount)
  }

  /// The table with one more column, or another one under the same name.
  func adding(_ name: String, _ column: RColumn) -> DataTable {
    var columns = columns
    columns[name] = column
    return DataTable(columns, rowCount: rowCount)
  }

  /// Some of the rows.
  func filtered(_ rows: [Int]) -> DataTable {
    DataTable(
      columns.mapValues { column in
        RColumn(column.kind, rows.map { column.values[$0] })
      }, rowCount: rows.count)
  }

  /// The cells of a line; a comma within quotation marks is part of a cell.
  private static func cells(_ line: Substring) -> [Substring] {
    guard line.contains("\"") else {
      return line.split(separator: ",", omittingEmptySubsequences: false)
    }
    var cells: [Substring] = []
    var (start, isQuoted) = (line.startIndex, false)
    for place in line.indices {
      if line[place] == "\"" { isQuoted.toggle() }
      if line[place] == ",", !isQuoted {
        cells.append(line[start..<place])
        start = line.index(after: place)
      }
    }
    return cells + [line[start...]]
  }

  private static func column(_ cells: [Substring]) -> RColumn {
    let filled = cells.filter { !$0.isEmpty && $0 != "NA" }
    if !filled.isEmpty, filled.allSatisfy({ $0 == "TRUE" || $0 == "FALSE" }) {
      return RColumn(.logical, cells.map { $0 == "TRUE" ? 1 : $0 == "FALSE" ? 0 : .nan })
    }
    if filled.contains(where: { Double($0) == nil }) {
      return RColumn(
        words: cells.map { $0.isEmpty || $0 == "NA" ? nil : String(unquoted($0)) })
    }
    return RColumn(.numeric, cells.map { Double($0) ?? .nan })
  }

  private static func unquoted(_ cell: Substring) -> Substring {
    cell.first == "\"" ? cell.dropFirst().dropLast() : cell
  }
}
