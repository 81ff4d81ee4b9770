extension ChiSquaredMixture {
  /// The probability of a value above x by the saddlepoint approximation; fast, and good in tails.
  ///
  ///     K(ζ) = −½·Σ log(1 − 2ζλ),  K'(ζ) = x
  ///     w = sign(ζ)·√(2(ζx − K)),  v = ζ·√K''(ζ),  P = Φ(−(w + log(v/w)/w))
  ///
  /// - Parameters:
  ///   - x: any number.
  ///   - weights: λ, each repeated for its degrees of freedom.
  /// - Returns: the probability; `nil` near the mean, where the formula breaks down, and when no
  ///   weight is above 0.
  ///
  /// Source: Kuonen, *Saddlepoint approximations for distributions of quadratic forms in normal
  /// variables*, 1999. R: `survey:::saddle`.
  public static func saddlepointTail(_ x: Double, weights: [Double]) -> Double? {
    guard let scale = weights.max(), scale > 0 else { return nil }
    let lambda = weights.map { $0 / scale }
    let x = x / scale
    let negative = lambda.filter { $0 < 0 }.map { 1 / (2 * $0) }.max()
    let low =
      negative.map { $0 * 0.99999 }
      ?? (x > lambda.reduce(0, +) ? -0.01 : -Double(lambda.count) / (2 * x))
    let high = (lambda.filter { $0 > 0 }.map { 1 / (2 * $0) }.min() ?? 0.5) * 0.99999
    let zeta = findRoot(from: low, to: high, tolerance: 1e-8) { z in
      lambda.reduce(0) { $0 + $1 / (1 - 2 * z * $1) } - x
    }
    guard zeta.magnitude >= 1e-4 else { return nil }
    let k = -lambda.reduce(0) { $0 + Elementary.log(1 - 2 * zeta * $1) } / 2
    let curvature =
      2 * lambda.reduce(0) { $0 + $1 * $1 / ((1 - 2 * zeta * $1) * (1 - 2 * zeta * $1)) }
    let w = (zeta < 0 ? -1 : 1) * (2 * (zeta * x - k)).squareRoot()
    let v = zeta * curvature.squareRoot()
    return NormalDistribution.cdf(-(w + Elementary.log(v / w) / w))
  }
}
