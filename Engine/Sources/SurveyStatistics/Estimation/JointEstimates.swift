public import NumericKernels

/// Several figures that were estimated together, with their joint covariance.
public struct JointEstimates: Sendable {
  /// The figures, each in its own unit.
  public let values: [Double]
  /// One row and column for each figure: the covariances, and on the diagonal the variances.
  ///
  /// NaN where a figure is undefined.
  public let covariance: Matrix
  /// The degrees of freedom of the design; of several samples the fewest.
  public let degreesOfFreedom: Double
  /// The figures of each sample with its degrees of freedom, when they come from several.
  let samples: [(places: Range<Int>, degreesOfFreedom: Double)]
  /// Variance ÷ that of simple random sampling without replacement; R: `deff = TRUE`.
  ///
  /// One for each figure: of totals, means and ratios of a design without replicates, else NaN.
  public let designEffects: [Double]
  /// The same with replacement; R: `deff = "replace"`.
  public let designEffectsWithReplacement: [Double]

  /// Puts figures together whose covariance is known from elsewhere.
  ///
  /// - Parameters:
  ///   - values: the figures.
  ///   - covariance: one row and one column for each of them.
  ///   - degreesOfFreedom: of the t distribution that they are compared with.
  public init(values: [Double], covariance: Matrix, degreesOfFreedom: Double) {
    self.init(
      values: values, covariance: covariance, degreesOfFreedom: degreesOfFreedom,
      simpleVariances: values.map { _ in nil })
  }

  /// With the variance of simple random sampling of each figure, where it is known.
  init(
    values: [Double], covariance: Matrix, degreesOfFreedom: Double,
    simpleVariances: [SimpleRandomVariance?]
  ) {
    self.values = values
    self.covariance = covariance
    self.degreesOfFreedom = degreesOfFreedom
    samples = []
    let variances = covariance.diagonal
    designEffects = zip(variances, simpleVariances).map {
      $0 / ($1?.withoutReplacement ?? .nan)
    }
    designEffectsWithReplacement = zip(variances, simpleVariances).map {
      $0 / ($1?.withReplacement ?? .nan)
    }
  }

  /// Puts the figures of several samples together.
  init(
    values: [Double], covariance: Matrix,
    samples: [(places: Range<Int>, degreesOfFreedom: Double)]
  ) {
    (self.values, self.covariance, self.samples) = (values, covariance, samples)
    degreesOfFreedom = samples.map(\.degreesOfFreedom).min() ?? .nan
    designEffects = values.map { _ in .nan }
    designEffectsWithReplacement = designEffects
  }

  /// The standard error of each figure, in its unit; NaN where it is undefined.
  public var standardErrors: [Double] {
    covariance.diagonal.map { $0.isNaN ? .nan : max($0, 0).squareRoot() }
  }

  /// The confidence interval of one figure: value ± t quantile · standard error.
  ///
  /// - Parameters:
  ///   - index: the place of the figure, from 0.
  ///   - confidence: in (0, 1).
  /// - Returns: the interval, in the figure's unit, with ``degreesOfFreedom``; NaN where undefined.
  public func interval(_ index: Int, confidence: Double = 0.95) -> ConfidenceInterval {
    .linear(
      values[index], standardError: standardErrors[index], degreesOfFreedom: degreesOfFreedom,
      confidence: confidence)
  }

  /// A linear combination of the figures.
  ///
  ///     c·θ,   v = cᵀ·V·c
  ///
  /// - Parameter coefficients: c, one for each figure; 1 and −1 give a difference.
  /// - Returns: the combination with its standard error, and its test against 0. A figure with
  ///   coefficient 0 may be undefined.
  ///
  /// R: `svycontrast(estimates, c(…))`.
  public func contrast(_ coefficients: [Double]) -> Difference {
    transformed(
      to: zip(coefficients, values).reduce(0) { $0 + ($1.0 == 0 ? 0 : $1.0 * $1.1) },
      gradient: coefficients)
  }

