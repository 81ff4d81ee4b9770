import NumericKernels

/// A regression fitted by weighted maximum likelihood: iteratively reweighted least squares.
///
/// Start, steps and stopping rule are those of R's `glm.fit`, so that the digits are too.
struct RegressionFit {
  /// One for each column; NaN for a column that the others make up.
  private(set) var coefficients: [Double] = []
  private(set) var deviance = 0.0
  private(set) var converged = false
  /// The linear predictors and means, and the weights of the last least-squares step.
  private var predictors: [Double]
  private var means: [Double]
  private var workingWeights: [Double] = []
  private let family: RegressionFamily
  private let y: [Double]
  private let columns: [[Double]]
  private let weights: [Double]

  /// - Parameters:
  ///   - y: what is explained.
  ///   - columns: what explains it; the intercept is a column of ones.
  ///   - weights: one for each row.
  ///   - family: the kind of variable that y is.
  ///   - offset: what is added to the linear predictor of each row; `nil` for nothing.
  ///   - start: coefficients to start from; `nil` to start from means near y.
  init(
    _ y: [Double], on columns: [[Double]], weights: [Double], family: RegressionFamily,
    offset: [Double]? = nil, start: [Double]? = nil
  ) {
    (self.y, self.columns, self.family, self.weights) = (y, columns, family, weights)
    let offset = offset ?? y.map { _ in 0 }
    if let start {
      predictors = Self.predictors(columns, start, offset)
      means = predictors.map(family.mean)
    } else {
      means = zip(y, weights).map { family.start($0, weight: $1) }
      predictors = means.map(family.predictor)
    }
    search(from: start, offset)
  }

  /// Steps until the deviance stands still; without coefficients when there is no way in range.
  private mutating func search(from start: [Double]?, _ offset: [Double]) {
    var last = start
    deviance = devianceNow()
    for _ in 0..<25 where isPossible {
      let previous = deviance
      step(offset)
      guard halveUntilPossible(last, offset) else { break }
      if (deviance - previous).magnitude / (deviance.magnitude + 0.1) < 1e-8 {
        converged = true
        return
      }
      last = coefficients
    }
    if !isPossible { coefficients = columns.map { _ in .nan } }
  }

  /// Whether every mean is one that the variable can have.
  private var isPossible: Bool {
    zip(means, predictors).allSatisfy { family.isPossible($0, at: $1) }
  }

  /// Goes back half of the way to the last coefficients until all means are in range.
  ///
  /// - Returns: false when there are no last coefficients, or 25 halves are not enough.
  private mutating func halveUntilPossible(_ last: [Double]?, _ offset: [Double]) -> Bool {
    deviance = devianceNow()
    for _ in 0..<25 {
      if deviance.isFinite, isPossible { return true }
      guard let last else { return false }
      coefficients = zip(coefficients, last).map { ($0 + $1) / 2 }
      predictors = Self.predictors(columns, coefficients, offset)
      means = predictors.map(family.mean)
      deviance = devianceNow()
    }
    return false
  }

  /// One weighted least-squares step.
  private mutating func step(_ offset: [Double]) {
    let slopes = predictors.map(family.slope)
    workingWeights = y.indices.map {
      weights[$0] * slopes[$0] * slopes[$0] / family.variance(means[$0])
    }
    let targets = y.indices.map {
      predictors[$0] - offset[$0] + (y[$0] - means[$0]) / slopes[$0]
    }
    let roots = workingWeights.map { $0.squareRoot() }
    let basis = OrthogonalBasis(columns: columns.map { zip($0, roots).map(*) }, tolerance: 1e-11)
    coefficients = basis.coefficients(of: zip(targets, roots).map(*))
    predictors = Self.predictors(columns, coefficients, offset)
    means = predictors.map(family.mean)
  }

  private static func predictors(
    _ columns: [[Double]], _ coefficients: [Double], _ offset: [Double]
  ) -> [Double] {
    offset.indices.map { row in
      columns.indices.reduce(offset[row]) {
        coefficients[$1].isNaN ? $0 : $0 + coefficients[$1] * columns[$1][row]
      }
    }
  }

  private func devianceNow() -> Double {
    y.indices.lazy.map { weights[$0] * family.deviance(y[$0], means[$0]) }.compensatedSum()
  }

  /// For each coefficient w·(linearised value) of every row: (XᵀWX)⁻¹ · x · w · (y − μ).
  ///
  /// W is that of the last least-squares step, as in R's `glm`.
  var influences: [[Double]] { influences(workingWeights) }

  /// The mean square of the Pearson residuals (y − μ)/√V, or their variance with n − 1.
  func dispersion(asVariance: Bool) -> Double {
    let residuals = y.indices.map {
      (y[$0] - means[$0]) / family.variance(means[$0]).squareRoot()
    }
    let weight = weights.compensatedSum()
    func mean(_ values: [Double]) -> Double {
      zip(values, weights).lazy.map { $1 == 0 ? 0 : $0 * $1 }.compensatedSum() / weight
    }
    guard asVariance else { return mean(residuals.map { $0 * $0 }) }
    let centre = mean(residuals)
    let n = Double(weights.count { $0 != 0 })
    return mean(residuals.map { ($0 - centre) * ($0 - centre) }) * n / (n - 1)
  }

  /// (XᵀWX)⁻¹, the covariance if the model were true; NaN for a column that the others make up.
  var naiveCovariance: Matrix {
    let inverse = information(workingWeights).inverse
    let places = used
    var all = Matrix(rows: columns.count, columns: columns.count)
    all.values = all.values.map { _ in .nan }
    for (i, a) in places.enumerated() {
      for (j, b) in places.enumerated() { all[a, b] = inverse?[i, j] ?? .nan }
    }
    return all
  }

  /// The influences with W at the coefficients themselves, which differs by the last step.
  var exactInfluences: [[Double]] {
    influences(
      y.indices.map {
        let slope = family.slope(predictors[$0])
        return weights[$0] * slope * slope / family.variance(means[$0])
      })
  }

  /// The places of the columns that have a coefficient.
  private var used: [Int] { coefficients.indices.filter { !coefficients[$0].isNaN } }

  private func information(_ workingWeights: [Double]) -> Matrix {
    var information = Matrix(rows: used.count, columns: used.count)
    for (i, a) in used.enumerated() {
      for (j, b) in used.enumerated() {
        information[i, j] =
          y.indices.lazy.map { columns[a][$0] * workingWeights[$0] * columns[b][$0] }
          .compensatedSum()
      }
    }
    return information
  }

  private func influences(_ workingWeights: [Double]) -> [[Double]] {
    let used = used
    let inverse = information(workingWeights).inverse
    let scores = y.indices.map {
      workingWeights[$0] * (y[$0] - means[$0]) / family.slope(predictors[$0])
    }
    return coefficients.indices.map { coefficient in
      guard let inverse, let place = used.firstIndex(of: coefficient) else {
        return y.map { _ in .nan }
      }
      return y.indices.map { row in
        scores[row]
          * used.indices.reduce(0) { $0 + inverse[place, $1] * columns[used[$1]][row] }
      }
    }
  }
}
