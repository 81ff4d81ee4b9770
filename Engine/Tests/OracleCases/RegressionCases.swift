internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svyglm.
  func regression(_ call: RExpression) throws -> Answers {
    let (regression, columns) = try fitted(call)
    let estimates = try named(regression, columns)
    let tests = columns.indices.filter { !regression.coefficients.values[$0].isNaN }
      .map(regression.coefficient)
    return [
      "estimate": estimates.values, "se": estimates.standardErrors,
      "vcov": estimates.covariance.values, "t": tests.map(\.t), "p": tests.map(\.p),
      "df_residual": [regression.residualDegreesOfFreedom], "deviance": [regression.deviance],
    ]
  }

  /// The coefficients that R lists: those of columns that no others make up.
  func named(_ regression: Regression, _ columns: [ModelColumn]) throws -> NamedEstimates {
    let all = regression.coefficients
    return NamedEstimates(
      names: columns.map(\.name), values: all.values, standardErrors: all.standardErrors,
      covariance: all.covariance, degreesOfFreedom: regression.residualDegreesOfFreedom
    ).picked(columns.indices.filter { !all.values[$0].isNaN })
  }

  /// The regression of a svyglm call, with R's names of its coefficients.
  func fitted(
    _ call: RExpression
  ) throws -> (regression: Regression, columns: [ModelColumn]) {
    let formula = call.positional[0]
    let family = try family(of: call)
    let rows = try rows(
      of: call.positional.count > 1 ? call.positional[1] : call.argument("design"))
    let columns = try table.modelMatrix(
      formula, within: keepsAllRows ? nil : rows, dropsUnused: !keepsAllRows)
    let regression = try design.regression(
      of: NumericColumn(values: table.evaluate(formula.positional[0]).values),
      on: columns.map { NumericColumn(values: $0.values) }, family: family,
      offset: table.offset(of: formula).map(NumericColumn.init),
      within: rows, start: call.argument("start")?.constants())
    return (regression, columns)
  }

  /// The family of a svyglm call.
  func family(of call: RExpression) throws -> RegressionFamily {
    let links: [String: [String: RegressionFamily]] = [
      "gaussian": ["identity": .linear, "log": .meanRatios],
      "binomial": [
        "logit": .logistic, "probit": .probit, "cloglog": .complementaryLogLog,
        "cauchit": .cauchit, "log": .proportionRatios, "identity": .proportionDifferences,
      ],
      "poisson": ["log": .counts, "identity": .countDifferences, "sqrt": .countRoots],
      "Gamma": [
        "log": .amounts, "inverse": .reciprocalAmounts, "identity": .amountDifferences,
      ],
      "inverse.gaussian": ["1/mu^2": .inverseGaussian],
    ]
    let usual = [
      "gaussian": "identity", "binomial": "logit", "poisson": "log", "Gamma": "inverse",
      "inverse.gaussian": "1/mu^2",
    ]
    var (name, link) = ("gaussian", String?.none)
    switch call.argument("family") {
    case .name(let word)?, .text(let word)?: name = word
    case .call(let word, _)?:
      name = word
      let argument = call.argument("family")
      link =
        switch argument?.argument("link") ?? argument?.positional.first {
        case .name(let word)?, .text(let word)?: word
        default: nil
        }
    default: break
    }
    if name == "quasi" { (name, link) = Self.quasi(call.argument("family"), link) }
    if name.hasPrefix("quasi") { name.removeFirst(5) }
    guard let family = links[name]?[link ?? usual[name] ?? ""] else {
      throw Unsupported("\(name) with link \(link ?? "usual")")
    }
    return family
  }

  /// The family that quasi(link, variance) has the mean and variance of.
  private static func quasi(_ family: RExpression?, _ link: String?) -> (String, String?) {
    let variances = [
      "constant": "gaussian", "mu(1-mu)": "binomial", "mu": "poisson", "mu^2": "Gamma",
      "mu^3": "inverse.gaussian",
    ]
    let variance = family?.argument("variance")?.words?.first ?? "constant"
    return (variances[variance] ?? variance, link ?? "identity")
  }

  /// svyttest of two groups, or of one mean against 0.
  func tTest(_ call: RExpression) throws -> Answers {
    let test = try tested(call)
    let interval = test.interval()
    return [
      "statistic": [test.t], "p": [test.p], "parameter": [test.degreesOfFreedom],
      "estimate": [test.value], "se": [test.standardError],
      "ci95": [interval.lower, interval.upper],
    ]
  }

  /// The difference that svyttest tests.
  func tested(_ call: RExpression) throws -> Difference {
    let formula = call.positional[0]
    let y = NumericColumn(values: try table.evaluate(formula.positional[0]).values)
    let subset = try rows(of: call.positional[1])
    guard formula.positional[1].isNumber(1) || formula.positional[1].isNumber(0) else {
      let columns = try modelColumns(formula, within: subset)
      return try design.meanDifference(of: y, between: columns[1], within: subset)
    }
    let lacks =
      call.argument("na.rm")?.isTrue != true
      && y.values.indices.contains { y.values[$0].isNaN && subset?[$0] ?? true }
    let mean = try design.estimate(.mean(of: [y], within: subset))
    let rows = subset ?? Array(repeating: true, count: design.rowCount)
    return Difference(
      value: lacks ? .nan : mean.values[0], standardError: mean.standardErrors[0],
      degreesOfFreedom: Double(design.degreesOfFreedom(within: rows) - 1))
  }
}
