public import NumericKernels

/// How the independence of two items is tested; the names are those of R's `svychisq`.
///
/// | symbol | meaning                                                                     |
/// |--------|-----------------------------------------------------------------------------|
/// | X², δ  | Pearson's statistic, and the k generalised design effects of the table      |
/// | k      | (rows − 1)·(columns − 1), of the categories that occur                      |
/// | W      | the residuals of the cells in the size of their covariance                  |
/// | ν      | the degrees of freedom of the rows used                                     |
public enum IndependenceStatistic: String, Sendable, Hashable, CaseIterable, Codable {
  /// Rao and Scott's second-order correction: X²/Σδ as F with d = (Σδ)²/Σδ² and d·ν. R: `"F"`.
  case f = "F"
  /// Rao and Scott's first-order correction: X² ÷ the mean of δ as χ²(k). R: `"Chisq"`.
  case chiSquared = "Chisq"
  /// Wald's test of the cell residuals: W/k as F with k and ν. R: `"Wald"`.
  case wald = "Wald"
  /// Wald's with fewer degrees of freedom for the table's size: W·(ν − k + 1)/(k·ν) as F with k and
  /// ν − k + 1. R: `"adjWald"`.
  case adjustedWald = "adjWald"
  /// The exact large-sample distribution of X², a weighted sum of χ²(1). R: `"lincom"`.
  case exact = "lincom"
  /// A saddlepoint approximation of the exact one. R: `"saddlepoint"`.
  case saddlepoint
}

/// The outcome of a test of independence.
public struct IndependenceTest: Sendable, Hashable {
  /// The test statistic: F, or for the others Pearson's X² of ``observed``; 0 or more.
  public let statistic: Double
  /// The degrees of freedom of its distribution: two of F, one of χ²; else empty.
  public let degreesOfFreedom: [Double]
  /// The p of independence, in [0, 1]; NaN when an item has fewer than two categories.
  public let p: Double
  /// The weighted table of the categories that occur, in their order, scaled to a sum of as many
  /// as the rows of the sample.
  public let observed: Matrix
  /// What it would be were the items independent: row sum · column sum ÷ sum.
  public let expected: Matrix
}

extension SurveyDesign {
  /// Tests whether two items are independent of each other in the population.
  ///
  /// Pearson's X² of the weighted table has, in a survey, the distribution of Σ δⱼ·χ²(1) with the
  /// generalised design effects δ: the eigenvalues of V₀⁻¹V for the log-linear interactions.
  ///
  /// - Parameters:
  ///   - rows: one item; categories that nobody chose, and missing answers, are left out.
  ///   - columns: the other item; likewise.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  ///   - statistic: how it is tested.
  /// - Returns: the test; p is NaN when an item has fewer than two categories.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Rao and Scott, *On chi-squared tests for multiway contingency tables with cell
  /// proportions estimated from survey data*, 1984. R: `svychisq(~a + b, design, statistic)`.
  /// Golden values: the `svychisq` of every `Golden/*.json`.
  public func independenceTest(
    of rows: CodedColumn, and columns: CodedColumn, within: [Bool]? = nil,
    statistic: IndependenceStatistic = .f
  ) throws(EstimationError) -> IndependenceTest {
    try check(
      [("rows", rows.codes.count), ("columns", columns.codes.count)]
        + (within.map { [("within", $0.count)] } ?? []))
    let table = try CrossTable(design: self, rows: rows, columns: columns, within: within)
    switch statistic {
    case .wald, .adjustedWald:
      return try table.waldTest(isAdjusted: statistic == .adjustedWald)
    case .f, .chiSquared, .exact, .saddlepoint:
      return try table.pearsonTest(statistic)
    }
  }
}
