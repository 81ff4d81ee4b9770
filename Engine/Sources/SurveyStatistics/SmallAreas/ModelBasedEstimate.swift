import NumericKernels

/// What a model-based figure leans on beside the answers of its own domain and year.
public enum ModelBasis: Sendable, Hashable {
  /// A Fay–Herriot model of the areas: other areas, by what explains them.
  case areaModel(AreaVarianceMethod)
  /// Other years, on the assumption that nothing changed between them; how many in all.
  case pooledYears(count: Int)
}

/// A figure that leans on a model and not only on the answers about it.
///
/// A type of its own, so that it can never be shown as a direct ``Estimate``: wherever it goes, it
/// carries what it leans on.
public struct ModelBasedEstimate: Sendable, Hashable {
  /// The figure, in the unit of the direct estimates.
  public let value: Double
  /// The estimated mean of its squared error, in the square of that unit; of pooled years the
  /// variance.
  public let meanSquaredError: Double
  /// The weight that the area's own direct estimate has in the figure, from 0 to 1; of pooled years
  /// the last one's.
  public let directWeight: Double
  /// What it leans on.
  public let basis: ModelBasis
  /// Whether the figures have been moved to agree with the direct total.
  public let isBenchmarked: Bool

  init(
    value: Double, meanSquaredError: Double, directWeight: Double, basis: ModelBasis,
    isBenchmarked: Bool = false
  ) {
    self.value = value
    self.meanSquaredError = meanSquaredError
    self.directWeight = directWeight
    self.basis = basis
    self.isBenchmarked = isBenchmarked
  }

  /// The square root of the mean squared error, in the unit of the figure.
  public var rootMeanSquaredError: Double { meanSquaredError.squareRoot() }

  /// value ± normal quantile · root mean squared error.
  ///
  /// Right on average over areas when the model holds; for a single area that is unlike the others
  /// it may be off.
  ///
  /// - Parameter confidence: in (0, 1).
  /// - Returns: the interval, in the unit of the figure.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    .linear(
      value, standardError: rootMeanSquaredError, degreesOfFreedom: .infinity,
      confidence: confidence)
  }
}
