/// A column of data as R sees it: numbers, truth values, or a factor with its levels.
package struct RColumn: Sendable {
  package enum Kind: Sendable {
    case numeric
    case logical
    /// The values are places in the levels, from 0.
    case factor([String])
    /// Several columns of numbers at once, as `poly` makes them; the values are its variable's.
    case columns([[Double]])
  }

  package var kind: Kind
  /// One for each row; NaN when it is missing.
  package var values: [Double]

  package init(_ kind: Kind, _ values: [Double]) {
    self.kind = kind
    self.values = values
  }

  /// A factor of words, levels in alphabetical order.
  package init(words: [String?]) {
    let levels = Set(words.compactMap(\.self)).sorted()
    let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, Double($0)) })
    self.init(.factor(levels), words.map { $0.flatMap { places[$0] } ?? .nan })
  }

  /// The same rows as a factor: numbers become levels in ascending order.
  package var asFactor: RColumn {
    switch kind {
    case .factor: return self
    case .logical: return RColumn(.factor(["FALSE", "TRUE"]), values)
    case .numeric, .columns:
      let distinct = Set(values.filter { !$0.isNaN }).sorted()
      let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Double($0)) })
      return RColumn(
        .factor(distinct.map(Self.label)),
        values.map { places[$0] ?? .nan })
    }
  }

  /// The levels of a factor, of which only those that occur count where R drops the others.
  package var levels: [String] {
    switch kind {
    case .factor(let levels): levels
    case .logical: ["FALSE", "TRUE"]
    case .numeric, .columns: []
    }
  }

  /// The value of a row as R's `data.matrix` writes it: levels are numbered from 1.
  func code(_ row: Int) -> Double {
    if case .factor = kind { values[row] + 1 } else { values[row] }
  }

  /// The columns of a model: a number as it is, for a factor one column of 0 and 1 per level.
  package var indicators: [(suffix: String, values: [Double])] {
    if case .numeric = kind { return [("", values)] }
    if case .columns(let columns) = kind {
      return columns.enumerated().map { (columns.count == 1 ? "" : "\($0 + 1)", $1) }
    }
    return levels.enumerated().map { place, level in
      (level, values.map { $0.isNaN ? .nan : ($0 == Double(place) ? 1 : 0) })
    }
  }
}
