/// How the tail of a weighted sum of chi-squared variables is found; the names are R's.
public enum MixtureApproximation: String, Sendable, Hashable, CaseIterable, Codable {
  /// By a saddlepoint, good in tails; near the mean as `satterthwaite`.
  case saddlepoint
  /// By one scaled chi-squared variable with the same mean and variance.
  case satterthwaite
  /// By Davies's integration, and Ruben's series where the denominator is known.
  case exact = "integration"
}

extension ChiSquaredMixture {
  /// The probability that Σ λⱼ·χ²(1) is above x, or above x·χ²(df)/df.
  ///
  /// - Parameters:
  ///   - x: any number.
  ///   - weights: λ.
  ///   - denominator: df, of which R uses the whole part; infinite when nothing is divided by.
  ///   - approximation: how it is found.
  /// - Returns: the probability.
  ///
  /// Source: Lumley and Scott, *Tests for regression models fitted to survey data*, 2014.
  /// R: `survey::pFsum`, and `pchisqsum` for an infinite denominator.
  public static func tail(
    _ x: Double, weights: [Double], denominator: Double, by approximation: MixtureApproximation
  ) -> Double {
    // 397.999… from rounding alone are 398.
    let whole = denominator.isFinite ? Int(denominator + 1e-9) : 0
    let mean = weights.reduce(0, +) / Double(weights.count)
    let ratio = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count) / (mean * mean)
    let first = Double(weights.count) / ratio
    let simple =
      denominator.isFinite
      ? FisherDistribution.upperTail(
        x / first / (mean * ratio), degreesOfFreedom: first, denominator)
      : ChiSquaredDistribution.upperTail(x / (mean * ratio), degreesOfFreedom: first)
    switch approximation {
    case .satterthwaite: return simple
    case .saddlepoint:
      return denominator.isFinite
        ? saddlepointTail(
          0, weights: weights + Array(repeating: -x / denominator, count: whole)) ?? simple
        : saddlepointTail(x, weights: weights) ?? simple
    case .exact:
      let ones = weights.map { _ in 1 }
      guard denominator.isFinite else {
        return ChiSquaredMixture(weights: weights, degreesOfFreedom: ones).upperTail(x)
      }
      let mixture = ChiSquaredMixture(
        weights: weights + [-x / denominator], degreesOfFreedom: ones + [whole])
      let tail = mixture.upperTail(0)
      return tail.isNaN ? mixture.upperTail(0, accuracy: 1e-5) : tail
    }
  }
}
