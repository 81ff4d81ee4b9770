/// Student's t distribution; with infinite degrees of freedom the normal one.
public enum StudentDistribution {
  /// The probability of a value of at most t, exact also when it is tiny.
  ///
  /// - Parameters:
  ///   - t: any number.
  ///   - degreesOfFreedom: degrees of freedom, above 0; may be infinite.
  /// - Returns: a probability; NaN when t or the degrees of freedom are undefined.
  public static func cdf(_ t: Double, degreesOfFreedom: Double) -> Double {
    let half = twoSidedP(t, degreesOfFreedom: degreesOfFreedom) / 2
    return t > 0 ? 1 - half : half
  }

  /// The probability of a value at least as far from 0 as t, on either side.
  ///
  ///     P(|T| ≥ |t|) = Iₓ(df/2, 1/2),  x = df / (df + t²)
  ///
  /// - Parameters:
  ///   - t: any number.
  ///   - degreesOfFreedom: degrees of freedom, above 0; may be infinite.
  /// - Returns: a probability, exact also when it is tiny; NaN when t or the df is undefined.
  public static func twoSidedP(_ t: Double, degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
    if t.isInfinite { return 0 }
    if degreesOfFreedom.isInfinite { return Elementary.erfc(t.magnitude / 2.0.squareRoot()) }
    let square = t * t
    let x = degreesOfFreedom / (degreesOfFreedom + square)
    return BetaDistribution.cdf(
      x, complement: square / (degreesOfFreedom + square), a: degreesOfFreedom / 2, b: 0.5)
  }

  /// The value below which a given probability lies.
  ///
  /// - Parameters:
  ///   - p: a probability in [0, 1].
  ///   - degreesOfFreedom: degrees of freedom, above 0; may be infinite.
  /// - Returns: t with `cdf(t) == p`, to about 15 digits; NaN for bad arguments.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    guard p >= 0, p <= 1, degreesOfFreedom > 0 else { return .nan }
    if degreesOfFreedom.isInfinite { return NormalDistribution.quantile(p) }
    if p == 0.5 { return 0 }
    if p == 0 || p == 1 { return p == 0 ? -.infinity : .infinity }
    let tail = 2 * min(p, 1 - p)
    let t = positiveQuantile(twoSidedTail: tail, degreesOfFreedom)
    return p < 0.5 ? -t : t
  }

  /// A first guess, near already with many degrees of freedom: Cornish and Fisher's expansion.
  private static func start(_ z: Double, _ degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom > 2, z < 6 else { return max(z, 1e-300) }
    let (n, square) = (degreesOfFreedom, z * z)
    let first = z * (square + 1) / (4 * n)
    let second = z * ((5 * square + 16) * square + 3) / (96 * n * n)
    return max(z + first + second, 1e-300)
  }

  /// The t > 0 that is exceeded, on both sides together, with the given probability.
  private static func positiveQuantile(twoSidedTail tail: Double, _ degreesOfFreedom: Double)
    -> Double
  {
    var (low, high) = (0.0, Double.infinity)
    var t = start(-NormalDistribution.quantile(tail / 2), degreesOfFreedom)
    let logConstant =
      Elementary.logGamma((degreesOfFreedom + 1) / 2) - Elementary.logGamma(degreesOfFreedom / 2)
      - 0.5 * Elementary.log(degreesOfFreedom * Double.pi)
    for _ in 0..<400 {
      let excess = twoSidedP(t, degreesOfFreedom: degreesOfFreedom) - tail
      if excess == 0 { return t }
      if excess > 0 { low = t } else { high = t }
      let density = Elementary.exp(
        logConstant - (degreesOfFreedom + 1) / 2 * Elementary.log1p(t * t / degreesOfFreedom))
      // Halley's step: Newton's, and how the density changes on the way.
      let newton = excess / (2 * density)
      let change = -(degreesOfFreedom + 1) * t / (degreesOfFreedom + t * t)
      var next = t + newton / (1 + change * newton / 2)
      if !(next > low && next < high) {
        next = high.isInfinite ? 2 * t : low + (high - low) / 2
      } else if (next - t).magnitude <= 1e-5 * next, (change * (next - t)).magnitude <= 1e-5 {
        // What is left goes with the third power.
        return next
      }
      if (next - t).magnitude <= 5e-16 * next { return next }
      t = next
    }
    return t
  }
}
