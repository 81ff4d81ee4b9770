internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// regTermTest of a model: whether the coefficients of some terms are all 0.
  func termTest(_ call: RExpression) throws -> Answers {
    let model = call.positional[0]
    let (regression, columns) = try fitted(model)
    let tested = try testedTerms(call.positional[1])
    let places = columns.indices.filter {
      tested.contains(columns[$0].term) && !regression.coefficients.values[$0].isNaN
    }
    let df =
      try degreesOfFreedom(of: call.argument("df")) ?? regression.residualDegreesOfFreedom
    let method = call.argument("method")?.words?.first ?? "Wald"
    guard method == "Wald" else {
      let name = call.argument("lrt.approximation")?.words?.first ?? "saddlepoint"
      guard let approximation = MixtureApproximation(rawValue: name) else {
        throw Unsupported(name)
      }
      return try modelTest(method, model, (regression, columns), places, df, approximation)
    }
    let test = regression.coefficients.waldTest(of: places, degreesOfFreedom: df)
    return [
      // R gives a statistic only as F.
      "statistic": df == .infinity ? [test.statistic * Double(places.count)] : [test.statistic],
      "Ftest": [test.statistic], "F": [test.statistic],
      "chisq": [test.statistic * Double(places.count)],
      "df": [test.numeratorDegreesOfFreedom], "ddf": df == .infinity ? [] : [df],
      "p": [test.p],
      "parameter": [test.numeratorDegreesOfFreedom, test.denominatorDegreesOfFreedom],
    ]
  }

  /// The terms that a formula or words name, each as its set of variables.
  private func testedTerms(_ terms: RExpression) throws -> [Set<String>] {
    if let words = terms.words {
      return words.map { Set($0.split(separator: ":").map(String.init)) }
    }
    return try table.modelMatrix(terms).map(\.term).filter { !$0.isEmpty }
  }

  /// The tests by what the model alone expects: the working Wald test and the likelihood ratio.
  private func modelTest(
    _ method: String, _ model: RExpression,
    _ larger: (regression: Regression, columns: [ModelColumn]), _ places: [Int], _ df: Double,
    _ approximation: MixtureApproximation
  ) throws -> Answers {
    let (regression, columns) = larger
    let test: ModelTest
    switch method {
    case "WorkingWald":
      test = regression.workingTest(of: places, degreesOfFreedom: df, by: approximation)
    case "LRT":
      test = regression.likelihoodRatioTest(
        of: places, against: try smaller(model, columns, places), degreesOfFreedom: df,
        by: approximation)
    default: throw Unsupported(method)
    }
    return [
      "statistic": [test.statistic], "chisq": [test.statistic], "lambda": test.designEffects,
      "df": [test.numeratorDegreesOfFreedom], "ddf": [df], "p": [test.p],
    ]
  }

  /// The regression of the same rows without some of the columns.
  private func smaller(
    _ model: RExpression, _ columns: [ModelColumn], _ left: [Int]
  ) throws -> Regression {
    let formula = model.positional[0]
    var y = try table.evaluate(formula.positional[0]).values
    for row in y.indices where columns.contains(where: { $0.values[row].isNaN }) {
      y[row] = .nan
    }
    return try design.regression(
      of: NumericColumn(values: y),
      on: columns.indices.filter { !left.contains($0) }.map {
        NumericColumn(values: columns[$0].values)
      },
      family: family(of: model), offset: table.offset(of: formula).map(NumericColumn.init),
      within: rows(
        of: model.positional.count > 1 ? model.positional[1] : model.argument("design")))
  }
}
