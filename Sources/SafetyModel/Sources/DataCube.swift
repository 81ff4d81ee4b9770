/// A table of statistics as its publisher gave it: dimensions, and a value for each combination.
///
/// Every format of statistics is read into this one shape, before anyone says what the dimensions
/// mean here; see ``SeriesEntry``.
package struct DataCube: Sendable, Hashable {
  package struct Category: Sendable, Hashable {
    /// The publisher's code; where a format has only words, the words.
    package var code: String
    package var label: String
    package init(code: String, label: String) {
      self.code = code
      self.label = label
    }
  }

  package struct Dimension: Sendable, Hashable {
    package var code: String
    package var label: String
    package var categories: [Category]
    package init(code: String, label: String, categories: [Category]) {
      self.code = code
      self.label = label
      self.categories = categories
    }

    /// The place of a category by its code, else by its words; `nil` when there is none.
    package func place(of name: String) -> Int? {
      categories.firstIndex { $0.code == name } ?? categories.firstIndex { $0.label == name }
    }
  }

  package var title: String
  /// The publisher's name of the table, if the format carries one: `000005MO`, `N07403`.
  package var table: String?
  /// When the publisher updated it, as the publisher writes it.
  package var updated: String?
  /// The publisher's remarks to the whole table.
  package var notes: [String]
  package var dimensions: [Dimension]
  /// One for each combination, the last dimension varying fastest.
  package var cells: [DataCell]

  package init(
    title: String, table: String?, updated: String?, notes: [String], dimensions: [Dimension],
    cells: [DataCell]
  ) {
    self.title = title
    self.table = table
    self.updated = updated
    self.notes = notes
    self.dimensions = dimensions
    self.cells = cells
  }

  /// The dimension by its code, else by its words.
  package func dimension(_ name: String) -> Int? {
    dimensions.firstIndex { $0.code == name } ?? dimensions.firstIndex { $0.label == name }
  }

  /// The number of the cell with these categories, one for each dimension.
  package func cellNumber(_ places: [Int]) -> Int {
    zip(dimensions, places).reduce(0) { $0 * $1.0.categories.count + $1.1 }
  }
}

/// What stands in one cell of a table of statistics.
package enum DataCell: Sendable, Hashable {
  /// The publisher has nothing at this combination.
  case absent
  case number(Double)
  /// A number written with a percent sign; 12.5 stands for 12.5 %.
  case percent(Double)
  case missing(MissingReason)
}
