package import Markup

/// A table that may be wider than a telephone: a region of its own that the keyboard can scroll.
package func scrolling(_ label: String, @FragmentBuilder _ table: () -> Fragment) -> Fragment {
  element(
    "div", .class("scroll"), .role("region"), .aria("label", label),
    .attribute("tabindex", "0"), content: table)
}

/// A cell of a table.
package struct Cell: Sendable {
  enum Kind: Sendable { case text, number, graphic, header }
  let kind: Kind
  let content: Fragment

  package static func text(_ content: Fragment) -> Cell { Cell(kind: .text, content: content) }
  package static func text(_ words: String) -> Cell { .text(Markup.text(words)) }
  package static func number(_ content: Fragment) -> Cell { Cell(kind: .number, content: content) }
  package static func number(_ words: String) -> Cell { .number(Markup.text(words)) }
  package static func graphic(_ content: Fragment) -> Cell {
    Cell(kind: .graphic, content: content)
  }
  /// The heading of the row.
  package static func header(_ content: Fragment) -> Cell { Cell(kind: .header, content: content) }
  package static func header(_ words: String) -> Cell { .header(Markup.text(words)) }
}

/// A table whose rows are stacked, cell under cell, on a narrow screen.
///
/// The roles are written out: a browser forgets what a table is when its display is changed.
package func stackingTable(
  caption: String, style: String? = nil, columns: [String], rows: [[Cell]]
) -> Fragment {
  element("table", .class("stack", style), .role("table")) {
    element("caption", .class("visually-hidden")) { caption }
    element("thead", .role("rowgroup")) {
      element("tr", .role("row")) {
        for (place, column) in columns.enumerated() {
          let isNumber =
            rows.first.map { $0.indices.contains(place) && $0[place].isNumber } ?? false
          element(
            "th", .attribute("scope", "col"), .role("columnheader"),
            .class(isNumber ? "n" : nil)
          ) { column }
        }
      }
    }
    element("tbody", .role("rowgroup")) {
      for row in rows {
        element("tr", .role("row")) {
          for (cell, column) in zip(row, columns) { stacked(cell, column) }
        }
      }
    }
  }
}

extension Cell {
  var isNumber: Bool {
    if case .number = kind { true } else { false }
  }
}

private func stacked(_ cell: Cell, _ column: String) -> Fragment {
  switch cell.kind {
  case .header:
    element("th", .attribute("scope", "row"), .role("rowheader")) { cell.content }
  case .text: element("td", .role("cell"), .data("label", column)) { cell.content }
  case .number: element("td", .class("n"), .role("cell"), .data("label", column)) { cell.content }
  case .graphic:
    element("td", .class("graphic"), .role("cell"), .data("label", column)) { cell.content }
  }
}
