import NumericKernels

/// A test of two figures being practically the same: Schuirmann's two one-sided tests.
///
/// A difference that was not found may only lack data. Equivalence is the other claim: that a
/// difference as large as a margin, stated beforehand, can be ruled out.
public struct EquivalenceTest: Sendable, Hashable {
  /// The differences that count as none, in the unit of the difference.
  public let margin: ClosedRange<Double>
  /// The one-sided p of the difference being at the lower end of the margin or below.
  public let lowerP: Double
  /// The one-sided p of the difference being at the upper end of the margin or above.
  public let upperP: Double

  /// The p of a difference outside the margin: the larger of the two; NaN when undefined.
  public var p: Double { lowerP.isNaN || upperP.isNaN ? .nan : max(lowerP, upperP) }

  /// Whether the two figures can be called the same.
  ///
  /// - Parameter level: the risk of calling them so when they are not.
  /// - Returns: whether ``p`` is at most the level: whether the confidence interval at
  ///   1 − 2·level lies within the margin.
  public func isEquivalent(at level: Double = 0.05) -> Bool { p <= level }
}

extension Difference {
  /// Tests whether the difference is so small that it counts as none.
  ///
  ///     t₁ = (d − low)/se,   t₂ = (high − d)/se,   p = max(P(t > t₁), P(t > t₂))
  ///
  /// - Parameter margin: the differences that count as none, in the unit of the difference; decided
  ///   before the data were seen.
  /// - Returns: the two one-sided tests; without uncertainty their p are 0 inside of an end, 1
  ///   outside and ½ on it.
  ///
  /// Source: Schuirmann, *A comparison of the two one-sided tests procedure and the power approach
  /// for assessing the equivalence of average bioavailability*, 1987. R: package `TOSTER`.
  /// Golden values: `Golden/peers/estimators.json`, by scipy.
  public func equivalence(within margin: ClosedRange<Double>) -> EquivalenceTest {
    func upperTail(_ distance: Double) -> Double {
      // With no uncertainty a difference is inside, outside, or at the end.
      if standardError == 0 { return distance > 0 ? 0 : distance < 0 ? 1 : 0.5 }
      return StudentDistribution.cdf(
        -distance / standardError, degreesOfFreedom: degreesOfFreedom)
    }
    return EquivalenceTest(
      margin: margin, lowerP: upperTail(value - margin.lowerBound),
      upperP: upperTail(margin.upperBound - value))
  }

  /// Tests whether the difference is smaller than a margin either way.
  ///
  /// - Parameter margin: the smallest difference that matters, in the unit of the difference; its
  ///   size counts, not its sign.
  /// - Returns: the two one-sided tests.
  public func equivalence(within margin: Double) -> EquivalenceTest {
    equivalence(within: -margin.magnitude...margin.magnitude)
  }
}
