internal import SurveyStatistics

extension CaseContext {
  /// svyby: a statistic in every domain that occurs, domains fastest.
  func byDomain(_ call: RExpression) throws -> Answers {
    let arguments = call.positional
    let masks = try domainMasks(arguments[1], subset: rows(of: arguments[2]))
    guard case .name(let function) = arguments[3] else { throw Unsupported("svyby of a closure") }
    if function == "svyciprop" { return try proportionsByDomain(call, masks) }
    if function == "svyquantile" { return try quantilesByDomain(call, masks) }
    let parts = try masks.map { try statistic(function, call, within: $0) }
    let estimates = try design.estimate(.joined(parts))
    let width = estimates.values.count / masks.count
    let order = (0..<width).flatMap { statistic in
      masks.indices.map { $0 * width + statistic }
    }
    var answers = ordered(answers(estimates), by: order)
    answers["deff"] = order.compactMap {
      let deff = deff(call, estimates)
      return $0 < deff.count ? deff[$0] : nil
    }
    return answers
  }

  private func statistic(
    _ function: String, _ call: RExpression, within mask: [Bool]
  ) throws -> Statistic {
    let variables = try columns(call.positional[0])
    switch function {
    case "svymean": return .mean(of: variables, within: mask)
    case "svytotal": return .total(of: variables, within: mask)
    case "svyvar": return .variance(of: variables[0], within: mask)
    case "svyratio":
      guard let denominator = call.argument("denominator") else {
        throw Unsupported("svyratio without denominator")
      }
      return .ratio(of: variables[0], to: try columns(denominator)[0], within: mask)
    default: throw Unsupported("svyby of \(function)")
    }
  }

  private func ordered(_ answers: Answers, by order: [Int]) -> Answers {
    var result = answers
    for (name, values) in answers where values.count == order.count && name != "df" {
      result[name] = order.map { values[$0] }
    }
    if let vcov = answers["vcov"] {
      result["vcov"] = order.flatMap { i in order.map { vcov[i * order.count + $0] } }
    }
    return result
  }

  /// The rows of each combination of the factors that occurs, the first factor fastest.
  func domainMasks(_ formula: RExpression, subset: [Bool]?) throws -> [[Bool]] {
    let factors = try (formula.positional.last ?? formula).terms.map {
      try table.evaluate($0).asFactor
    }
    let keys: [[Double]] = (0..<table.rowCount).map { row in
      factors.reversed().map { $0.values[row] }
    }
    let used = keys.indices.filter {
      (subset?[$0] ?? true) && !keys[$0].contains(where: \.isNaN)
    }
    let distinct = Set(used.map { keys[$0] }).sorted { $0.lexicographicallyPrecedes($1) }
    return distinct.map { key in
      keys.indices.map { (subset?[$0] ?? true) && keys[$0] == key }
    }
  }

  /// All pairs of the figures of a svyby call, with their tests.
  func pairs(_ call: RExpression, _ expected: JSONValue) throws -> Answers {
    let arguments = call.positional
    guard case .name(let function) = arguments[3] else { throw Unsupported("svyby of a closure") }
    let masks = try domainMasks(arguments[1], subset: rows(of: arguments[2]))
    let estimates = try design.estimate(
      .joined(try masks.map { try statistic(function, call, within: $0) }))
    let width = estimates.values.count / masks.count
    let order = (0..<width).flatMap { s in masks.indices.map { $0 * width + s } }
    let places = expected["pairs"]?.numbers?.map { order[Int($0) - 1] } ?? []
    let differences = stride(from: 0, to: places.count, by: 2).map {
      estimates.difference(places[$0], minus: places[$0 + 1])
    }
    let p = differences.map(\.p)
    let intervals = differences.map { $0.interval() }
    return [
      "estimate": differences.map(\.value), "se": differences.map(\.standardError),
      "df": [estimates.degreesOfFreedom], "t": differences.map(\.t), "p": p,
      "p_holm": holmAdjusted(p), "p_bh": benjaminiHochbergAdjusted(p),
      "p_bonferroni": bonferroniAdjusted(p), "ci_t95.lower": intervals.map(\.lower),
      "ci_t95.upper": intervals.map(\.upper),
    ]
  }
}
