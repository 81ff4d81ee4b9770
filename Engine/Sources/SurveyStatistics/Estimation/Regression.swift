public import NumericKernels

/// A regression of the population, with the covariance that the design gives its coefficients.
public struct Regression: Sendable {
  /// The coefficients in the order of the columns; NaN for a column that the others make up.
  public let coefficients: JointEstimates
  /// Degrees of freedom of the rows used + 1 − coefficients; what t tests of them use.
  public let residualDegreesOfFreedom: Double
  /// How far the fit is from the data, 0 or more, with weights scaled to a mean of 1.
  public let deviance: Double
  /// How many times wider the values spread around their means than the family alone says.
  public let dispersion: Double
  /// Whether the search for the coefficients came to an end, within 25 steps.
  public let converged: Bool
  /// The kind of variable that is explained.
  public let family: RegressionFamily
  /// A⁻¹: the covariance that the coefficients would have if the model were true and the weights,
  /// scaled to a mean of 1, were counts; NaN for a column that the others make up.
  public let naiveCovariance: Matrix

  /// One coefficient, by its column from 0, to be tested against 0 by t with
  /// ``residualDegreesOfFreedom``.
  public func coefficient(_ index: Int) -> Difference {
    Difference(
      value: coefficients.values[index], standardError: coefficients.standardErrors[index],
      degreesOfFreedom: residualDegreesOfFreedom)
  }
}

extension Statistic {
  /// The coefficients of a regression; see
  /// ``SurveyDesign/regression(of:on:family:offset:within:start:)``.
  ///
  /// Under other weights than those of the sample, which replicates have, the search starts from
  /// the sample's coefficients and weights add up to 1: no step is large then, as in R.
  static func regression(_ model: RegressionModel, _ full: (weights: [Double], fit: RegressionFit))
    -> Statistic
  {
    Statistic(columns: [("y", model.present.count)]) { weights, withInfluences in
      let isFull = weights == full.weights
      let fit = isFull ? full.fit : model.fit(weights, from: full.fit.coefficients)
      var part = Part(values: fit.coefficients, present: model.present)
      if withInfluences {
        part.influences = fit.influences.map { influence in
          var column = [Double](repeating: 0, count: weights.count)
          for (place, row) in model.rows.enumerated() { column[row] = influence[place] }
          return column
        }
      }
      return [part]
    }
  }
}

/// The variables of a regression, in the rows that have them all.
struct RegressionModel: Sendable {
  let present: [Bool]
  let rows: [Int]
  private let y: [Double]
  private let columns: [[Double]]
  private let offset: [Double]?
  private let family: RegressionFamily

  init(
    _ y: NumericColumn, _ columns: [NumericColumn], _ family: RegressionFamily,
    _ offset: NumericColumn?, _ within: [Bool]?
  ) {
    present = Statistic.completeRows(
      [y] + columns + (offset.map { [$0] } ?? []), within: within)
    let rows = present.indices.filter { [present] in present[$0] }
    (self.rows, self.family) = (rows, family)
    self.y = rows.map { y.values[$0] }
    self.columns = columns.map { column in rows.map { column.values[$0] } }
    self.offset = offset.map { offset in rows.map { offset.values[$0] } }
  }

  /// The fit under the weights of all rows.
  func fit(_ weights: [Double], startingAt start: [Double]? = nil) -> RegressionFit {
    RegressionFit(
      y, on: columns, weights: rows.map { weights[$0] }, family: family, offset: offset,
      start: start)
  }

  /// The fit under weights of a replicate, which are made to add up to 1.
  func fit(_ weights: [Double], from coefficients: [Double]) -> RegressionFit {
    let sum = rows.lazy.map { weights[$0] }.compensatedSum()
    return RegressionFit(
      y, on: columns, weights: rows.map { weights[$0] / sum }, family: family, offset: offset,
      start: coefficients)
  }
}

