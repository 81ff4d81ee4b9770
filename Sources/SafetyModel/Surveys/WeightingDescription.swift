/// Known sizes of the population's groups that the weights are raked to.
package struct CalibrationMargin: Codable, Sendable, Hashable {
  package var code: String
  /// A variable of the data file, or a derived one.
  package var column: String
  /// The size of each group.
  package var totals: [MarginTotal]
  package init(code: String, column: String, totals: [MarginTotal]) {
    self.code = code
    self.column = column
    self.totals = totals
  }
}

/// How many of the population have a value.
package struct MarginTotal: Codable, Sendable, Hashable {
  package var value: String
  package var total: Double
  package init(value: String, total: Double) {
    self.value = value
    self.total = total
  }
}

/// Weights of many made-up samples, from which an analyst's estimates take their uncertainty.
package enum ReplicateDescription: Codable, Sendable, Hashable {
  /// Each leaves one primary unit out.
  case jackknife
  /// Units drawn again within each stratum, from a seed.
  case bootstrap(count: Int, seed: Int)
  /// Columns of the data file, and what the sum of squares is multiplied by.
  case given(columns: [String], scale: Double)
}
