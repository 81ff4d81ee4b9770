internal import NumericKernels
internal import SurveyStatistics

/// The likelihood interval as R's `svyciprop` computes it.
///
/// R follows the likelihood in a few steps, lays a spline through them, and reads the ends from
/// straight lines between points of the spline. The engine solves for the ends instead; the two
/// differ by up to a third of a percent, which is R's interpolation.
struct RLikelihoodInterval {
  /// 1 or 0 for each answer.
  let y: [Double]
  /// The weight of each answer ÷ the mean weight of all rows.
  let weights: [Double]
  /// The standard error of the log-odds.
  let logOddsError: Double
  let degreesOfFreedom: Double
  /// Whether uncertainty comes from replicates, for which R has no factor n/(n − 1).
  let hasReplicates: Bool
  let confidence: Double

  var interval: ConfidenceInterval {
    let (centre, information) = fit()
    let p = Elementary.expit(centre)
    let (count, weight) = (Double(y.count), weights.reduce(0, +))
    let dispersion = weight / count * (hasReplicates ? 1 : count / (count - 1))
    let error = logOddsError
    let ratio = error * error * information
    let t = StudentDistribution.quantile(0.5 - confidence / 2, degreesOfFreedom: degreesOfFreedom)
    let alpha = NormalDistribution.cdf(t * ratio.squareRoot()) / 2
    let limit = FisherDistribution.upperQuantile(alpha, degreesOfFreedom: count - 1).squareRoot()
    var points = [(x: centre, z: 0.0)]
    for direction in [-1.0, 1] {
      var (step, z) = (1.0, 0.0)
      while step < 10, z.magnitude < limit {
        let x = centre + direction * step * limit / 5 * error
        let drop = 2 * weight * divergence(p, Elementary.expit(x)) / dispersion
        z = direction * max(drop, 0).squareRoot()
        points.append((x, z))
        step += 1
      }
    }
    points.sort { $0.z < $1.z }
    let cutoff = NormalDistribution.quantile(2 * alpha)
    let curve = CubicSpline(x: points.map(\.x), y: points.map(\.z)).sampled(points.count * 3)
    return ConfidenceInterval(
      lower: Elementary.expit(Self.x(on: curve, at: cutoff)),
      upper: Elementary.expit(Self.x(on: curve, at: -cutoff)))
  }

  /// The log-odds as R's `glm` finds them, and the information one step before, which R keeps.
  private func fit() -> (logOdds: Double, information: Double) {
    var eta = zip(y, weights).map { Elementary.logit(($1 * $0 + 0.5) / ($1 + 1)) }
    var (centre, information, deviance) = (0.0, 0.0, -1.0)
    for _ in 0..<25 {
      let mu = eta.map(Elementary.expit)
      let working = zip(weights, mu).map { $0 * $1 * (1 - $1) }
      information = working.reduce(0, +)
      centre =
        y.indices.reduce(0) {
          $0 + working[$1] * (eta[$1] + (y[$1] - mu[$1]) / (mu[$1] * (1 - mu[$1])))
        } / information
      eta = eta.map { _ in centre }
      let p = Elementary.expit(centre)
      let next = zip(y, weights).reduce(0) {
        $0 - 2 * $1.1 * Elementary.log($1.0 == 1 ? p : 1 - p)
      }
      if (next - deviance).magnitude / (next + 0.1) < 1e-8 { break }
      deviance = next
    }
    return (centre, information)
  }

  private func divergence(_ p: Double, _ fitted: Double) -> Double {
    let share = zip(y, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    return share * Elementary.log(p / fitted)
      + (1 - share) * Elementary.log((1 - p) / (1 - fitted))
  }

  private static func x(on curve: [(x: Double, y: Double)], at y: Double) -> Double {
    guard let high = curve.firstIndex(where: { $0.y >= y }), high > 0 else { return .nan }
    let (a, b) = (curve[high - 1], curve[high])
    return a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y))
  }
}

/// The cubic spline of Forsythe, Malcolm and Moler, as R's `spline` lays it.
private struct CubicSpline {
  private let x: [Double]
  private let y: [Double]
  private var b: [Double]
  private var c: [Double]
  private var d: [Double]

  init(x: [Double], y: [Double]) {
    (self.x, self.y) = (x, y)
    let n = x.count
    (b, c, d) = (y.map { _ in 0 }, y.map { _ in 0 }, y.map { _ in 0 })
    d[0] = x[1] - x[0]
    c[1] = (y[1] - y[0]) / d[0]
    for i in 1..<n - 1 {
      d[i] = x[i + 1] - x[i]
      b[i] = 2 * (d[i - 1] + d[i])
      c[i + 1] = (y[i + 1] - y[i]) / d[i]
      c[i] = c[i + 1] - c[i]
    }
    (b[0], b[n - 1]) = (-d[0], -d[n - 2])
    (c[0], c[n - 1]) = (0, 0)
    if n > 3 {
      c[0] = c[2] / (x[3] - x[1]) - c[1] / (x[2] - x[0])
      c[n - 1] = c[n - 2] / (x[n - 1] - x[n - 3]) - c[n - 3] / (x[n - 2] - x[n - 4])
      c[0] *= d[0] * d[0] / (x[3] - x[0])
      c[n - 1] *= -d[n - 2] * d[n - 2] / (x[n - 1] - x[n - 4])
    }
    for i in 1..<n {
      let t = d[i - 1] / b[i - 1]
      b[i] -= t * d[i - 1]
      c[i] -= t * c[i - 1]
    }
    c[n - 1] /= b[n - 1]
    for i in (0..<n - 1).reversed() { c[i] = (c[i] - d[i] * c[i + 1]) / b[i] }
    b[n - 1] = (y[n - 1] - y[n - 2]) / d[n - 2] + d[n - 2] * (c[n - 2] + 2 * c[n - 1])
    for i in 0..<n - 1 {
      b[i] = (y[i + 1] - y[i]) / d[i] - d[i] * (c[i + 1] + 2 * c[i])
      d[i] = (c[i + 1] - c[i]) / d[i]
      c[i] *= 3
    }
    c[n - 1] *= 3
    d[n - 1] = d[n - 2]
  }

  /// Points at equal distances from the first to the last.
  func sampled(_ count: Int) -> [(x: Double, y: Double)] {
    let width = (x[x.count - 1] - x[0]) / Double(count - 1)
    return (0..<count).map { place in
      let at = place == count - 1 ? x[x.count - 1] : x[0] + Double(place) * width
      let i = (x.lastIndex { $0 <= at }) ?? 0
      let h = at - x[i]
      return (at, y[i] + h * (b[i] + h * (c[i] + h * d[i])))
    }
  }
}
