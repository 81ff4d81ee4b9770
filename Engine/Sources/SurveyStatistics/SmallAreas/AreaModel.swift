import NumericKernels

/// A Fay–Herriot model: small areas that borrow strength from each other.
///
///     yᵢ = xᵢ·β + uᵢ + eᵢ,   uᵢ ~ (0, A),   eᵢ ~ (0, Dᵢ)
///     θ̂ᵢ = γᵢ·yᵢ + (1 − γᵢ)·xᵢ·β̂,   γᵢ = A / (A + Dᵢ)
///
/// | symbol | shape     | unit           | meaning                                    |
/// |--------|-----------|----------------|--------------------------------------------|
/// | y      | m areas   | of the figure  | direct estimates                           |
/// | D      | m areas   | of it, squared | their sampling variances, taken as known   |
/// | X      | m × p     | any            | what explains y, a column of ones included |
/// | A      | number    | of it, squared | the variance between areas, estimated      |
///
/// The mean squared error has a part for the area's own chance (g₁), one for the coefficients (g₂)
/// and one, counted twice, for A (g₃); with maximum likelihood also the bias b of A. V is A + D,
/// and Q = (Σ xᵢ·xᵢᵀ/Vᵢ)⁻¹:
///
///     g₁ = γᵢ·Dᵢ,   g₂ = (1 − γᵢ)²·xᵢ·Q·xᵢ,   g₃ = (1 − γᵢ)²·(2/Σ V⁻²)/(A + Dᵢ)
///     REML: g₁ + g₂ + 2·g₃        ML: g₁ + g₂ + 2·g₃ − b·(1 − γᵢ)²
///     b = −tr(Q·Σ xᵢ·xᵢᵀ/Vᵢ²) / Σ V⁻²
///
/// Source: Fay and Herriot, *Estimates of income for small places*, 1979; Prasad and Rao, *The
/// estimation of the mean squared error of small-area estimators*, 1990; Datta and Lahiri, *A
/// unified measure of uncertainty of estimated best linear unbiased predictors*, 2000.
/// R: `sae::mseFH(y ~ x, D, method)`.
/// Golden values: `Golden/small-areas`: what `sae` gives for the milk data, and numpy more exactly.
public struct AreaModel: Sendable {
  /// How A was estimated.
  public let method: AreaVarianceMethod
  /// A: how much areas differ beyond what explains them, in the square of the figures' unit.
  public let varianceBetweenAreas: Double
  /// The standard error of A for many areas, √(2/Σ V⁻²), in the same.
  public let varianceStandardError: Double
  /// β, one for each column, with their covariance Q; degrees of freedom are infinite.
  public let coefficients: JointEstimates
  /// The figure of each area, in the order given.
  public let estimates: [ModelBasedEstimate]
  let fit: AreaVarianceFit

  /// Whether A was estimated as 0.
  ///
  /// Then all figures are the regression's alone, nothing of an area's own remains, and their mean
  /// squared errors are too small to be trusted: say so beside them.
  public var isVarianceZero: Bool { varianceBetweenAreas == 0 }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - direct: y, finite.
  ///   - samplingVariances: D, each above 0.
  ///   - covariates: the columns of X, each as long as y; a column of ones is the intercept.
  ///   - method: how A is estimated.
  ///   - minimumAreas: the fewest areas to accept; never fewer than the columns + 3.
  ///   - maximumSteps: of the search for A.
  /// - Throws: ``SmallAreaError/tooFewAreas(count:minimum:)``;
  ///   ``SmallAreaError/areaCountMismatch(column:expected:actual:)``;
  ///   ``SmallAreaError/missingValue(column:area:)``;
  ///   ``SmallAreaError/badSamplingVariance(area:variance:)``;
  ///   ``SmallAreaError/dependentCovariate(column:)``; ``SmallAreaError/notConverged(steps:)``.
  public init(
    direct: [Double], samplingVariances: [Double], covariates: [[Double]],
    method: AreaVarianceMethod = .reml, minimumAreas: Int = 10, maximumSteps: Int = 1000
  ) throws(SmallAreaError) {
    try Self.check(direct, samplingVariances, covariates, max(minimumAreas, covariates.count + 3))
    let fit = try AreaVarianceFit.mostLikely(
      direct, samplingVariances, columns: covariates, method: method, maximumSteps: maximumSteps)
    let spread = fit.precisions.lazy.map { $0 * $0 }.compensatedSum()
    let bias =
      method == .ml
      ? -(fit.covariance * fit.crossProduct(power: 2)).diagonal.reduce(0, +) / spread : 0
    self.fit = fit
    self.method = method
    varianceBetweenAreas = fit.variance
    varianceStandardError = (2 / spread).squareRoot()
    coefficients = JointEstimates(
      values: fit.coefficients, covariance: fit.covariance, degreesOfFreedom: .infinity)
    estimates = direct.indices.map { area in
      let (d, precision) = (samplingVariances[area], fit.precisions[area])
      let shrinkage = d * precision
      let g1 = fit.variance * shrinkage
      let g2 = shrinkage * shrinkage * fit.covariance(area, area)
      let g3 = shrinkage * shrinkage * (2 / spread) * precision
      return ModelBasedEstimate(
        value: direct[area] - shrinkage * fit.residuals[area],
        meanSquaredError: g1 + g2 + 2 * g3 - bias * shrinkage * shrinkage,
        directWeight: 1 - shrinkage, basis: .areaModel(method))
    }
  }

