/// The beta distribution, whose cumulative probability is the regularised incomplete beta function.
public enum BetaDistribution {
  /// The probability of a value of at most x: the regularised incomplete beta function Iₓ(a, b).
  ///
  ///     Iₓ(a, b) = xᵃ (1 − x)ᵇ / (a B(a, b)) · continued fraction
  ///
  /// - Parameters:
  ///   - x: a number in [0, 1].
  ///   - complement: 1 − x; give it when x is so near to 1 that the subtraction would lose digits.
  ///   - a: the first shape, above 0.
  ///   - b: the second shape, above 0.
  /// - Returns: a probability, exact to about 14 digits also in both tails; NaN for bad arguments.
  ///
  /// Source: Didonato and Morris, *Algorithm 708*, 1992, formula 9 (the continued fraction);
  /// Loader, *Fast and accurate computation of binomial probabilities*, 2000 (the factor before).
  public static func cdf(_ x: Double, complement: Double? = nil, a: Double, b: Double) -> Double {
    let y = complement ?? 1 - x
    guard a > 0, b > 0, x >= 0, y >= 0 else { return .nan }
    if x == 0 { return 0 }
    if y == 0 { return 1 }
    // The fraction converges fast on the near side of the mean; use the symmetry for the other.
    if x <= a / (a + b) { return tail(x, y, a, b) }
    return 1 - tail(y, x, b, a)
  }

  /// The probability of a value above x, exact also when it is tiny: 1 − Iₓ(a, b).
  ///
  /// - Parameters:
  ///   - x: a number in [0, 1].
  ///   - a: the first shape, above 0.
  ///   - b: the second shape, above 0.
  /// - Returns: a probability; NaN for bad arguments.
  public static func upperTail(_ x: Double, a: Double, b: Double) -> Double {
    guard x <= 1 else { return .nan }
    return cdf(1 - x, complement: x, a: b, b: a)
  }

  /// The value below which a given probability lies.
  ///
  /// Found by bisection that Newton steps shorten.
  ///
  /// - Parameters:
  ///   - p: a probability in [0, 1].
  ///   - a: the first shape, above 0.
  ///   - b: the second shape, above 0.
  /// - Returns: x in [0, 1] with `cdf(x) == p`; NaN for bad arguments.
  public static func quantile(_ p: Double, a: Double, b: Double) -> Double {
    guard p >= 0, p <= 1, a > 0, b > 0 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return 1 }
    var (low, high) = (0.0, 1.0)
    var x = a / (a + b)
    for _ in 0..<200 {
      let excess = cdf(x, a: a, b: b) - p
      if excess == 0 { return x }
      if excess > 0 { high = x } else { low = x }
      let slope = factor(x, 1 - x, a, b) / (x * (1 - x))
      var next = x - excess / slope
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      if (next - x).magnitude <= 5e-16 * next { return next }
      x = next
    }
    return x
  }

  private static func tail(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    factor(x, y, a, b) * continuedFraction(x, y, a, b)
  }

  /// xᵃ (1 − x)ᵇ / B(a, b), without the cancellation that log-gamma functions bring.
  private static func factor(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    let exponent =
      Stirling.error(n) - Stirling.error(a) - Stirling.error(b)
      - Stirling.deviance(a, n * x) - Stirling.deviance(b, n * y)
    return Elementary.exp(exponent) * (a * b / (2 * Double.pi * n)).squareRoot()
  }

  /// The continued fraction of Algorithm 708, by the modified Lentz method.
  private static func continuedFraction(
    _ x: Double, _ y: Double, _ a: Double, _ b: Double
  ) -> Double {
    // Not a − (a + b)·x, which loses as many digits as a has when x is near to 1.
    let lambda = a * y - b * x
    let c = 1 + lambda
    var (p, s) = (1.0, a + 1)
    let (c0, c1) = (b / a, 1 + 1 / a)
    var (an, bn, anp1, bnp1) = (0.0, 1.0, 1.0, c / c1)
    var r = c1 / c
    for step in 1...100_000 {
      let n = Double(step)
      let t = n / a
      let w = n * (b - n) * x
      let e = a / s
      let alpha = (p * (p + c0) * e * e) * (w * x)
      let e1 = (1 + t) / (c1 + t + t)
      let beta = n + w / s + e1 * (c + n * (1 + y))
      p = 1 + t
      s += 2
      (an, anp1) = (anp1, alpha * an + beta * anp1)
      (bn, bnp1) = (bnp1, alpha * bn + beta * bnp1)
      let previous = r
      r = anp1 / bnp1
      if (r - previous).magnitude <= 1e-16 * r { break }
      an /= bnp1
      bn /= bnp1
      anp1 = r
      bnp1 = 1
    }
    return r
  }
}
