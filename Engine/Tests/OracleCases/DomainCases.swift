internal import SurveyStatistics

extension CaseContext {
  /// svyby: a statistic in every domain that occurs, domains fastest.
  func byDomain(_ call: RExpression) throws -> Answers {
    let arguments = call.positional
    guard arguments.count > 3, case .name(let function) = arguments[3] else {
      throw Unsupported("svyby of a closure")
    }
    if function == "svyciprop" || function == "svyquantile" {
      let masks = try domainMasks(arguments[1], subset: rows(of: arguments[2]))
      return function == "svyciprop"
        ? try proportionsByDomain(call, masks) : try quantilesByDomain(call, masks)
    }
    let estimates = try domains(call)
    var answers = answers(estimates)
    let level = try call.argument("level")?.constants().first ?? 0.95
    let intervals = zip(estimates.values, estimates.standardErrors).map {
      ConfidenceInterval.linear(
        $0, standardError: $1, degreesOfFreedom: .infinity, confidence: level)
    }
    answers["lower"] = intervals.map(\.lower)
    answers["upper"] = intervals.map(\.upper)
    answers["cv"] = zip(estimates.standardErrors, estimates.values).map(/)
    answers["cv%"] = answers["cv"]?.map { $0 * 100 }
    answers["cvpct"] = answers["cv%"]
    answers["var"] = estimates.standardErrors.map { $0 * $0 }
    return answers
  }

  /// The figures of a svyby call: all domains of the first statistic, then of the second.
  func domains(_ call: RExpression) throws -> NamedEstimates {
    let arguments = call.positional
    guard arguments.count > 3, case .name(let function) = arguments[3] else {
      throw Unsupported("svyby of a closure")
    }
    let subset = try rows(of: arguments[2])
    let masks = try domainMasks(arguments[1], subset: subset, complete: complete(call))
    let parts = try masks.map { try asked(function, call, within: $0) }
    let estimates = try estimates(
      parts, scope: subset.map { .part($0) } ?? .design,
      isJoint: call.argument("covmat")?.isTrue == true,
      deff: call.argument("deff"))
    let width = estimates.values.count / max(masks.count, 1)
    var named = estimates
    let keys = try domainNames(arguments[1], masks)
    named.names = masks.indices.flatMap { mask in
      (0..<width).map {
        width == 1 ? keys[mask] : "\(keys[mask]):\(estimates.names[mask * width + $0])"
      }
    }
    return named.picked((0..<width).flatMap { s in masks.indices.map { $0 * width + s } })
  }

  private func domainNames(_ formula: RExpression, _ masks: [[Bool]]) throws -> [String] {
    let factors = try (formula.positional.last ?? formula).terms.map {
      try table.evaluate($0).asFactor
    }
    return masks.map { mask in
      let row = mask.firstIndex(of: true) ?? 0
      return factors.map { $0.levels[Int($0.values[row])] }.joined(separator: ".")
    }
  }

  /// The rows with all variables, where `na.rm.all` asks for domains that have such rows.
  private func complete(_ call: RExpression) throws -> [Bool]? {
    guard call.argument("na.rm.all")?.isTrue == true else { return nil }
    let variables = try named(call.positional[0])
    return (0..<table.rowCount).map { row in
      variables.allSatisfy { !$0.values[row].isNaN }
    }
  }

  /// The rows of each combination of the factors that occurs, the first factor fastest.
  ///
  /// - Parameters:
  ///   - formula: the factors.
  ///   - subset: the rows that count; `nil` for all.
  ///   - complete: the rows that a combination must occur in; `nil` for all.
  /// - Returns: for each combination its rows.
  /// - Throws: ``Unsupported``.
  func domainMasks(
    _ formula: RExpression, subset: [Bool]?, complete: [Bool]? = nil
  ) throws -> [[Bool]] {
    let factors = try (formula.positional.last ?? formula).terms.map {
      try table.evaluate($0).asFactor
    }
    let keys: [[Double]] = (0..<table.rowCount).map { row in
      factors.reversed().map { $0.values[row] }
    }
    let used = keys.indices.filter {
      (subset?[$0] ?? true) && (complete?[$0] ?? true) && design.weights[$0] != 0
        && !keys[$0].contains(where: \.isNaN)
    }
    let distinct = Set(used.map { keys[$0] }).sorted { $0.lexicographicallyPrecedes($1) }
    return distinct.map { key in
      keys.indices.map { (subset?[$0] ?? true) && keys[$0] == key }
    }
  }

  /// All pairs of the figures of a svyby call, with their tests.
  func pairs(_ call: RExpression, _ expected: JSONValue) throws -> Answers {
    let estimates = try domains(call).joint
    let places = expected["pairs"]?.numbers?.map { Int($0) - 1 } ?? []
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
