internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svyciprop of one yes-or-no variable.
  func proportion(_ call: RExpression) throws -> Answers {
    let arguments = call.positional
    let subset = try rows(of: arguments[1])
    let answer = try proportion(call, within: subset)
    return [
      "estimate": [answer.value], "se": [answer.standardError],
      "vcov": [answer.standardError * answer.standardError],
      "ci": [answer.interval.lower, answer.interval.upper], "df": [Double(design.degreesOfFreedom)],
    ]
  }

  func proportionsByDomain(_ call: RExpression, _ masks: [[Bool]]) throws -> Answers {
    let answers = try masks.map { try proportion(call, within: $0) }
    return [
      "estimate": answers.map(\.value), "se": answers.map(\.standardError),
      "lower": answers.map(\.interval.lower), "upper": answers.map(\.interval.upper),
      "df": [Double(design.degreesOfFreedom)],
    ]
  }

  private func proportion(
    _ call: RExpression, within subset: [Bool]?
  ) throws -> (value: Double, standardError: Double, interval: ConfidenceInterval) {
    guard let term = call.positional[0].positional.last else { throw Unsupported("formula") }
    let variable = NumericColumn(values: try table.evaluate(term).values)
    let estimate = try design.estimate(.mean(of: [variable], within: subset))
    let all = [Bool](repeating: true, count: design.rowCount)
    let rows = subset ?? all
    let own = Double(design.degreesOfFreedom(within: rows))
    let df =
      try degreesOfFreedom(of: call.argument("df"))
      ?? (subset == nil ? Double(design.degreesOfFreedom) : own)
    let level = try call.argument("level")?.constants().first ?? 0.95
    let single = Estimate(
      value: estimate.values[0], standardError: estimate.standardErrors[0],
      base: keepsAllRows ? design.rowCount : rows.count { $0 }, degreesOfFreedom: df,
      domainDegreesOfFreedom: own)
    let method =
      (call.argument("method") ?? call.positional.dropFirst(2).first)?
      .choice(of: ["logit", "likelihood", "asin", "beta", "mean", "xlogit", "wilson"]) ?? "logit"
    let isKept = call.argument("na.rm")?.isTrue != true
    if isKept, rows.indices.contains(where: { rows[$0] && variable.values[$0].isNaN }) {
      // Only R's regression leaves out rows without an answer unasked.
      let undefined = ConfidenceInterval(lower: .nan, upper: .nan)
      return method == "logit" || method == "likelihood"
        ? (single.value, .nan, try interval(of: single, method, variable, subset, level))
        : (.nan, .nan, undefined)
    }
    if method == "logit", single.value == 0 || single.value == 1 {
      return try farLogit(variable, within: subset, single.standardError, df, level)
    }
    return (
      single.value, single.standardError,
      try interval(of: single, method, variable, subset, level)
    )
  }

  /// What R's regression gives where everyone answered alike: as far as its steps went.
  private func farLogit(
    _ variable: NumericColumn, within subset: [Bool]?, _ error: Double, _ df: Double,
    _ level: Double
  ) throws -> (value: Double, standardError: Double, interval: ConfidenceInterval) {
    let ones = NumericColumn(values: variable.values.map { _ in 1 })
    let odds = try design.regression(
      of: variable, on: [ones], family: .logistic, within: subset
    ).coefficient(0)
    return (
      Elementary.expit(odds.value), error,
      Self.logitInterval(odds.value, odds.standardError, df, level)
    )
  }

  /// confint of a logistic regression's intercept, as shares.
  ///
  /// R goes from t to a confidence and back to z, which is infinite for a t beyond 8.3, and divides
  /// two infinite numbers then.
  private static func logitInterval(
    _ odds: Double, _ error: Double, _ df: Double, _ level: Double
  ) -> ConfidenceInterval {
    let t = StudentDistribution.quantile((1 - level) / 2, degreesOfFreedom: df)
    let confidence = 1 - 2 * NormalDistribution.cdf(t)
    let z = confidence < 1 ? -t : .infinity
    func share(_ eta: Double) -> Double {
      eta > 709.78 ? .nan : Elementary.expit(eta)
    }
    return ConfidenceInterval(lower: share(odds - z * error), upper: share(odds + z * error))
  }

  private func interval(
    of estimate: Estimate, _ method: String, _ variable: NumericColumn, _ subset: [Bool]?,
    _ level: Double
  ) throws -> ConfidenceInterval {
    let p = estimate.value
    let undefined = ConfidenceInterval(lower: .nan, upper: .nan)
    let own = estimate.domainDegreesOfFreedom
    // Without degrees of freedom R has no t, where the engine has an exact interval.
    if !((method == "beta" ? own : estimate.degreesOfFreedom) > 0) { return undefined }
    if p == 0 || p == 1, !["mean", "logit", "likelihood", "asin"].contains(method) {
      // R divides 0 by 0 here, where the engine has an exact interval.
      return undefined
    }
    if !hasReplicates, estimate.standardError < 1e-8 {
      // An exactly calibrated share: R's effective number of answers is infinite.
      if method == "wilson" { return undefined }
      if method == "beta" { return ConfidenceInterval(lower: 0.5, upper: 0.5) }
    }
    let odds = try design.estimate(.logOdds(of: variable, within: subset))
    switch method {
    case "logit":
      return Self.logitInterval(
        odds.values[0], odds.standardErrors[0], estimate.degreesOfFreedom, level)
    case "mean": return estimate.interval(.linear, confidence: level)
    case "xlogit":
      let ends = ConfidenceInterval.linear(
        Elementary.logit(p), standardError: estimate.standardError / (p * (1 - p)),
        degreesOfFreedom: estimate.degreesOfFreedom, confidence: level)
      return ConfidenceInterval(
        lower: Elementary.expit(ends.lower), upper: Elementary.expit(ends.upper))
    case "likelihood":
      let all = design.weights.indices.filter { subset?[$0] ?? true }
      let used = all.filter { !variable.values[$0].isNaN }
      let scale =
        all.reduce(0) { $0 + design.weights[$1] }
        / Double(keepsAllRows ? design.rowCount : all.count)
      let interval = RLikelihoodInterval(
        y: used.map { variable.values[$0] }, weights: used.map { design.weights[$0] / scale },
        logOddsError: odds.standardErrors[0], degreesOfFreedom: estimate.degreesOfFreedom,
        hasReplicates: hasReplicates, confidence: level,
        rowCount: keepsAllRows ? variable.values.count { !$0.isNaN } : used.count,
        meanOver: Double(keepsAllRows ? design.rowCount : used.count))
      return interval.interval
    case "asin":
      // R lets the angle pass 0 or a right angle, where the engine stops.
      let angle = ConfidenceInterval.linear(
        Elementary.asin(p.squareRoot()),
        standardError: estimate.standardError / (2 * (p * (1 - p)).squareRoot()),
        degreesOfFreedom: estimate.degreesOfFreedom, confidence: level)
      let (low, high) = (Elementary.sin(angle.lower), Elementary.sin(angle.upper))
      return ConfidenceInterval(lower: low * low, upper: high * high)
    default:
      guard let known = IntervalMethod(rawValue: method) else { throw Unsupported(method) }
      return estimate.interval(known, confidence: level)
    }
  }
}
