internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// confint(…, parm, df, level).
  func interval(_ call: RExpression) throws -> Answers {
    guard let inner = call.positional.first else { throw Unsupported("confint of nothing") }
    let level = try call.argument("level")?.constants().first ?? 0.95
    switch inner.function {
    case "svyciprop":
      let ends = try proportion(inner)["ci"] ?? []
      return ["lower": Array(ends.prefix(1)), "upper": Array(ends.suffix(1))]
    case "svyquantile": return try quantileColumns(inner)
    case "svyttest":
      let ends = try tested(inner).interval(confidence: level)
      return ["lower": [ends.lower], "upper": [ends.upper], "ci": [ends.lower, ends.upper]]
    default: break
    }
    var estimates = try joint(inner)
    if let parameter = call.positional.dropFirst().first ?? call.argument("parm") {
      estimates = estimates.picked(try Self.places(parameter, estimates.names))
    }
    let isModel = inner.function == "svyglm"
    let df =
      try degreesOfFreedom(of: call.argument("df") ?? call.argument("ddf"))
      ?? (isModel ? estimates.degreesOfFreedom : Double.infinity)
    let intervals =
      call.argument("method")?.words == ["likelihood"]
      ? try likelihoodIntervals(inner, estimates.names, df, level)
      : zip(estimates.values, estimates.standardErrors).map {
        ConfidenceInterval.linear(
          $0, standardError: $1, degreesOfFreedom: df, confidence: level)
      }
    return ["lower": intervals.map(\.lower), "upper": intervals.map(\.upper)]
  }

  /// The places of figures that are named, or numbered from 1.
  private static func places(_ parameter: RExpression, _ names: [String]) throws -> [Int] {
    if let words = parameter.words { return words.compactMap { names.firstIndex(of: $0) } }
    return try parameter.constants().map { Int($0) - 1 }
  }

  /// confint(svyglm(…), method = "likelihood") of the coefficients with the given names.
  private func likelihoodIntervals(
    _ call: RExpression, _ names: [String], _ df: Double, _ level: Double
  ) throws -> [ConfidenceInterval] {
    let (model, columns) = try fitted(call)
    let naive = model.naiveCovariance.diagonal
    let t = StudentDistribution.quantile(0.5 - level / 2, degreesOfFreedom: df)
    let y = try table.evaluate(call.positional[0].positional[0]).values
    let count = y.indices.count { row in
      !y[row].isNaN && columns.allSatisfy { !$0.values[row].isNaN }
    }
    let isPlain = ["binomial", "poisson"].contains(call.argument("family")?.word ?? "")
    return try names.map { name in
      let place = columns.firstIndex { $0.name == name } ?? 0
      let error = model.coefficients.standardErrors[place]
      let profile = RProfile(
        centre: model.coefficients.values[place], standardError: error,
        alpha: NormalDistribution.cdf(t * (error * error / naive[place]).squareRoot()) / 2,
        degreesOfFreedom: isPlain ? .infinity : Double(count - names.count))
      return try profile.interval { x in
        (try refitted(call, columns, place, at: x).deviance - model.deviance)
          / model.dispersion
      }
    }
  }

  /// The regression with one coefficient held at a value.
  private func refitted(
    _ call: RExpression, _ columns: [ModelColumn], _ place: Int, at value: Double
  ) throws -> Regression {
    let formula = call.positional[0]
    let own = try table.offset(of: formula) ?? columns[place].values.map { _ in 0 }
    return try design.regression(
      of: NumericColumn(values: table.evaluate(formula.positional[0]).values),
      on: columns.indices.filter { $0 != place }.map {
        NumericColumn(values: columns[$0].values)
      },
      family: family(of: call),
      offset: NumericColumn(
        values: zip(own, columns[place].values).map { $0 + $1 * value }),
      within: rows(
        of: call.positional.count > 1 ? call.positional[1] : call.argument("design")))
  }
}

extension RExpression {
  /// A name, a text, or the function of a call.
  var word: String? {
    switch self {
    case .name(let word), .text(let word): word
    case .call(let function, _): function
    case .number: nil
    }
  }
}
