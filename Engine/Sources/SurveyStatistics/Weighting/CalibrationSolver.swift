import NumericKernels

/// Finds the factors g that make Σ g·w·x equal known totals, by Newton's method.
///
///     g = F(xᵀη),   Σ w·x·F(xᵀη) = t
///
/// Source: Deville and Särndal, *Calibration estimators in survey sampling*, 1992. R: `grake`.
struct CalibrationSolver {
  /// The smallest and largest factor of each row, infinite where there is no bound; one for all.
  struct Bounds {
    let lower: [Double]
    let upper: [Double]
  }

  let options: CalibrationOptions
  let bounds: Bounds
  /// σ² of each row; `nil` for all 1.
  let variances: [Double]?

  private var method: CalibrationMethod { options.method }
  private var tolerance: Double { options.tolerance }

  /// Whether the factors have a closed form: the generalised regression estimator.
  var isPlain: Bool {
    method == .linear && bounds.lower == [-.infinity] && bounds.upper == [.infinity]
  }

  /// The variances that the residuals are measured by: R's, which forgets them but for GREG.
  var residualSpread: [Double]? { isPlain ? variances : nil }

  /// The factors, cut off where the options say so.
  func trimmedFactors(
    _ auxiliaries: [AuxiliaryTotal], weights: [Double]
  ) throws(CalibrationError) -> [Double] {
    let g = try scaledFactors(auxiliaries, weights: weights)
    guard let trim = options.trim else { return g }
    let cut = g.map { min(max($0, trim.lowerBound), trim.upperBound) }
    let inside = g.indices.filter { trim.contains(g[$0]) }
    let excess = g.indices.reduce(0) { $0 + (g[$1] - cut[$1]) * weights[$1] }
    let room = inside.reduce(0) { $0 + weights[$1] }
    guard excess != 0, room > 0 else { return cut }
    var result = cut
    for row in inside { result[row] += excess / room }
    return result
  }

  /// Weights far below the population, such as 1 for all, are first brought to its size, as in R.
  private func scaledFactors(
    _ auxiliaries: [AuxiliaryTotal], weights: [Double]
  ) throws(CalibrationError) -> [Double] {
    let scales = auxiliaries.map { auxiliary in
      auxiliary.total
        / weights.indices.lazy.map { weights[$0] * auxiliary.values[$0] }.compensatedSum()
    }
    guard !isPlain, let least = scales.min(), least > 20 else {
      return try factors(auxiliaries, weights: weights)
    }
    let scale = scales.reduce(0, +) / Double(scales.count)
    return try factors(auxiliaries, weights: weights.map { $0 * scale }).map { $0 * scale }
  }

  /// The factors for given weights.
  func factors(
    _ auxiliaries: [AuxiliaryTotal], weights: [Double]
  ) throws(CalibrationError) -> [Double] {
    let x = auxiliaries.map(\.values)
    // x/σ², which the predictors are made of.
    let z = variances.map { s in x.map { zip($0, s).map(/) } } ?? x
    var eta = [Double](repeating: 0, count: x.count)
    var g = factors(z, eta, rows: weights.count)
    for _ in 0..<options.maximumSteps {
      let misfit = misfit(auxiliaries, weights, g)
      let step = solve(information(x, z, weights, slopes(z, eta, rows: weights.count)), misfit)
      var part = 1.0
      var next = zip(eta, step).map { $0 + $1 * part }
      g = factors(z, next, rows: weights.count)
      // Halved while a factor is infinite.
      while g.contains(where: { !$0.isFinite }), part > 1e-6 {
        part /= 2
        next = zip(eta, step).map { $0 + $1 * part }
        g = factors(z, next, rows: weights.count)
      }
      eta = next
      if isReached(auxiliaries, self.misfit(auxiliaries, weights, g)) { return g }
    }
    let misfit = misfit(auxiliaries, weights, g)
    let worst = misfit.indices.max {
      relative(auxiliaries, misfit, $0) < relative(auxiliaries, misfit, $1)
    }
    guard let worst else { return g }
    throw .notReached(
      margin: auxiliaries[worst].margin, wanted: auxiliaries[worst].total,
      reached: auxiliaries[worst].total - misfit[worst])
  }

