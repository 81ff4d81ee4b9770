import NumericKernels

/// An item's categories in every domain of one breakdown, with all comparisons between domains.
///
/// Figures stand domain by domain, within a domain category by category.
public struct TabulatedItem: Sendable {
  /// How many domains the breakdown has.
  public let domainCount: Int
  /// How many categories the item has.
  public let categoryCount: Int
  /// Unweighted answers in each domain.
  public internal(set) var bases: [Int]
  /// Unweighted answers of each category in each domain.
  public internal(set) var counts: [Int]
  /// The proportions; NaN in a domain without answers.
  public internal(set) var proportions: [Double]
  /// Their standard errors.
  public internal(set) var standardErrors: [Double]
  /// The interval p ± t·se of each.
  public internal(set) var linear: [ConfidenceInterval]
  /// The interval on the log-odds of each; NaN for proportions of 0 and 1, which need their own.
  public internal(set) var logit: [ConfidenceInterval]
  /// The pairs of domains that differ in one dimension.
  public internal(set) var pairs: [(first: Int, second: Int)]
  /// For each pair, category by category, first minus second.
  public internal(set) var differences: [Double]
  /// The standard error of each difference, from the joint covariance.
  public internal(set) var differenceErrors: [Double]
  /// The two-sided p of each difference.
  public internal(set) var p: [Double]
  /// The same, adjusted by Holm among the pairs of a family.
  ///
  /// A family is the pairs along one dimension where all others are the same, for one category.
  public internal(set) var adjustedP: [Double]

  /// An item without comparisons so far.
  init(
    categoryCount: Int, bases: [Int], counts: [Int], proportions: [Double],
    standardErrors: [Double], t: Double
  ) {
    domainCount = bases.count
    self.categoryCount = categoryCount
    (self.bases, self.counts) = (bases, counts)
    (self.proportions, self.standardErrors) = (proportions, standardErrors)
    linear = zip(proportions, standardErrors).map { p, error in
      ConfidenceInterval(lower: p - t * error, upper: p + t * error)
    }
    logit = zip(proportions, standardErrors).map { p, error in
      // e to the power of the half width over the odds: the ends' odds are o/e and o·e.
      let odds = p / (1 - p)
      let factor = Elementary.exp(t * error / (p * (1 - p)))
      return ConfidenceInterval(
        lower: 1 / (1 + factor / odds), upper: 1 / (1 + 1 / (factor * odds)))
    }
    (pairs, differences, differenceErrors, p, adjustedP) = ([], [], [], [], [])
  }

  /// Adds all comparisons between domains.
  ///
  /// - Parameters:
  ///   - pairs: the pairs of domains, family by family.
  ///   - families: how many pairs each family has.
  ///   - differences: for each pair, category by category.
  ///   - errors: their standard errors.
  ///   - tail: Student's t.
  mutating func compare(
    _ pairs: [(Int, Int)], families: [Int], differences: [Double], errors: [Double],
    tail: StudentTail
  ) {
    self.pairs = pairs
    (self.differences, differenceErrors) = (differences, errors)
    p = tail.twoSidedP(zip(differences, errors).map { $0 / $1 })
    adjustedP = p
    HolmAdjustment.adjust(&adjustedP, families: families, step: categoryCount)
  }
}
