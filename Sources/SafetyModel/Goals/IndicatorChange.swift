/// The difference between two values that were measured in the same way: second minus first.
package struct IndicatorChange: Sendable, Hashable {
  package let first: IndicatorPoint
  package let second: IndicatorPoint
  package let difference: Double
  package let certainty: Certainty

  package enum Certainty: Sendable, Hashable {
    /// Both were counted: a difference is a difference.
    case exact
    /// The interval is of 95 %; `isCertain` is what the test said, after adjustment when the
    /// difference is one of a publication's.
    case sampled(standardError: Double, lower: Double, upper: Double, isCertain: Bool)
    /// Nobody has told the uncertainty of one of them, or of both.
    case untold
  }

  /// Half of a normal distribution's 95 % interval in standard errors.
  package static let halfWidth = 1.959963984540054

  /// Two values from samples that were drawn independently of each other.
  ///
  ///     SE² = SE₁² + SE₂²        interval: difference ± (1.96 · SE + g/2)
  ///
  /// g is the coarser grain of the two: values come in steps, and without half a step more (the
  /// correction for continuity) small samples would call chance a change more often than told.
  package init(from first: IndicatorPoint, to second: IndicatorPoint) {
    self.first = first
    self.second = second
    difference = second.value - first.value
    guard let a = first.uncertainty.standardError, let b = second.uncertainty.standardError else {
      certainty = .untold
      return
    }
    guard a > 0 || b > 0 else {
      certainty = .exact
      return
    }
    let standardError = (a * a + b * b).squareRoot()
    let margin = Self.halfWidth * standardError + max(first.grain, second.grain) / 2
    certainty = .sampled(
      standardError: standardError, lower: difference - margin, upper: difference + margin,
      isCertain: difference.magnitude > margin)
  }

  /// A difference that a publication tells: estimated with the covariance of the two waves.
  package init(
    from first: IndicatorPoint, to second: IndicatorPoint, difference: Double, lower: Double,
    upper: Double, isCertain: Bool
  ) {
    self.first = first
    self.second = second
    self.difference = difference
    certainty = .sampled(
      standardError: (upper - lower) / (2 * Self.halfWidth), lower: lower, upper: upper,
      isCertain: isCertain)
  }
}