  private func misfit(
    _ auxiliaries: [AuxiliaryTotal], _ weights: [Double], _ g: [Double]
  ) -> [Double] {
    auxiliaries.map { auxiliary in
      auxiliary.total
        - weights.indices.lazy.map { weights[$0] * g[$0] * auxiliary.values[$0] }.compensatedSum()
    }
  }

  private func relative(
    _ auxiliaries: [AuxiliaryTotal], _ misfit: [Double], _ place: Int
  ) -> Double {
    misfit[place].isFinite
      ? misfit[place].magnitude / (1 + auxiliaries[place].total.magnitude) : .infinity
  }

  private func isReached(_ auxiliaries: [AuxiliaryTotal], _ misfit: [Double]) -> Bool {
    misfit.indices.allSatisfy { relative(auxiliaries, misfit, $0) < tolerance }
  }

  private func information(
    _ x: [[Double]], _ z: [[Double]], _ weights: [Double], _ slopes: [Double]
  ) -> Matrix {
    var matrix = Matrix(rows: x.count, columns: x.count)
    for i in x.indices {
      for j in 0...i {
        var sum = 0.0
        for row in weights.indices { sum += x[i][row] * z[j][row] * weights[row] * slopes[row] }
        matrix[i, j] = sum
        matrix[j, i] = sum
      }
    }
    return matrix
  }

  /// A solution of A·x = b when columns may repeat each other, as complete sets of categories do.
  private func solve(_ matrix: Matrix, _ right: [Double]) -> [Double] {
    let columns = (0..<matrix.columns).map { j in (0..<matrix.rows).map { matrix[$0, j] } }
    return OrthogonalBasis(columns: columns, tolerance: 1e-11).coefficients(of: right).map {
      $0.isNaN ? 0 : $0
    }
  }

  private func predictors(_ z: [[Double]], _ eta: [Double], rows: Int) -> [Double] {
    var u = [Double](repeating: 0, count: rows)
    for (column, coefficient) in zip(z, eta) where coefficient != 0 {
      for row in u.indices { u[row] += coefficient * column[row] }
    }
    return u
  }

  private func factors(_ z: [[Double]], _ eta: [Double], rows: Int) -> [Double] {
    predictors(z, eta, rows: rows).enumerated().map { row, u in
      let bounds = bounds[row]
      return switch method {
      case .linear: min(max(1 + u, bounds.lower), bounds.upper)
      case .raking: min(max(Elementary.exp(u), bounds.lower), bounds.upper)
      case .logit: Logistic(bounds).value(u)
      }
    }
  }

  private func slopes(_ z: [[Double]], _ eta: [Double], rows: Int) -> [Double] {
    predictors(z, eta, rows: rows).enumerated().map { row, u in
      let bounds = bounds[row]
      let isInside = u < bounds.upper - 1 && u > bounds.lower - 1
      return switch method {
      case .linear: isInside ? 1 : 0
      case .raking: isInside ? Elementary.exp(u) : 0
      case .logit: Logistic(bounds).slope(u)
      }
    }
  }
}

extension CalibrationSolver.Bounds {
  subscript(row: Int) -> (lower: Double, upper: Double) {
    lower.count == 1 ? (lower[0], upper[0]) : (lower[row], upper[row])
  }
}

/// The logit method's factor between two bounds.
private struct Logistic {
  private let low: Double
  private let high: Double
  private let steepness: Double

  init(_ bounds: (lower: Double, upper: Double)) {
    (low, high) = (bounds.lower, bounds.upper)
    steepness = (high - low) / ((high - 1) * (1 - low))
  }

  /// (L(U − 1) + U(1 − L)e) / (U − 1 + (1 − L)e), e = exp(A·u).
  func value(_ u: Double) -> Double {
    // Beyond this the exponential is infinite and the factor at its bound.
    let e = Elementary.exp(min(steepness * u, 700))
    return (low * (high - 1) + high * (1 - low) * e) / (high - 1 + (1 - low) * e)
  }

  func slope(_ u: Double) -> Double {
    let e = Elementary.exp(min(steepness * u, 300))
    let bottom = high - 1 + (1 - low) * e
    return steepness * e * (high - 1) * (1 - low) * (high - low) / (bottom * bottom)
  }
}