extension SurveyDesign {
  /// Explains a variable by others: a generalised linear regression of the population.
  ///
  ///     Σ w·x·(y − μ)·μ'/V = 0,   C = A⁻¹ · Var(Σ w·x·(y − μ)·μ'/V) · A⁻¹,   A = Σ w·x·xᵀ·μ'²/V
  ///
  /// with μ' and V of the family; for `linear`, `logistic` and `counts`, μ' = V.
  ///
  /// - Parameters:
  ///   - y: what is explained; 1 and 0 for yes-or-no families, above 0 for amounts.
  ///   - columns: what explains it, the column of ones for the intercept included.
  ///   - family: the kind of variable that y is.
  ///   - offset: what is added to the linear predictor of each row, such as the logarithm of the
  ///     time that a count was taken over; `nil` for nothing.
  ///   - within: the rows of a subpopulation; `nil` for everyone. Rows with gaps are left out.
  ///   - start: coefficients to start the search from, one for each column; `nil` to start from the
  ///     values themselves. A family with a limited range may need them.
  /// - Returns: the regression; its coefficients are NaN when no step of the search stays in range.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Binder, *On the variances of asymptotically normal estimators from complex surveys*,
  /// 1983. R: `svyglm(y ~ x + offset(z), design, family)`.
  /// Golden values: the `svyglm` of `Golden/*.json`.
  public func regression(
    of y: NumericColumn, on columns: [NumericColumn], family: RegressionFamily = .linear,
    offset: NumericColumn? = nil, within: [Bool]? = nil, start: [Double]? = nil
  ) throws(EstimationError) -> Regression {
    try check(
      Statistic.lengths(
        [("y", y)] + columns.named("columns") + (offset.map { [("offset", $0)] } ?? []), within))
    let model = RegressionModel(y, columns, family, offset, within)
    // A calibrated design counts the rows outside a subpopulation too, at weight 0, as in R.
    let size = weights.indices.filter { within?[$0] ?? true }
    let scale =
      size.lazy.map { weights[$0] }.compensatedSum()
      / Double(keepsAllRows ? countedRows : size.count)
    let scaled = withWeights(weights.map { $0 / scale })
    let fit = model.fit(scaled.weights, startingAt: start)
    let coefficients = try scaled.estimate(.regression(model, (scaled.weights, fit)))
    let used = coefficients.values.count { !$0.isNaN }
    return Regression(
      coefficients: coefficients,
      residualDegreesOfFreedom: Double(
        (replicates == nil
          ? degreesOfFreedom(within: model.present)
          : within.map(degreesOfFreedom(within:)) ?? degreesOfFreedom) + 1 - used),
      deviance: fit.deviance, dispersion: dispersion(of: fit, model, scaled),
      converged: fit.converged, family: family,
      naiveCovariance: fit.naiveCovariance)
  }

  /// The spread of the residuals under weights whose mean over the rows used is 1, as R has it.
  private func dispersion(
    of fit: RegressionFit, _ model: RegressionModel, _ scaled: SurveyDesign
  ) -> Double {
    let weight = model.rows.lazy.map { scaled.weights[$0] }.compensatedSum()
    return fit.dispersion(asVariance: replicates == nil) * weight
      / Double(keepsAllRows ? countedRows : model.rows.count)
  }

  /// The mean of one group minus that of the others, tested as R does by regression.
  ///
  /// - Parameters:
  ///   - y: the variable; a proportion when its values are 1 and 0.
  ///   - group: 1 in the group, 0 outside; rows without one, or without y, are left out.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: the difference, in the unit of y, and its t test; NaN when a group is empty.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// R: `svyttest(y ~ group, design)`.
  public func meanDifference(
    of y: NumericColumn, between group: NumericColumn, within: [Bool]? = nil
  ) throws(EstimationError) -> Difference {
    let ones = NumericColumn(values: Array(repeating: 1, count: y.values.count))
    return try regression(of: y, on: [ones, group], within: within).coefficient(1)
  }

  private func withWeights(_ weights: [Double]) -> SurveyDesign {
    var design = self
    design.weights = weights
    return design
  }
}