  /// A smooth function of the figures, such as a ratio of two means.
  ///
  /// - Parameters:
  ///   - value: the function of the figures.
  ///   - gradient: its derivative by each figure, at the figures.
  /// - Returns: the value with the standard error of the delta method: √(gᵀ·V·g).
  ///
  /// R: `svycontrast(estimates, quote(a / b))`.
  public func transformed(to value: Double, gradient: [Double]) -> Difference {
    var variance = 0.0
    // A figure that is not used may be undefined without spoiling the rest.
    for i in gradient.indices where gradient[i] != 0 {
      for j in gradient.indices where gradient[j] != 0 {
        variance += gradient[i] * gradient[j] * covariance[i, j]
      }
    }
    return Difference(
      value: value, standardError: variance.isNaN ? .nan : max(variance, 0).squareRoot(),
      degreesOfFreedom: degreesOfFreedom(of: gradient))
  }

  /// One figure minus another, by their places from 0, with the error from their covariance.
  public func difference(_ a: Int, minus b: Int) -> Difference {
    var coefficients = [Double](repeating: 0, count: values.count)
    coefficients[a] += 1
    coefficients[b] -= 1
    return contrast(coefficients)
  }
}

/// What the covariance of figures about several domains is measured against.
///
/// They differ in two cases only: for lonely units in strata that some domains do not touch, and
/// for replicates in which a figure is undefined. Standard errors of R's `svyby` are the first kind,
/// its `vcov` with `covmat = TRUE` the second
/// or, of a subset, the third.
public enum CovarianceScope: Sendable, Hashable {
  /// Each figure: the strata that its rows touch, the replicates in which its domain has figures.
  case domain
  /// All together: all strata of the design, the replicates in which all figures are defined.
  case design
  /// All together, in a part of the sample: the strata that its rows touch. R's `svyby` of a
  /// `subset`.
  case part([Bool])

  /// The rows whose strata count, of figures about some rows; `nil` for all.
  func rows(_ present: [Bool]) -> [Bool]? {
    switch self {
    case .domain: present
    case .design: nil
    case .part(let rows): rows
    }
  }
}

extension SurveyDesign {
  /// Estimates a statistic with the covariance of all its figures.
  ///
  /// By linearisation, or from the replicates when the design has them.
  ///
  /// - Parameters:
  ///   - statistic: what to estimate.
  ///   - scope: what the covariance of several domains is measured against.
  /// - Returns: its figures in order; NaN where nobody has values.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  public func estimate(
    _ statistic: Statistic, scope: CovarianceScope = .domain
  ) throws(EstimationError) -> JointEstimates {
    try check(statistic.columns)
    let parts = statistic.evaluate(weights, replicates == nil)
    let values = parts.flatMap(\.values)
    let spreads = spreads(of: parts, statistic, scope)
    var covariance = Matrix(rows: values.count, columns: values.count)
    let places = parts.indices.flatMap { part in
      parts[part].values.indices.map { (part, $0) }
    }
    for (i, a) in places.enumerated() {
      for (j, b) in places[...i].enumerated() {
        let isDefined = !values[i].isNaN && !values[j].isNaN
        let entry = isDefined ? self.covariance(spreads[a.0], a.1, spreads[b.0], b.1) : .nan
        covariance[i, j] = entry
        covariance[j, i] = entry
      }
    }
    return JointEstimates(
      values: values, covariance: covariance, degreesOfFreedom: Double(degreesOfFreedom),
      simpleVariances: parts.flatMap { part in
        part.values.indices.map {
          part.simpleVariances.isEmpty ? nil : part.simpleVariances[$0]
        }
      })
  }

  private func spreads(
    of parts: [Statistic.Part], _ statistic: Statistic, _ scope: CovarianceScope
  ) -> [SamplingSpread] {
    guard let replicates else {
      return parts.map {
        spread(of: $0.influences, present: scope.rows($0.present))
      }
    }
    let made = replicates.weights.map { statistic.evaluate($0, false) }
    let defined = made.map { made in made.map { !$0.values.contains(where: \.isNaN) } }
    return parts.indices.map { part in
      let kept = defined.map { scope == .domain ? $0[part] : !$0.contains(false) }
      return .replicated(
        parts[part].values.indices.map { place in
          replicates.deviations(
            of: made.map { $0[part].values[place] }, estimate: parts[part].values[place],
            kept: kept)
        })
    }
  }
}
