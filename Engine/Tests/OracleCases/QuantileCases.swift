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

  /// The figures of svyquantile by column: all quantiles of the first variable, then the second.
  func quantileColumns(_ call: RExpression) throws -> Answers {
    let values = try quantiles(call)
    let width = (call.argument("ci").map(\.isTrue) ?? true) ? 4 : 1
    let rows = (call.positional[0].positional.last ?? call.positional[0]).terms.flatMap {
      values["table.\($0.source).values"] ?? []
    }
    func column(_ place: Int) -> [Double] {
      place < width ? stride(from: place, to: rows.count, by: width).map { rows[$0] } : []
    }
    return [
      "estimate": column(0), "lower": column(1), "upper": column(2), "se": column(3),
      "df": values["df"] ?? [],
    ]
  }

  /// The degrees of freedom of calibrated replicates, which R counts anew once `na.rm` is set.
  private func recounted(
    _ call: RExpression, _ values: [Double], _ within: [Bool]?
  ) throws -> Double? {
    let isWhole = values.indices.allSatisfy { !values[$0].isNaN && within?[$0] ?? true }
    guard let replicates = design.replicateWeights, isWhole,
      call.argument("na.rm")?.isTrue == true
    else { return nil }
    return Double(
      try SurveyDesign(weights: design.weights, replicates: replicates).degreesOfFreedom)
  }

  func quantiles(
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
    let values = try table.evaluate(term).values
    let df = try degreesOfFreedom(of: call.argument("df")) ?? recounted(call, values, within)
    let alpha = try call.argument("alpha")?.constants().first ?? 0.05
    let estimates = try design.quantiles(
      of: NumericColumn(values: values), at: shares.constants(),
      within: within, rule: rule, method: method, confidence: 1 - alpha,
      degreesOfFreedom: df)
    // Where all values are below, R divides 0 by 0; the engine has an exact interval.
    guard [.logit, .asin, .beta].contains(method) else { return estimates }
    return try estimates.map { estimate in
      let below = NumericColumn(
        values: values.map { $0.isNaN ? .nan : $0 <= estimate.value ? 1 : 0 })
      let share = try design.estimate(.mean(of: [below], within: within)).values[0]
      return share < 1 - 1e-12 ? estimate : estimate.withoutInterval
    }
  }
}

extension QuantileEstimate {
  /// The same with an interval and a standard error that are undefined.
  fileprivate var withoutInterval: QuantileEstimate {
    QuantileEstimate(
      value: value, standardError: .nan, interval: ConfidenceInterval(lower: .nan, upper: .nan))
  }
}
