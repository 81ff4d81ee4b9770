import NumericKernels

/// A regression fitted by weighted maximum likelihood: iteratively reweighted least squares.
///
/// Start, steps and stopping rule are those of R's `glm.fit`, so that the digits are too.
struct RegressionFit {
  /// One for each column; NaN for a column that the others make up.
  private(set) var coefficients: [Double] = []
  private(set) var deviance = 0.0
  private(set) var converged = false
  /// The means, and the weights of the last least-squares step.
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
  init(_ y: [Double], on columns: [[Double]], weights: [Double], family: RegressionFamily) {
    (self.y, self.columns, self.family) = (y, columns, family)
    self.weights = weights
    means = zip(y, weights).map { family.start($0, weight: $1) }
    var predictors = means.map(family.predictor)
    deviance = devianceNow(weights)
    for _ in 0..<25 {
      let slopes = means.map(family.variance)
      workingWeights = zip(weights, slopes).map(*)
      let targets = y.indices.map { predictors[$0] + (y[$0] - means[$0]) / slopes[$0] }
      let roots = workingWeights.map { $0.squareRoot() }
      let basis = OrthogonalBasis(
        columns: columns.map { zip($0, roots).map(*) }, tolerance: 1e-11)
      coefficients = basis.coefficients(of: zip(targets, roots).map(*))
      predictors = y.indices.map { row in
        columns.indices.reduce(0) {
          coefficients[$1].isNaN ? $0 : $0 + coefficients[$1] * columns[$1][row]
        }
      }
      means = predictors.map(family.mean)
      let previous = deviance
      deviance = devianceNow(weights)
      if (deviance - previous).magnitude / (deviance.magnitude + 0.1) < 1e-8 {
        converged = true
        break
      }
    }
  }

  private func devianceNow(_ weights: [Double]) -> Double {
    y.indices.lazy.map { weights[$0] * family.deviance(y[$0], means[$0]) }.compensatedSum()
  }

  /// For each coefficient w·(linearised value) of every row: (XᵀWX)⁻¹ · x · w · (y − μ).
  ///
  /// W is that of the last least-squares step, as in R's `glm`.
  var influences: [[Double]] { influences(workingWeights) }

  /// The same with W at the coefficients themselves, which differs by the last step.
  var exactInfluences: [[Double]] {
    influences(zip(weights, means).map { $0 * family.variance($1) })
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
      workingWeights[$0] * (y[$0] - means[$0]) / family.variance(means[$0])
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
