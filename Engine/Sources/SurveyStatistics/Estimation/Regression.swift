import NumericKernels

/// A regression of the population, with the covariance that the design gives its coefficients.
public struct Regression: Sendable {
  /// The coefficients in the order of the columns; NaN for a column that the others make up.
  public let coefficients: JointEstimates
  /// Degrees of freedom of the rows used + 1 − coefficients; what t tests of them use.
  public let residualDegreesOfFreedom: Double
  /// How far the fit is from the data, with weights scaled to a mean of 1.
  public let deviance: Double
  /// Whether the search for the coefficients came to an end.
  public let converged: Bool
  /// The kind of variable that is explained.
  public let family: RegressionFamily

  /// One coefficient, to be tested against 0.
  public func coefficient(_ index: Int) -> Difference {
    Difference(
      value: coefficients.values[index], standardError: coefficients.standardErrors[index],
      degreesOfFreedom: residualDegreesOfFreedom)
  }
}

extension Statistic {
  /// The coefficients of a regression; see ``SurveyDesign/regression(of:on:family:within:)``.
  static func regression(
    of y: NumericColumn, on columns: [NumericColumn], family: RegressionFamily, within: [Bool]?
  ) -> Statistic {
    let present = completeRows([y] + columns, within: within)
    return Statistic(columnLengths: lengths([y] + columns, within)) { weights, withInfluences in
      let rows = weights.indices.filter { present[$0] }
      let fit = RegressionFit(
        rows.map { y.values[$0] }, on: columns.map { column in rows.map { column.values[$0] } },
        weights: rows.map { weights[$0] }, family: family)
      var part = Part(values: fit.coefficients, present: present)
      if withInfluences {
        part.influences = fit.influences.map { influence in
          var column = [Double](repeating: 0, count: weights.count)
          for (place, row) in rows.enumerated() { column[row] = influence[place] }
          return column
        }
      }
      return [part]
    }
  }
}

extension SurveyDesign {
  /// Explains a variable by others: a linear, logistic or log-linear regression of the population.
  ///
  ///     Σ w·x·(y − μ) = 0,   V = A⁻¹ · Var(Σ w·x·(y − μ)) · A⁻¹,   A = Σ w·x·xᵀ·μ'
  ///
  /// - Parameters:
  ///   - y: what is explained; 1 and 0 for the logistic family.
  ///   - columns: what explains it, the column of ones for the intercept included.
  ///   - family: the kind of variable that y is.
  ///   - within: the rows of a subpopulation; `nil` for everyone. Rows with gaps are left out.
  /// - Returns: the regression.
  /// - Throws: ``EstimationError/rowCountMismatch(expected:actual:)``.
  ///
  /// Source: Binder, *On the variances of asymptotically normal estimators from complex surveys*,
  /// 1983. R: `svyglm(y ~ x, design, family)`.
  public func regression(
    of y: NumericColumn, on columns: [NumericColumn], family: RegressionFamily = .linear,
    within: [Bool]? = nil
  ) throws(EstimationError) -> Regression {
    try check(columnLengths: Statistic.lengths([y] + columns, within))
    let present = Statistic.completeRows([y] + columns, within: within)
    let size = weights.indices.filter { adjustments.isEmpty ? within?[$0] ?? true : true }
    let scale =
      size.lazy.map { weights[$0] }.compensatedSum()
      / Double(adjustments.isEmpty ? size.count : countedRows)
    let scaled = withWeights(weights.map { $0 / scale })
    let coefficients = try scaled.estimate(
      .regression(of: y, on: columns, family: family, within: within))
    let rows = weights.indices.filter { present[$0] }
    let fit = RegressionFit(
      rows.map { y.values[$0] }, on: columns.map { column in rows.map { column.values[$0] } },
      weights: rows.map { scaled.weights[$0] }, family: family)
    let used = coefficients.values.count { !$0.isNaN }
    return Regression(
      coefficients: coefficients,
      residualDegreesOfFreedom: Double(
        (replicates == nil
          ? degreesOfFreedom(within: present)
          : within.map(degreesOfFreedom(within:)) ?? degreesOfFreedom) + 1 - used),
      deviance: fit.deviance, converged: fit.converged, family: family)
  }

  /// The mean of one group minus that of the others, tested as R does by regression.
  ///
  /// - Parameters:
  ///   - y: the variable; a proportion when its values are 1 and 0.
  ///   - group: 1 in the group, 0 outside; missing rows are left out.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: the difference and its t test.
  /// - Throws: ``EstimationError/rowCountMismatch(expected:actual:)``.
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
