import NumericKernels

/// Finds the factors g that make Σ g·w·x equal known totals, by Newton's method.
///
///     g = F(xᵀη),   Σ w·x·F(xᵀη) = t
///
/// Source: Deville and Särndal, *Calibration estimators in survey sampling*, 1992. R: `grake`.
struct CalibrationSolver {
  let method: CalibrationMethod
  /// The smallest and largest factor; infinite where there is no bound.
  let bounds: (lower: Double, upper: Double)
  let tolerance: Double
  let maximumSteps: Int

  /// The factors for given weights.
  func factors(
    _ auxiliaries: [AuxiliaryTotal], weights: [Double]
  ) throws(CalibrationError) -> [Double] {
    let x = auxiliaries.map(\.values)
    var eta = [Double](repeating: 0, count: x.count)
    var g = factors(x, eta)
    for _ in 0..<maximumSteps {
      let misfit = misfit(auxiliaries, weights, g)
      if isReached(auxiliaries, misfit) { return g }
      let step = solve(information(x, weights, slopes(x, eta)), misfit)
      var part = 1.0
      var next = zip(eta, step).map { $0 + $1 * part }
      g = factors(x, next)
      // Halved while a factor is infinite.
      while g.contains(where: { !$0.isFinite }), part > 1e-6 {
        part /= 2
        next = zip(eta, step).map { $0 + $1 * part }
        g = factors(x, next)
      }
      eta = next
    }
    let misfit = misfit(auxiliaries, weights, g)
    if isReached(auxiliaries, misfit) { return g }
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

  private func information(_ x: [[Double]], _ weights: [Double], _ slopes: [Double]) -> Matrix {
    var matrix = Matrix(rows: x.count, columns: x.count)
    for i in x.indices {
      for j in 0...i {
        var sum = 0.0
        for row in weights.indices { sum += x[i][row] * x[j][row] * weights[row] * slopes[row] }
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

  private func predictors(_ x: [[Double]], _ eta: [Double]) -> [Double] {
    var u = [Double](repeating: 0, count: x.first?.count ?? 0)
    for (column, coefficient) in zip(x, eta) where coefficient != 0 {
      for row in u.indices { u[row] += coefficient * column[row] }
    }
    return u
  }

  private func factors(_ x: [[Double]], _ eta: [Double]) -> [Double] {
    predictors(x, eta).map { u in
      switch method {
      case .linear: min(max(1 + u, bounds.lower), bounds.upper)
      case .raking: min(max(Elementary.exp(u), bounds.lower), bounds.upper)
      case .logit: logit(u)
      }
    }
  }

  private func slopes(_ x: [[Double]], _ eta: [Double]) -> [Double] {
    predictors(x, eta).map { u in
      let isInside = u < bounds.upper - 1 && u > bounds.lower - 1
      return switch method {
      case .linear: isInside ? 1 : 0
      case .raking: isInside ? Elementary.exp(u) : 0
      case .logit: logitSlope(u)
      }
    }
  }

  private var steepness: Double {
    let (l, u) = bounds
    return (u - l) / ((u - 1) * (1 - l))
  }

  /// (L(U − 1) + U(1 − L)e) / (U − 1 + (1 − L)e), e = exp(A·u).
  private func logit(_ u: Double) -> Double {
    let (low, high) = bounds
    // Beyond this the exponential is infinite and the factor at its bound.
    let e = Elementary.exp(min(steepness * u, 700))
    return (low * (high - 1) + high * (1 - low) * e) / (high - 1 + (1 - low) * e)
  }

  private func logitSlope(_ u: Double) -> Double {
    let (low, high) = bounds
    let e = Elementary.exp(min(steepness * u, 300))
    let bottom = high - 1 + (1 - low) * e
    return steepness * e * (high - 1) * (1 - low) * (high - low) / (bottom * bottom)
  }
}
