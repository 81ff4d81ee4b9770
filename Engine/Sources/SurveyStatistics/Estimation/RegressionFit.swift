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
    deviance = devianceNow()
    for _ in 0..<25 {
      step(offset)
      let previous = deviance
      deviance = devianceNow()
      if (deviance - previous).magnitude / (deviance.magnitude + 0.1) < 1e-8 {
        converged = true
        break
      }
    }
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

  /// The same with W at the coefficients themselves, which differs by the last step.
  var exactInfluences: [[Double]] {
    influences(
      y.indices.map {
        let slope = family.slope(predictors[$0])
        return weights[$0] * slope * slope / family.variance(means[$0])
      })
  }

  private func influences(_ workingWeights: [Double]) -> [[Double]] {
    let used = coefficients.indices.filter { !coefficients[$0].isNaN }
    var information = Matrix(rows: used.count, columns: used.count)
    for (i, a) in used.enumerated() {
      for (j, b) in used.enumerated() {
        information[i, j] =
          y.indices.lazy.map { columns[a][$0] * workingWeights[$0] * columns[b][$0] }
          .compensatedSum()
      }
    }
    let inverse = information.inverse
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
