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

  init(domainCount: Int, categoryCount: Int, pairs: [(Int, Int)]) {
    self.domainCount = domainCount
    self.categoryCount = categoryCount
    self.pairs = pairs
    bases = Array(repeating: 0, count: domainCount)
    (counts, proportions, standardErrors, linear, logit) = ([], [], [], [], [])
    (differences, differenceErrors, p, adjustedP) = ([], [], [], [])
    let (figures, tests) = (domainCount * categoryCount, pairs.count * categoryCount)
    counts.reserveCapacity(figures)
    proportions.reserveCapacity(figures)
    standardErrors.reserveCapacity(figures)
    linear.reserveCapacity(figures)
    logit.reserveCapacity(figures)
    differences.reserveCapacity(tests)
    differenceErrors.reserveCapacity(tests)
    p.reserveCapacity(tests)
  }

  /// Adds the next figure.
  mutating func append(count: Int, proportion: Double, standardError: Double, t: Double) {
    counts.append(count)
    proportions.append(proportion)
    standardErrors.append(standardError)
    linear.append(
      ConfidenceInterval(
        lower: proportion - t * standardError, upper: proportion + t * standardError))
    let centre = Elementary.log(proportion / (1 - proportion))
    let half = t * standardError / (proportion * (1 - proportion))
    logit.append(
      ConfidenceInterval(
        lower: 1 / (1 + Elementary.exp(half - centre)),
        upper: 1 / (1 + Elementary.exp(-half - centre))))
  }

  /// Adds the next comparison.
  mutating func append(difference: Double, error: Double, tail: StudentTail) {
    differences.append(difference)
    differenceErrors.append(error)
    p.append(tail.twoSidedP(difference / error))
  }
}
