import NumericKernels

/// Two groups or two waves that are to be compared, and how well that can be done.
public struct PlannedComparison: Sendable, Hashable {
  /// Answers in the first group or wave; above 0.
  public var firstRespondents: Double
  /// Answers in the second; above 0.
  public var secondRespondents: Double
  /// How many times as large variances are as those of simple random sampling; above 0.
  public var designEffect: Double
  /// Persons who answer in both waves; 0 for groups, or samples drawn apart.
  public var overlap: Double
  /// The correlation of such a person's two answers, in (−1, 1).
  public var correlation: Double
  /// α, the p below which a difference is called one, in (0, 1).
  public var significance: Double
  /// Comparisons in the family, 1 or more; the p of each must be below its part of α.
  public var comparisons: Int

  /// Makes a comparison.
  ///
  /// - Throws: ``PlanningError/outOfRange(name:value:)`` for any number outside of its range, and
  ///   an overlap of more than answer in either.
  public init(
    respondents first: Double, _ second: Double, designEffect: Double = 1, overlap: Double = 0,
    correlation: Double = 0, significance: Double = 0.05, comparisons: Int = 1
  ) throws(PlanningError) {
    for count in [first, second] {
      try require(count > 0 && count.isFinite, "respondents", count)
    }
    try require(designEffect > 0 && designEffect.isFinite, "designEffect", designEffect)
    try require(overlap >= 0 && overlap <= min(first, second), "overlap", overlap)
    try require(correlation > -1 && correlation < 1, "correlation", correlation)
    try require(significance > 0 && significance < 1, "significance", significance)
    try require(comparisons >= 1, "comparisons", Double(comparisons))
    (firstRespondents, secondRespondents) = (first, second)
    (self.designEffect, self.overlap, self.correlation) = (designEffect, overlap, correlation)
    (self.significance, self.comparisons) = (significance, comparisons)
  }

  /// The standard error to expect of the difference between two shares.
  ///
  ///     v = deff · (p₁q₁/n₁ + p₂q₂/n₂ − 2·ρ·m·√(p₁q₁p₂q₂)/(n₁·n₂)),   q = 1 − p
  ///
  /// - Parameters:
  ///   - first: p₁, a share in [0, 1].
  ///   - second: p₂, the other.
  /// - Returns: √v.
  ///
  /// Source: Kish, *Survey Sampling*, 1965, chapter 12.
  public func standardError(from first: Double, to second: Double) -> Double {
    let (a, b) = (first * (1 - first), second * (1 - second))
    let shared =
      2 * correlation * overlap * (a * b).squareRoot() / (firstRespondents * secondRespondents)
    return (designEffect * (a / firstRespondents + b / secondRespondents - shared)).squareRoot()
  }

  /// The probability that a true difference between two shares is found.
  ///
  ///     Φ(|p₂ − p₁|/se − z) + Φ(−|p₂ − p₁|/se − z),   z = Φ⁻¹(1 − α/(2m))
  ///
  /// Of the test that the program makes: of the difference by its own standard error. With a family
  /// of m comparisons it is Bonferroni's, and so a little less than Holm's.
  ///
  /// - Parameters:
  ///   - first: a share, in (0, 1).
  ///   - second: the other.
  /// - Returns: the power, in (0, 1]; α/m when there is no difference.
  /// - Throws: ``PlanningError/outOfRange(name:value:)`` for a share.
  ///
  /// Golden values: `Golden/planning/power.csv`, by scipy, and exact over all pairs of counts.
  public func power(from first: Double, to second: Double) throws(PlanningError) -> Double {
    for share in [first, second] {
      try require(share > 0 && share < 1, "proportion", share)
    }
    let ratio = (second - first).magnitude / standardError(from: first, to: second)
    return NormalDistribution.cdf(ratio - z) + NormalDistribution.cdf(-ratio - z)
  }

  private var z: Double {
    -NormalDistribution.quantile(significance / 2 / Double(comparisons))
  }

  /// The smallest change of a share that is found with a wanted probability.
  ///
  /// - Parameters:
  ///   - first: the share to change from, in (0, 1).
  ///   - wanted: the probability, above the significance.
  ///   - isIncrease: whether upwards.
  /// - Returns: the size of the change, above 0; `nil` when no change is large enough.
  /// - Throws: ``PlanningError/outOfRange(name:value:)`` for the share, or the probability.
  public func detectableChange(
    from first: Double, power wanted: Double = 0.8, isIncrease: Bool = true
  ) throws(PlanningError) -> Double? {
    try require(first > 0 && first < 1, "proportion", first)
    try require(wanted > significance && wanted < 1, "power", wanted)
    let limit = (isIncrease ? 1 - first : first) * (1 - 1e-9)
    let sign = isIncrease ? 1.0 : -1
    func excess(_ change: Double) throws(PlanningError) -> Double {
      try power(from: first, to: first + sign * change) - wanted
    }
    guard try excess(limit) > 0 else { return nil }
    return try findRoot(from: 0, to: limit, tolerance: 1e-12, excess)
  }

  /// The answers that each of two groups or waves needs.
  ///
  /// - Parameters:
  ///   - first: a share, in (0, 1).
  ///   - second: the other; not the same.
  ///   - wanted: the probability of finding the difference, above the significance.
  ///   - designEffect: how many times as large variances are as those of simple random sampling.
  ///   - overlapPart: the part of the answers that are from persons who answer in both waves, in
  ///     [0, 1].
  ///   - correlation: of such a person's two answers, in (−1, 1).
  ///   - significance: α, the p below which a difference is called one.
  ///   - comparisons: how many share α.
  /// - Returns: the fewest answers that are enough in each.
  /// - Throws: ``PlanningError/outOfRange(name:value:)`` for any number, and shares too near each
  ///   other for any number of answers.
  public static func respondentsNeeded(
    from first: Double, to second: Double, power wanted: Double = 0.8, designEffect: Double = 1,
    overlapPart: Double = 0, correlation: Double = 0, significance: Double = 0.05,
    comparisons: Int = 1
  ) throws(PlanningError) -> Int {
    try require(first != second, "proportion", second)
    try require(wanted > significance && wanted < 1, "power", wanted)
    try require(overlapPart >= 0 && overlapPart <= 1, "overlap", overlapPart)
    func power(_ count: Double) throws(PlanningError) -> Double {
      try PlannedComparison(
        respondents: count, count, designEffect: designEffect, overlap: overlapPart * count,
        correlation: correlation, significance: significance, comparisons: comparisons
      ).power(from: first, to: second)
    }
    var (low, high) = (0.0, 1.0)
    while try power(high) < wanted {
      (low, high) = (high, 2 * high)
      guard high < 0x1p52 else { throw .outOfRange(name: "proportion", value: second) }
    }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if try power(middle) < wanted { low = middle } else { high = middle }
    }
    return Int(high)
  }
}
