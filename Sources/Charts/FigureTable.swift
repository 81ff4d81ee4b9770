package import Markup

/// The table beside a chart: the same figures in words.
package struct FigureTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var header: String
    /// Where the row's header leads, such as the page of an area.
    package var address: Address?
    package var cells: [String]
    package init(header: String, address: Address? = nil, cells: [String]) {
      self.header = header
      self.address = address
      self.cells = cells
    }
  }
  package var caption: String
  /// The column of row headers first.
  package var columns: [String]
  package var rows: [Row]
  package init(caption: String, columns: [String], rows: [Row]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// Every text of the table, for checks that it holds what a drawing shows.
  package var words: [String] {
    [caption] + columns + rows.flatMap { [$0.header] + $0.cells }
  }

  package func markup(id: String) -> Fragment {
    // What scrolls must be reachable from the keyboard, so it has a name and a tab stop. A group
    // and not a region: a page of twenty charts would have twenty landmarks.
    element(
      "div", .class("chart-scroll"), .role("group"), .aria("labelledby", "\(id)-caption"),
      .number("tabindex", 0)
    ) {
      element("table", .id(id)) {
        element("caption", .id("\(id)-caption")) { text(caption) }
        element("thead") {
          element("tr") {
            for (number, column) in columns.enumerated() {
              element("th", .attribute("scope", "col"), .class(number == 0 ? nil : "n")) {
                text(column)
              }
            }
          }
        }
        element("tbody") { for row in rows { markup(of: row) } }
      }
    }
  }

  private func markup(of row: Row) -> Fragment {
    element("tr") {
      element("th", .attribute("scope", "row")) {
        if let address = row.address {
          element("a", .href(address)) { bdi(row.header) }
        } else {
          bdi(row.header)
        }
      }
      for cell in row.cells { element("td", .class("n")) { text(cell) } }
    }
  }
}
