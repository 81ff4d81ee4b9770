/// The gamma distribution with scale 1, of which chi-squared is a case.
public enum GammaDistribution {
  /// The probability of a value above x: the regularised upper incomplete gamma function Q(a, x).
  ///
  /// - Parameters:
  ///   - x: a number, 0 or more.
  ///   - shape: a, above 0.
  /// - Returns: a probability, exact to about 14 digits also when it is tiny; NaN for bad arguments.
  ///
  /// Source: Press and others, *Numerical Recipes*, 2007, section 6.2 (series and fraction);
  /// Loader, *Fast and accurate computation of binomial probabilities*, 2000 (the factor).
  public static func upperTail(_ x: Double, shape: Double) -> Double {
    guard x >= 0, shape > 0 else { return .nan }
    if x == 0 { return 1 }
    if x.isInfinite { return 0 }
    return x < shape + 1 ? 1 - lowerBySeries(x, shape) : upperByFraction(x, shape)
  }

  /// xᵃ e⁻ˣ / Γ(a + 1).
  private static func factor(_ x: Double, _ a: Double) -> Double {
    Elementary.exp(-Stirling.error(a) - Stirling.deviance(a, x)) / (2 * Double.pi * a).squareRoot()
  }

  private static func lowerBySeries(_ x: Double, _ a: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for step in 1...100_000 {
      term *= x / (a + Double(step))
      sum += term
      if term < sum * 1e-17 { break }
    }
    return factor(x, a) * sum
  }

  private static func upperByFraction(_ x: Double, _ a: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for step in 1...100_000 {
      let n = Double(step)
      let an = -n * (n - a)
      b += 2
      d = an * d + b
      if d.magnitude < tiny { d = tiny }
      c = b + an / c
      if c.magnitude < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      h *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return factor(x, a) * a * h
  }
}

/// The chi-squared distribution.
public enum ChiSquaredDistribution {
  /// The probability of a value above x: Q(df/2, x/2).
  ///
  /// - Parameters:
  ///   - x: a number, 0 or more.
  ///   - degreesOfFreedom: df, above 0; it need not be whole.
  /// - Returns: a probability; NaN for bad arguments.
  public static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    GammaDistribution.upperTail(x / 2, shape: degreesOfFreedom / 2)
  }
}

/// Fisher's F distribution.
public enum FisherDistribution {
  /// The probability of a value above x.
  ///
  ///     P(F > x) = Iᵤ(df₂/2, df₁/2),  u = df₂ / (df₂ + df₁·x)
  ///
  /// - Parameters:
  ///   - x: a number, 0 or more.
  ///   - degreesOfFreedom: df₁, above 0; neither need be whole.
  ///   - other: df₂, above 0; when infinite, the probability is that of chi-squared at df₁·x.
  /// - Returns: a probability; NaN for bad arguments.
  public static func upperTail(_ x: Double, degreesOfFreedom: Double, _ other: Double) -> Double {
    guard degreesOfFreedom > 0, other > 0, x >= 0 else { return .nan }
    if other.isInfinite {
      return ChiSquaredDistribution.upperTail(
        x * degreesOfFreedom, degreesOfFreedom: degreesOfFreedom)
    }
    let sum = other + degreesOfFreedom * x
    return BetaDistribution.cdf(
      other / sum, complement: degreesOfFreedom * x / sum, a: other / 2, b: degreesOfFreedom / 2)
  }

  /// The value that is exceeded with a given probability, for a first degree of freedom of 1.
  ///
  /// It is the square of Student's t that is exceeded, on both sides together, as often.
  ///
  /// - Parameters:
  ///   - p: a probability in [0, 1].
  ///   - other: the second degrees of freedom, above 0; may be infinite.
  /// - Returns: the value, 0 or more; NaN for bad arguments.
  public static func upperQuantile(_ p: Double, degreesOfFreedom other: Double) -> Double {
    let t = StudentDistribution.quantile(p / 2, degreesOfFreedom: other)
    return t * t
  }
}