  /// The figures, moved alike so that they agree with the direct estimate of all areas together.
  ///
  ///     θ̂ᵢ + t,   t = Σ sⱼ·(yⱼ − θ̂ⱼ),   MSE + Var(t)
  ///     Var(t) = Σ sⱼ²·(1 − γⱼ)²·(A + Dⱼ) − ΣΣ sⱼ·sₖ·(1 − γⱼ)·(1 − γₖ)·xⱼ·Q·xₖ
  ///
  /// - Parameter sizes: s, each area's size, in persons or parts; scaled to a sum of 1.
  /// - Returns: the figures, with Σ s·θ̂ = Σ s·y.
  /// - Throws: ``SmallAreaError/badSize(area:)`` for a size that is not above 0;
  ///   ``SmallAreaError/areaCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Steorts and Ghosh, *On estimation of mean squared errors of benchmarked empirical
  /// Bayes estimators*, 2013.
  public func benchmarked(sizes: [Double]) throws(SmallAreaError) -> [ModelBasedEstimate] {
    let move = try move(sizes: sizes)
    return estimates.map {
      ModelBasedEstimate(
        value: $0.value + move.distance,
        meanSquaredError: $0.meanSquaredError + move.variance,
        directWeight: $0.directWeight, basis: $0.basis, isBenchmarked: true)
    }
  }

  /// t, how far benchmarking moves every area, and its variance.
  func move(sizes: [Double]) throws(SmallAreaError) -> (distance: Double, variance: Double) {
    guard sizes.count == estimates.count else {
      throw .areaCountMismatch(
        column: "sizes", expected: estimates.count, actual: sizes.count)
    }
    if let area = sizes.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw .badSize(area: area)
    }
    let sum = sizes.compensatedSum()
    let parts = zip(sizes, estimates).map { $0 / sum * (1 - $1.directWeight) }
    var variance = zip(parts, fit.precisions).lazy.map { $0 * $0 / $1 }.compensatedSum()
    for j in parts.indices {
      for k in parts.indices { variance -= parts[j] * parts[k] * fit.covariance(j, k) }
    }
    return (zip(parts, fit.residuals).lazy.map(*).compensatedSum(), max(0, variance))
  }

  /// The figure of an area without answers, from what explains it alone.
  ///
  ///     x·β̂,   MSE = A + x·Q·x
  ///
  /// - Parameter covariates: x, as many as the model's columns.
  /// - Returns: the figure.
  /// - Throws: ``SmallAreaError/areaCountMismatch(column:expected:actual:)``.
  public func prediction(covariates: [Double]) throws(SmallAreaError) -> ModelBasedEstimate {
    guard covariates.count == fit.coefficients.count else {
      throw .areaCountMismatch(
        column: "covariates", expected: fit.coefficients.count, actual: covariates.count)
    }
    return ModelBasedEstimate(
      value: zip(covariates, fit.coefficients).reduce(0) { $0 + $1.0 * $1.1 },
      meanSquaredError: fit.variance + fit.covariance(covariates, covariates), directWeight: 0,
      basis: .areaModel(method))
  }

  private static func check(
    _ direct: [Double], _ variances: [Double], _ columns: [[Double]], _ minimum: Int
  ) throws(SmallAreaError) {
    let m = direct.count
    guard m >= minimum else { throw .tooFewAreas(count: m, minimum: minimum) }
    let named = columns.enumerated().map { ("covariates[\($0.offset)]", $0.element) }
    for (name, column) in [("samplingVariances", variances)] + named where column.count != m {
      throw .areaCountMismatch(column: name, expected: m, actual: column.count)
    }
    for (name, column) in [("direct", direct)] + named {
      if let area = column.firstIndex(where: { !$0.isFinite }) {
        throw .missingValue(column: name, area: area)
      }
    }
    if let area = variances.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw .badSamplingVariance(area: area, variance: variances[area])
    }
    let basis = OrthogonalBasis(columns: columns)
    guard basis.rank == columns.count else {
      throw .dependentCovariate(column: basis.order[basis.rank])
    }
  }
}
