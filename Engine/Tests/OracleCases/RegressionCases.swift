internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svyglm.
  func regression(_ call: RExpression) throws -> Answers {
    let formula = call.positional[0]
    let families: [String: RegressionFamily] = [
      "gaussian": .linear, "quasibinomial": .logistic, "binomial": .logistic,
      "quasipoisson": .counts, "poisson": .counts,
    ]
    let name = call.argument("family")?.function ?? "gaussian"
    guard let family = families[name] else { throw Unsupported(name) }
    let regression = try design.regression(
      of: NumericColumn(values: table.evaluate(formula.positional[0]).values),
      on: modelColumns(formula), family: family, within: rows(of: call.positional[1]))
    let estimates = regression.coefficients
    let tests = estimates.values.indices.map(regression.coefficient)
    return [
      "estimate": estimates.values, "se": estimates.standardErrors,
      "vcov": estimates.covariance.values, "t": tests.map(\.t), "p": tests.map(\.p),
      "df_residual": [regression.residualDegreesOfFreedom], "deviance": [regression.deviance],
    ]
  }

  /// svyttest of two groups, or of one mean against 0.
  func tTest(_ call: RExpression) throws -> Answers {
    let formula = call.positional[0]
    let y = NumericColumn(values: try table.evaluate(formula.positional[0]).values)
    let subset = try rows(of: call.positional[1])
    let test: Difference
    if formula.positional[1].isNumber(1) || formula.positional[1].isNumber(0) {
      let mean = try design.estimate(.mean(of: [y], within: subset))
      let rows = subset ?? Array(repeating: true, count: design.rowCount)
      test = Difference(
        value: mean.values[0], standardError: mean.standardErrors[0],
        degreesOfFreedom: Double(design.degreesOfFreedom(within: rows) - 1))
    } else {
      let columns = try modelColumns(formula)
      test = try design.meanDifference(of: y, between: columns[1], within: subset)
    }
    let interval = test.interval()
    return [
      "statistic": [test.t], "p": [test.p], "parameter": [test.degreesOfFreedom],
      "estimate": [test.value], "se": [test.standardError],
      "ci95": [interval.lower, interval.upper],
    ]
  }
}
