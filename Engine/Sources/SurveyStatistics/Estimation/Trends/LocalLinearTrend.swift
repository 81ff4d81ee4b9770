import NumericKernels

/// One measured value in a series with equal steps of time.
public struct TrendObservation: Sendable, Hashable {
  /// The place in time, in whole steps from any origin; steps without a value may be left out.
  public let step: Int
  /// The estimate, in any unit; finite.
  public let value: Double
  /// Its standard error, in the unit of the value; 0 when everything was counted.
  public let standardError: Double

  /// Makes an observation.
  public init(step: Int, value: Double, standardError: Double) {
    self.step = step
    self.value = value
    self.standardError = standardError
  }
}

/// A level that moves by a slope, and both of them drift; what is seen has a known sampling error.
///
///     yₜ   = μₜ + εₜ                εₜ ~ N(0, SEₜ²)
///     μₜ₊₁ = μₜ + βₜ + ηₜ           ηₜ ~ N(0, q)
///     βₜ₊₁ = βₜ + ζₜ                ζₜ ~ N(0, r)
///
/// | symbol | meaning                                  | unit               |
/// |--------|------------------------------------------|--------------------|
/// | μ, β   | the true level, and its change in a step | value, value/step  |
/// | SE     | the sampling error of one estimate       | value; known       |
/// | q, r   | how fast level and slope drift           | value²; 0 or above |
///
/// With q = r = 0 it is a straight line fitted with weights 1/SE².
///
/// Source: Durbin and Koopman, *Time Series Analysis by State Space Methods*, 2012, 3.2.
public struct LocalLinearTrend: Sendable, Hashable {
  /// q: the variance of what the level moves beside its slope in a step; 0 or above.
  public let levelVariance: Double
  /// r: the variance of what the slope changes in a step; 0 or above.
  public let slopeVariance: Double

  /// Makes a model from its variances.
  public init(levelVariance: Double, slopeVariance: Double) {
    self.levelVariance = levelVariance
    self.slopeVariance = slopeVariance
  }

  /// Where level and slope are after the last observation, by the Kalman filter.
  ///
  /// Nothing is assumed of where they began: the start is exactly diffuse (de Jong's augmented
  /// filter), so the first two values only tell where the line is.
  ///
  /// - Parameter observations: at least two, by step, no step twice.
  /// - Returns: the state at the last step, or `nil` when it is undefined: fewer than two
  ///   observations, steps out of order, a value that is not finite, or one without sampling error
  ///   in a model without drift.
  ///
  /// Source: de Jong, *The diffuse Kalman filter*, 1991.
  /// Golden values: `Golden/trends/states.csv`, by statsmodels.
  public func state(after observations: [TrendObservation]) -> TrendState? {
    guard observations.count >= 2, let first = observations.first else { return nil }
    var filter = DiffuseFilter()
    // Two steps before the first value nothing is known either; from there on drift has given the
    // first value a variance, also when it was counted.
    var step = first.step - 2
    for (place, observation) in observations.enumerated() {
      guard place == 0 || observation.step > observations[place - 1].step else { return nil }
      while step < observation.step {
        filter.predict(self)
        step += 1
      }
      guard filter.take(observation) else { return nil }
    }
    return filter.state(at: step)
  }
}

/// Level and slope at a step, with their covariance.
public struct TrendState: Sendable, Hashable {
  /// The step that it is about.
  public let step: Int
  /// μ, the level, in the unit of the values.
  public let level: Double
  /// β, the change of the level in a step, in that unit.
  public let slope: Double
  /// The variance of the level, in the square of that unit.
  public let levelVariance: Double
  /// The covariance of level and slope, in the same.
  public let covariance: Double
  /// The variance of the slope, in the same.
  public let slopeVariance: Double
  /// The diffuse log likelihood of everything up to here, without its constant.
  public let logLikelihood: Double

  /// The level a number of steps ahead, if everything goes on as the model says.
  ///
  ///     μ = level + h·slope
  ///     v = V(level) + 2h·C + h²·V(slope) + h·q + (0² + … + (h − 1)²)·r
  ///
  /// - Parameters:
  ///   - steps: h, 0 or more.
  ///   - model: the model that gave the state.
  /// - Returns: the mean, and the variance of the true level about it.
  public func level(after steps: Int, by model: LocalLinearTrend) -> (
    mean: Double, variance: Double
  ) {
    let h = Double(steps)
    let squares = (h - 1) * h * (2 * h - 1) / 6
    let variance =
      levelVariance + 2 * h * covariance + h * h * slopeVariance + h * model.levelVariance
      + squares * model.slopeVariance
    return (level + h * slope, max(0, variance))
  }
}
