import Texts

/// A p on the screen.
func shownP(_ p: Double?, _ texts: Texts) -> String {
  guard let p else { return "–" }
  return p < 0.0001 ? "<" + texts.number(0.0001, decimals: 4) : shownFigure(p, texts)
}

/// A figure on the screen: four decimals.
func shownFigure(_ value: Double?, _ texts: Texts) -> String {
  value.map { texts.number($0, decimals: 4) } ?? "–"
}

/// Text in columns: the first column to the left, the others to the right.
enum ColumnText {
  static func aligned(_ lines: [[String]]) -> [String] {
    guard let first = lines.first else { return [] }
    let widths = first.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      line.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - line[column].count)
        return column == 0 ? "  " + line[column] + padding : padding + line[column]
      }.joined(separator: "  ")
    }
  }
}
