import NumericKernels

/// How much each year counts in a figure that pools years.
public enum PoolingWeights: String, Sendable, Hashable, CaseIterable, Codable {
  /// Every year alike: the mean over the years.
  case equal
  /// By the respondents behind each year: ``Estimate/base``.
  case base
  /// By 1 ÷ variance: the most certain figure, if nothing changed.
  case precision
}

/// Several years' estimates of the same figure, made into one.
public struct PooledYears: Sendable, Hashable {
  /// The figure; labelled as model-based, since it stands for no single year.
  public let estimate: ModelBasedEstimate
  /// k, the weight of each year, in the order given; their sum is 1.
  public let weights: [Double]
  /// Q, how far apart the years are: Σ (yₜ − ȳ)²/vₜ around their mean by precision; 0 or more.
  public let statistic: Double
  /// The p that years without change lie at least so far apart, by χ² with years − 1.
  public let p: Double

  /// Pools estimates from samples that were drawn apart.
  ///
  ///     ȳ = Σ kₜ·yₜ,   v = Σ kₜ²·vₜ
  ///
  /// It is an estimate of the weighted mean over the years, and of any one of them only if nothing
  /// changed. That is tested first, by Cochran's Q.
  ///
  /// - Parameters:
  ///   - years: the estimates, one for each year, the last one last.
  ///   - weights: how k is chosen.
  ///   - level: refused when p is below this; 0 pools years that differ too.
  /// - Throws: ``SmallAreaError/tooFewYears(count:)`` for fewer than two;
  ///   ``SmallAreaError/badYear(index:)`` for one without a standard error above 0;
  ///   ``SmallAreaError/yearsDiffer(statistic:p:)``.
  ///
  /// Source: Cochran, *The combination of estimates from different experiments*, 1954.
  public init(
    _ years: [Estimate], weights: PoolingWeights = .precision, refusingBelow level: Double = 0.05
  ) throws(SmallAreaError) {
    guard years.count > 1 else { throw .tooFewYears(count: years.count) }
    if let index = years.firstIndex(where: { !($0.standardError > 0 && $0.value.isFinite) }) {
      throw .badYear(index: index)
    }
    let variances = years.map { $0.standardError * $0.standardError }
    let precisions = variances.map { 1 / $0 }
    let centre = Self.mean(years, Self.scaled(precisions))
    statistic = zip(years, precisions).lazy.map {
      ($0.value - centre) * ($0.value - centre) * $1
    }.compensatedSum()
    p = ChiSquaredDistribution.upperTail(
      statistic, degreesOfFreedom: Double(years.count - 1))
    guard p >= level else { throw .yearsDiffer(statistic: statistic, p: p) }
    let parts: [Double] =
      switch weights {
      case .equal: years.map { _ in 1 }
      case .base: years.map { Double($0.base) }
      case .precision: precisions
      }
    self.weights = Self.scaled(parts)
    estimate = ModelBasedEstimate(
      value: Self.mean(years, self.weights),
      meanSquaredError: zip(self.weights, variances).lazy.map { $0 * $0 * $1 }.compensatedSum(),
      directWeight: self.weights[years.count - 1], basis: .pooledYears(count: years.count))
  }

  private static func scaled(_ parts: [Double]) -> [Double] {
    let sum = parts.compensatedSum()
    return parts.map { $0 / sum }
  }

  private static func mean(_ years: [Estimate], _ weights: [Double]) -> Double {
    zip(years, weights).lazy.map { $0.value * $1 }.compensatedSum()
  }
}
