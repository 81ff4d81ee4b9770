internal import NumericKernels
internal import SurveyStatistics

/// How far the likelihood falls when a coefficient is moved, and where it has fallen so far that
/// R's interval ends.
///
/// R follows the likelihood in a few steps, lays a spline through them, and reads the ends from
/// straight lines between points of the spline.
struct RProfile {
  /// The coefficient and its standard error.
  let centre: Double
  let standardError: Double
  /// The probability in one tail, at the scale of the model.
  let alpha: Double
  /// Rows − coefficients of the model; infinite for a family without a dispersion of its own.
  let degreesOfFreedom: Double

  /// The ends, from what the likelihood drops when the coefficient has another value.
  func interval(drop: (Double) throws -> Double) throws -> ConfidenceInterval {
    let limit =
      degreesOfFreedom.isInfinite
      ? NormalDistribution.quantile(alpha / 2).magnitude
      : FisherDistribution.upperQuantile(alpha, degreesOfFreedom: degreesOfFreedom).squareRoot()
    var points = [(x: centre, z: 0.0)]
    for direction in [-1.0, 1] {
      var (step, z) = (1.0, 0.0)
      while step < 10, z.magnitude < limit {
        let x = centre + direction * step * limit / 5 * standardError
        z = direction * max(try drop(x), 0).squareRoot()
        points.append((x, z))
        step += 1
      }
    }
    points.sort { $0.z < $1.z }
    let cutoff = NormalDistribution.quantile(2 * alpha)
    let curve = CubicSpline(x: points.map(\.x), y: points.map(\.z)).sampled(points.count * 3)
    return ConfidenceInterval(
      lower: Self.x(on: curve, at: cutoff), upper: Self.x(on: curve, at: -cutoff))
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
