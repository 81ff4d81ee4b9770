public import NumericKernels

/// How the independence of two items is tested; the names are those of R's `svychisq`.
public enum IndependenceStatistic: String, Sendable, Hashable, CaseIterable, Codable {
  /// Rao and Scott's second-order correction, as F. R: `"F"`.
  case f = "F"
  /// Rao and Scott's first-order correction, as chi-squared. R: `"Chisq"`.
  case chiSquared = "Chisq"
  /// Wald's test of the cell residuals, as F. R: `"Wald"`.
  case wald = "Wald"
  /// Wald's with fewer degrees of freedom for the table's size. R: `"adjWald"`.
  case adjustedWald = "adjWald"
  /// The exact large-sample distribution of Pearson's statistic. R: `"lincom"`.
  case exact = "lincom"
  /// A saddlepoint approximation of the exact one. R: `"saddlepoint"`.
  case saddlepoint
}

/// The outcome of a test of independence.
public struct IndependenceTest: Sendable, Hashable {
  /// The test statistic: F, or Pearson's X² scaled to the number of rows.
  public let statistic: Double
  /// The degrees of freedom of its distribution; empty when they have no number.
  public let degreesOfFreedom: [Double]
  /// The p of independence.
  public let p: Double
  /// The weighted table, scaled to the number of rows of the sample.
  public let observed: Matrix
  /// What it would be were the items independent.
  public let expected: Matrix
}

extension SurveyDesign {
  /// Tests whether two items are independent of each other in the population.
  ///
  /// Pearson's X² of the weighted table has, in a survey, the distribution of Σ δⱼ·χ²(1) with the
  /// generalised design effects δ: the eigenvalues of V₀⁻¹V for the log-linear interactions.
  ///
  /// - Parameters:
  ///   - rows: one item; categories that nobody chose are left out.
  ///   - columns: the other item.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  ///   - statistic: how it is tested.
  /// - Returns: the test; p is NaN when an item has fewer than two categories.
  /// - Throws: ``EstimationError/rowCountMismatch(expected:actual:)``.
  ///
  /// Source: Rao and Scott, *On chi-squared tests for multiway contingency tables with cell
  /// proportions estimated from survey data*, 1984. R: `svychisq(~a + b, design, statistic)`.
  public func independenceTest(
    of rows: CodedColumn, and columns: CodedColumn, within: [Bool]? = nil,
    statistic: IndependenceStatistic = .f
  ) throws(EstimationError) -> IndependenceTest {
    try check(columnLengths: [rows.codes.count, columns.codes.count])
    if let within { try check(columnLengths: [within.count]) }
    let table = try CrossTable(design: self, rows: rows, columns: columns, within: within)
    switch statistic {
    case .wald, .adjustedWald:
      return try table.waldTest(isAdjusted: statistic == .adjustedWald)
    case .f, .chiSquared, .exact, .saddlepoint:
      return try table.pearsonTest(statistic)
    }
  }
}
