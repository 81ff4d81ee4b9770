import NumericKernels

/// A difference between two estimates, or any other combination of them, with its uncertainty.
public struct Difference: Sendable, Hashable {
  /// First minus second, in their unit; NaN when either is undefined.
  public let value: Double
  /// The standard error in that unit, from the joint covariance of the two.
  public let standardError: Double
  /// The degrees of freedom of the t distribution that it is compared with.
  public let degreesOfFreedom: Double

  /// Makes a difference from its parts.
  public init(value: Double, standardError: Double, degreesOfFreedom: Double) {
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// No difference, for certain.
  static func none(degreesOfFreedom: Double) -> Difference {
    Difference(value: 0, standardError: 0, degreesOfFreedom: degreesOfFreedom)
  }

  /// The difference in standard errors; NaN when both are 0.
  public var t: Double { value / standardError }

  /// The two-sided p of no difference, by Student's t; NaN when it is undefined.
  public var p: Double {
    StudentDistribution.twoSidedP(t, degreesOfFreedom: degreesOfFreedom)
  }

  /// The confidence interval: value ± t quantile · standard error.
  ///
  /// - Parameter confidence: the share of samples whose interval holds the truth; in (0, 1).
  /// - Returns: the interval, in the unit of the difference.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    .linear(
      value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      confidence: confidence)
  }

  /// The difference between estimates from two samples drawn apart, such as two waves.
  ///
  ///     v = v₁ + v₂,   df = v² / (v₁²/df₁ + v₂²/df₂)
  ///
  /// Wrong when the same persons, or persons drawn together, are in both samples.
  ///
  /// - Parameters:
  ///   - a: the estimate to subtract from.
  ///   - b: the estimate to subtract.
  /// - Returns: the difference, with the degrees of freedom of Welch and Satterthwaite; the fewer
  ///   of the two when v = 0.
  ///
  /// Source: Satterthwaite, *An approximate distribution of estimates of variance components*,
  /// 1946.
  public static func independent(_ a: Estimate, minus b: Estimate) -> Difference {
    let (v, w) = (a.standardError * a.standardError, b.standardError * b.standardError)
    let sum = v + w
    let degreesOfFreedom =
      sum == 0
      ? min(a.degreesOfFreedom, b.degreesOfFreedom)
      : sum * sum / (v * v / a.degreesOfFreedom + w * w / b.degreesOfFreedom)
    return Difference(
      value: a.value - b.value, standardError: sum.squareRoot(), degreesOfFreedom: degreesOfFreedom)
  }
}
