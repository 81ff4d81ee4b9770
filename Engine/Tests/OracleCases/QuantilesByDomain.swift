internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svyby of svyquantile: a row for each domain, with its keys, quantiles and their uncertainty.
  func quantilesByDomain(_ call: RExpression, _ masks: [[Bool]]) throws -> Answers {
    guard let shares = call.argument("quantiles") ?? call.positional.dropFirst(4).first,
      let formula = call.positional[0].positional.last, let key = call.positional[1].positional.last
    else { throw Unsupported("svyby of svyquantile without quantiles") }
    let kinds = call.argument("vartype")?.words ?? ["se"]
    let keepsVariance = call.argument("keep.var").map(\.isTrue) ?? true
    var rows: [[Double]] = []
    var estimates: [[QuantileEstimate]] = []
    for mask in masks {
      let row = mask.firstIndex(of: true) ?? 0
      let own = try formula.terms.flatMap {
        try quantiles(call, $0, at: shares, within: mask)
      }
      estimates.append(own)
      var values = try key.terms.map { try table.evaluate($0).code(row) } + own.map(\.value)
      if keepsVariance { values += Self.uncertainty(of: own, kinds) }
      rows.append(values)
    }
    func columns(_ part: (QuantileEstimate) -> Double) -> [Double] {
      (estimates.first?.indices ?? 0..<0).flatMap { place in estimates.map { part($0[place]) } }
    }
    return [
      "values": rows.flatMap(\.self), "df": [Double(design.degreesOfFreedom)],
      "estimate": columns(\.value), "se": columns(\.standardError),
      "lower": columns(\.interval.lower), "upper": columns(\.interval.upper),
    ]
  }

  /// The columns that R's `vartype` asks for, in R's order.
  private static func uncertainty(
    of estimates: [QuantileEstimate], _ kinds: [String]
  ) -> [Double] {
    ["se", "ci", "cv", "cvpct", "var"].filter(kinds.contains).flatMap { kind in
      switch kind {
      case "se": estimates.map(\.standardError)
      case "ci": estimates.map(\.interval.lower) + estimates.map(\.interval.upper)
      case "cv": estimates.map { $0.standardError / $0.value }
      case "cvpct": estimates.map { 100 * $0.standardError / $0.value }
      default: estimates.map { $0.standardError * $0.standardError }
      }
    }
  }

  /// The figures of a svyquantile call; R knows no covariance of different quantiles.
  func jointQuantiles(_ call: RExpression) throws -> NamedEstimates {
    let columns = try quantileColumns(call)
    let (values, errors) = (columns["estimate"] ?? [], columns["se"] ?? [])
    var covariance = Matrix(rows: values.count, columns: values.count)
    covariance.values = covariance.values.map { _ in .nan }
    for (place, error) in errors.enumerated() { covariance[place, place] = error * error }
    return NamedEstimates(
      names: values.indices.map { "q\($0 + 1)" }, values: values, standardErrors: errors,
      covariance: covariance, degreesOfFreedom: columns["df"]?.first ?? .nan)
  }
}
