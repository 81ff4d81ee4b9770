internal import Foundation

/// A data set of the oracle: columns by name.
package struct DataTable: Sendable {
  package private(set) var columns: [String: RColumn] = [:]
  package let rowCount: Int

  /// Reads a comma-separated file whose words are in quotation marks and whose gaps are missing.
  package init(contentsOf path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let header = lines.removeFirst()
    rowCount = lines.count
    for (place, name) in header.enumerated() {
      let cells = lines.map { $0[place] }
      columns[String(Self.unquoted(name))] = Self.column(cells)
    }
  }

  private static func column(_ cells: [Substring]) -> RColumn {
    let filled = cells.filter { !$0.isEmpty && $0 != "NA" }
    if filled.contains(where: { $0.first == "\"" }) {
      return RColumn(words: cells.map { $0.first == "\"" ? String(unquoted($0)) : nil })
    }
    return RColumn(.numeric, cells.map { Double($0) ?? .nan })
  }

  private static func unquoted(_ cell: Substring) -> Substring {
    cell.first == "\"" ? cell.dropFirst().dropLast() : cell
  }
}
