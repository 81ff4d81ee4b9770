import NumericKernels

/// The Kalman filter of a local linear trend whose start is unknown.
///
/// It runs three filters with one gain: of the values, of the part that the unknown first level
/// has in them, and of the part of the unknown first slope. At the end the two unknowns are
/// estimated by least squares from everything that was seen:
///
///     S = Σ V·Vᵀ/F    s = Σ V·v/F    δ = S⁻¹·s
///
/// | symbol | meaning                                                     |
/// |--------|-------------------------------------------------------------|
/// | v, F   | what a value differs from its prediction; the variance of v |
/// | V      | how the prediction depends on the first level and slope     |
struct DiffuseFilter {
  /// Level and slope when the first level and slope are 0.
  private var mean = (level: 0.0, slope: 0.0)
  /// How level and slope depend on the first level, and on the first slope.
  private var onLevel = (level: 1.0, slope: 0.0)
  private var onSlope = (level: 0.0, slope: 1.0)
  private var variance = (level: 0.0, both: 0.0, slope: 0.0)
  private var information = (level: 0.0, both: 0.0, slope: 0.0)
  private var score = (level: 0.0, slope: 0.0)
  private var squares = 0.0
  private var logVariances = 0.0

  /// Moves one step ahead.
  mutating func predict(_ model: LocalLinearTrend) {
    mean.level += mean.slope
    onLevel.level += onLevel.slope
    onSlope.level += onSlope.slope
    variance.level += 2 * variance.both + variance.slope + model.levelVariance
    variance.both += variance.slope
    variance.slope += model.slopeVariance
  }

  /// Takes in a value; false when it has no variance, so that it cannot be weighed.
  mutating func take(_ observation: TrendObservation) -> Bool {
    let total = variance.level + observation.standardError * observation.standardError
    guard total > 0, total.isFinite, observation.value.isFinite else { return false }
    let v = observation.value - mean.level
    let (a, b) = (onLevel.level, onSlope.level)
    information.level += a * a / total
    information.both += a * b / total
    information.slope += b * b / total
    score.level += a * v / total
    score.slope += b * v / total
    squares += v * v / total
    logVariances += Elementary.log(total)

    let gain = (level: variance.level / total, slope: variance.both / total)
    mean.level += gain.level * v
    mean.slope += gain.slope * v
    onLevel.level -= gain.level * a
    onLevel.slope -= gain.slope * a
    onSlope.level -= gain.level * b
    onSlope.slope -= gain.slope * b
    variance.slope -= gain.slope * variance.both
    variance.both -= gain.level * variance.both
    variance.level -= gain.level * variance.level
    return true
  }

  /// Level and slope with the unknown start estimated; `nil` while it cannot be.
  func state(at step: Int) -> TrendState? {
    let (p, q, r) = (information.level, information.both, information.slope)
    let determinant = p * r - q * q
    guard determinant > 0, determinant > 1e-12 * p * r else { return nil }
    let start = (
      level: (r * score.level - q * score.slope) / determinant,
      slope: (p * score.slope - q * score.level) / determinant
    )
    func uncertainty(_ x: (Double, Double), _ y: (Double, Double)) -> Double {
      (x.0 * (r * y.0 - q * y.1) + x.1 * (p * y.1 - q * y.0)) / determinant
    }
    let level = (onLevel.level, onSlope.level)
    let slope = (onLevel.slope, onSlope.slope)
    let explained = score.level * start.level + score.slope * start.slope
    return TrendState(
      step: step, level: mean.level + level.0 * start.level + level.1 * start.slope,
      slope: mean.slope + slope.0 * start.level + slope.1 * start.slope,
      levelVariance: variance.level + uncertainty(level, level),
      covariance: variance.both + uncertainty(level, slope),
      slopeVariance: variance.slope + uncertainty(slope, slope),
      logLikelihood: -0.5
        * (logVariances + squares - explained + Elementary.log(determinant)))
  }
}
