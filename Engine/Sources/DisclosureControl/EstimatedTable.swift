/// The unprotected figures of one subject in one breakdown: what goes into ``ProtectedTable``.
///
/// A domain is one row. The statistics are columns; every row has one cell for each of them.
/// An estimated table never leaves the workflow that made it.
public struct EstimatedTable: Sendable {
  /// The code of the item or index that the table is about.
  public let subject: String
  /// What kind of figure the cells hold.
  public let measure: Measure
  /// The crossed dimensions, outermost first; empty when the table is about everyone.
  public let dimensions: [TableDimension]
  /// The columns; the first is the headline.
  public let statistics: [TableStatistic]
  /// One row for each combination of the dimensions' values, the last dimension fastest.
  public let rows: [EstimatedRow]
  /// Differences between rows, and against everyone, in the headline.
  public let comparisons: [EstimatedComparison]

  /// Makes a table from its parts.
  public init(
    subject: String, measure: Measure, dimensions: [TableDimension],
    statistics: [TableStatistic], rows: [EstimatedRow], comparisons: [EstimatedComparison]
  ) {
    self.subject = subject
    self.measure = measure
    self.dimensions = dimensions
    self.statistics = statistics
    self.rows = rows
    self.comparisons = comparisons
  }
}

/// What kind of figure a table holds.
public enum Measure: String, Codable, Sendable, Hashable {
  /// Shares in [0, 1].
  case proportion
  /// Means, in the unit of the item or index.
  case mean
}

/// A dimension of a table: its code and the codes of its values, in order.
public struct TableDimension: Codable, Sendable, Hashable {
  /// The code of the dimension, such as `area`.
  public let code: String
  /// The codes of its values, in the order of the rows.
  public let values: [String]

  /// Makes a dimension.
  public init(code: String, values: [String]) {
    self.code = code
    self.values = values
  }
}

/// A column of a table.
public struct TableStatistic: Codable, Sendable, Hashable {
  /// The code: ``headline``, or the code of one category; unique in its table.
  public let code: String
  /// For a headline share, the codes of the categories that it sums; else empty.
  public let sumOf: [String]

  /// The code of the first column: the share that the sentence is about, or the mean.
  public static let headline = "headline"

  /// Makes a column.
  public init(code: String, sumOf: [String] = []) {
    self.code = code
    self.sumOf = sumOf
  }
}

/// The unprotected figures of one domain.
public struct EstimatedRow: Sendable {
  /// One value code for each dimension of the table.
  public let key: [String]
  /// Respondents with an answer behind the figures; unweighted count, 0 or more.
  public let base: Int
  /// One cell for each statistic of the table.
  public let cells: [EstimatedCell]

  /// Makes a row.
  public init(key: [String], base: Int, cells: [EstimatedCell]) {
    self.key = key
    self.base = base
    self.cells = cells
  }
}

/// One unprotected figure.
public struct EstimatedCell: Sendable {
  /// The figure: a proportion in [0, 1], or a mean.
  public let value: Double
  /// Its standard error, in the same unit.
  public let standardError: Double
  /// The lower end of its confidence interval.
  public let lower: Double
  /// The upper end of its confidence interval.
  public let upper: Double
  /// Respondents who gave the answer, unweighted; `nil` for a mean.
  public let count: Int?

  /// Makes a cell.
  public init(value: Double, standardError: Double, lower: Double, upper: Double, count: Int?) {
    self.value = value
    self.standardError = standardError
    self.lower = lower
    self.upper = upper
    self.count = count
  }
}

/// What a difference is between.
public enum ComparisonKind: Codable, Sendable, Hashable {
  /// Two rows of the table.
  case pair
  /// A row and everyone.
  case againstAll
  /// A row, and the same row in the wave of an earlier year.
  case change(since: Int)
}

/// One unprotected difference in the headline: first − second.
public struct EstimatedComparison: Sendable {
  /// What the difference is between.
  public let kind: ComparisonKind
  /// The key of the first row.
  public let first: [String]
  /// The key of the second row; empty against everyone; equal to `first` for a change.
  public let second: [String]
  /// First minus second, in the unit of the headline.
  public let difference: Double
  /// The standard error from the joint covariance, in the same unit.
  public let standardError: Double
  /// The lower end of the confidence interval of the difference.
  public let lower: Double
  /// The upper end of the confidence interval of the difference.
  public let upper: Double
  /// The two-sided p adjusted for the whole family of comparisons (Holm), in [0, 1]; NaN when it
  /// could not be tested, which is not shown.
  public let adjustedP: Double
  /// Respondents behind the side that is not a row of this table (an earlier wave), if any.
  public let otherBase: Int?

  /// Makes a comparison.
  public init(
    kind: ComparisonKind, first: [String], second: [String], difference: Double,
    standardError: Double, lower: Double, upper: Double, adjustedP: Double, otherBase: Int? = nil
  ) {
    self.kind = kind
    self.first = first
    self.second = second
    self.difference = difference
    self.standardError = standardError
    self.lower = lower
    self.upper = upper
    self.adjustedP = adjustedP
    self.otherBase = otherBase
  }
}
