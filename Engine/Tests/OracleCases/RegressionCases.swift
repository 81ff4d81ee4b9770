internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svyglm.
  func regression(_ call: RExpression) throws -> Answers {
    let regression = try fitted(call).regression
    let estimates = regression.coefficients
    let tests = estimates.values.indices.map(regression.coefficient)
    return [
      "estimate": estimates.values, "se": estimates.standardErrors,
      "vcov": estimates.covariance.values, "t": tests.map(\.t), "p": tests.map(\.p),
      "df_residual": [regression.residualDegreesOfFreedom], "deviance": [regression.deviance],
    ]
  }

  /// The regression of a svyglm call, with R's names of its coefficients.
  func fitted(_ call: RExpression) throws -> (regression: Regression, names: [String]) {
    let formula = call.positional[0]
    let family = try family(of: call)
    let columns = try table.modelMatrix(formula)
    let regression = try design.regression(
      of: NumericColumn(values: table.evaluate(formula.positional[0]).values),
      on: columns.map { NumericColumn(values: $0.values) }, family: family,
      within: rows(of: call.positional.count > 1 ? call.positional[1] : call.argument("design")))
    return (regression, columns.map(\.name))
  }

  /// The family of a svyglm call.
  func family(of call: RExpression) throws -> RegressionFamily {
    let families: [String: RegressionFamily] = [
      "gaussian": .linear, "quasibinomial": .logistic, "binomial": .logistic,
      "quasipoisson": .counts, "poisson": .counts,
    ]
    var name = "gaussian"
    switch call.argument("family") {
    case .name(let word)?, .text(let word)?, .call(let word, _)?: name = word
    default: break
    }
    guard let family = families[name] else { throw Unsupported(name) }
    return family
  }

  /// regTermTest of a model: whether the coefficients of some terms are all 0.
  func termTest(_ call: RExpression) throws -> Answers {
    let (regression, names) = try fitted(call.positional[0])
    let tested = try table.modelMatrix(call.positional[1]).map(\.name)
      .filter { $0 != "(Intercept)" }
    let places = names.indices.filter { tested.contains(names[$0]) }
    let test = regression.coefficients.waldTest(
      of: places, degreesOfFreedom: regression.residualDegreesOfFreedom)
    return [
      "statistic": [test.statistic], "Ftest": [test.statistic], "F": [test.statistic],
      "df": [test.numeratorDegreesOfFreedom], "ddf": [test.denominatorDegreesOfFreedom],
      "p": [test.p],
      "parameter": [test.numeratorDegreesOfFreedom, test.denominatorDegreesOfFreedom],
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
