import NumericKernels

/// How the variance between areas is estimated; the names are those of R's `sae::eblupFH`.
public enum AreaVarianceMethod: String, Sendable, Hashable, CaseIterable, Codable {
  /// Restricted maximum likelihood: allows for the coefficients that were estimated too.
  case reml = "REML"
  /// Maximum likelihood; too small on average, for which the mean squared error is corrected.
  case ml = "ML"
}

/// The regression of direct estimates on what explains them, for a given variance between areas.
///
///     y = X·β + u + e,   V = diag(A + Dᵢ),   Q = (Xᵀ·V⁻¹·X)⁻¹,   β = Q·Xᵀ·V⁻¹·y
struct AreaVarianceFit {
  /// A, the variance between areas.
  let variance: Double
  let coefficients: [Double]
  /// Q, the covariance of the coefficients.
  let covariance: Matrix
  /// 1 / (A + Dᵢ).
  let precisions: [Double]
  /// yᵢ − xᵢ·β.
  let residuals: [Double]
  private let columns: [[Double]]

  /// - Returns: `nil` when the columns are dependent.
  init?(
    _ direct: [Double], _ samplingVariances: [Double], columns: [[Double]], variance: Double
  ) {
    self.variance = variance
    self.columns = columns
    let precisions = samplingVariances.map { 1 / (variance + $0) }
    self.precisions = precisions
    var information = Matrix(rows: columns.count, columns: columns.count)
    for (i, a) in columns.enumerated() {
      for (j, b) in columns.enumerated() {
        information[i, j] = direct.indices.lazy.map { a[$0] * precisions[$0] * b[$0] }
          .compensatedSum()
      }
    }
    guard let covariance = information.inverse else { return nil }
    self.covariance = covariance
    coefficients =
      covariance
      * columns.map { column in
        direct.indices.lazy.map { column[$0] * precisions[$0] * direct[$0] }.compensatedSum()
      }
    let fitted = coefficients
    residuals = direct.indices.map { area in
      direct[area] - columns.indices.reduce(0) { $0 + columns[$1][area] * fitted[$1] }
    }
  }

  /// xᵢ·Q·xⱼ, the covariance of the regression's values for two areas.
  func covariance(_ i: Int, _ j: Int) -> Double {
    covariance(row(i), row(j))
  }

  /// xᵢ, what explains an area.
  func row(_ area: Int) -> [Double] { columns.map { $0[area] } }

  /// x·Q·z for two rows of explaining values.
  func covariance(_ x: [Double], _ z: [Double]) -> Double {
    zip(x, covariance * z).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The slope of the log-likelihood at A, and its expected curvature.
  ///
  ///     REML: −tr(P)/2 + yᵀPPy/2,     tr(PP)/2
  ///     ML:   −tr(V⁻¹)/2 + yᵀPPy/2,   tr(V⁻²)/2,   P = V⁻¹ − V⁻¹·X·Q·Xᵀ·V⁻¹
  func slope(_ method: AreaVarianceMethod) -> (score: Double, information: Double) {
    let first = precisions.compensatedSum()
    let second = precisions.lazy.map { $0 * $0 }.compensatedSum()
    let fit = zip(precisions, residuals).lazy.map { $0 * $0 * $1 * $1 }.compensatedSum()
    guard method == .reml else { return ((fit - first) / 2, second / 2) }
    let square = covariance * crossProduct(power: 2)
    let cube = covariance * crossProduct(power: 3)
    let trace = first - square.diagonal.reduce(0, +)
    let squared =
      second - 2 * cube.diagonal.reduce(0, +) + (square * square).diagonal.reduce(0, +)
    return ((fit - trace) / 2, squared / 2)
  }

  /// Xᵀ·V⁻ᵏ·X.
  func crossProduct(power: Int) -> Matrix {
    let factors = precisions.map { precision in
      (0..<power).reduce(1.0) { product, _ in product * precision }
    }
    return Matrix(
      columns.map { a in
        columns.map { b in
          factors.indices.lazy.map { a[$0] * factors[$0] * b[$0] }.compensatedSum()
        }
      })
  }

  /// The fit at the most likely variance between areas, by Fisher's scoring from R's start.
  ///
  /// - Throws: ``SmallAreaError``, for dependent columns or a search without end.
  static func mostLikely(
    _ direct: [Double], _ samplingVariances: [Double], columns: [[Double]],
    method: AreaVarianceMethod, maximumSteps: Int
  ) throws(SmallAreaError) -> AreaVarianceFit {
    let middle = samplingVariances.sorted()[samplingVariances.count / 2]
    var variance = middle
    for _ in 0..<maximumSteps {
      guard
        let fit = AreaVarianceFit(
          direct, samplingVariances, columns: columns, variance: variance)
      else { throw .dependentCovariate(column: columns.count - 1) }
      let (score, information) = fit.slope(method)
      let next = max(0, variance + score / information)
      if (next - variance).magnitude <= 1e-13 * (next + middle) { return fit }
      guard next.isFinite else { break }
      variance = next
    }
    throw .notConverged(steps: maximumSteps)
  }
}
