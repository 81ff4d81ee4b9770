internal import SurveyStatistics

extension CaseContext {
  /// svyquantile of one or several variables.
  func quantiles(_ call: RExpression) throws -> Answers {
    let arguments = call.positional
    let wantsInterval = call.argument("ci").map(\.isTrue) ?? true
    let subset = try wantsInterval ? rows(of: arguments[1]) : unrefusedRows(of: arguments[1])
    let terms = (arguments[0].positional.last ?? arguments[0]).terms
    // Rows that lack one of the variables are left out of all.
    let gaps = try terms.map { try table.evaluate($0).values.map(\.isNaN) }
    let complete = (0..<table.rowCount).map { row in
      (subset?[row] ?? true) && !gaps.contains { $0[row] }
    }
    var answers: Answers = ["df": [Double(design.degreesOfFreedom)]]
    for term in terms {
      let shares = call.argument("quantiles") ?? arguments[2]
      let estimates = try quantiles(
        call, term, at: shares, within: terms.count > 1 ? complete : subset)
      let values = estimates.flatMap {
        wantsInterval
          ? [$0.value, $0.interval.lower, $0.interval.upper, $0.standardError] : [$0.value]
      }
      answers["table.\(term.source).values"] = values
    }
    return answers
  }

  func quantilesByDomain(_ call: RExpression, _ masks: [[Bool]]) throws -> Answers {
    guard let shares = call.argument("quantiles"),
      let term = call.positional[0].positional.last, let key = call.positional[1].positional.last
    else { throw Unsupported("svyby of svyquantile without quantiles") }
    var values: [Double] = []
    for mask in masks {
      let row = mask.firstIndex(of: true) ?? 0
      values += try key.terms.map { try table.evaluate($0).values[row] }
      let estimates = try quantiles(call, term, at: shares, within: mask)
      values += estimates.map(\.value) + estimates.map(\.standardError)
    }
    return ["values": values, "df": [Double(design.degreesOfFreedom)]]
  }

  private func quantiles(
    _ call: RExpression, _ term: RExpression, at shares: RExpression, within: [Bool]?
  ) throws -> [QuantileEstimate] {
    let rule = call.argument("qrule")?.words?.first ?? "math"
    let type = call.argument("interval.type")?.words?.first ?? "mean"
    let methods: [String: QuantileIntervalMethod] = [
      "mean": .mean, "xlogit": .logit, "asin": .asin, "beta": .beta, "score": .score,
      "quantile": .replicates,
    ]
    guard let rule = QuantileRule(rawValue: rule), let method = methods[type] else {
      throw Unsupported("\(rule), \(type)")
    }
    let df = try degreesOfFreedom(of: call.argument("df"))
    let alpha = try call.argument("alpha")?.constants().first ?? 0.05
    return try design.quantiles(
      of: NumericColumn(values: table.evaluate(term).values), at: shares.constants(),
      within: within, rule: rule, method: method, confidence: 1 - alpha,
      degreesOfFreedom: df)
  }
}
