internal import NumericKernels
internal import SurveyStatistics

/// A statistic that a call asks for, with the names that R gives to its figures.
struct AskedStatistic {
  var statistic: Statistic
  var names: [String]
  /// Figures that R leaves undefined, because a value is missing and `na.rm` is not set.
  var isUndefined: [Bool]
  /// Whether there are no rows at all, for which R gives a variance of 0.
  var isEmpty: Bool
}

extension CaseContext {
  /// The statistic of a function in part of the rows.
  func asked(
    _ function: String, _ call: RExpression, within mask: [Bool]?
  ) throws -> AskedStatistic {
    let variables = try named(call.positional[0])
    switch function {
    case "svymean", "svytotal":
      return asked(call, variables, within: mask) {
        function == "svymean" ? .mean(of: $0, within: mask) : .total(of: $0, within: mask)
      }
    case "svyvar":
      let names = variables.flatMap { a in variables.map { $0.name + ":" + a.name } }
      var asked = asked(call, variables, within: mask) {
        $0.count == 1
          ? .variance(of: $0[0], within: mask) : .covariances(of: $0, within: mask)
      }
      if variables.count > 1 {
        asked.names = names
        asked.isUndefined = names.map { _ in asked.isUndefined.contains(true) }
      }
      return asked
    case "svyratio": return try askedRatio(call, variables, within: mask)
    default: throw Unsupported(function)
    }
  }

  private func askedRatio(
    _ call: RExpression, _ tops: [ModelColumn], within mask: [Bool]?
  ) throws -> AskedStatistic {
    // In svyby the denominator has a name, otherwise it is the second argument.
    guard
      let denominator = call.argument("denominator")
        ?? (call.positional.count > 1 ? call.positional[1] : nil)
    else { throw Unsupported("svyratio without denominator") }
    let bottoms = try named(denominator)
    let all = tops + bottoms
    let present = all.map { column in column.values.map { !$0.isNaN } }
    // Rows where one of the variables is missing are left out of every ratio.
    let complete = (0..<table.rowCount).map { row in
      (mask?[row] ?? true) && present.allSatisfy { $0[row] }
    }
    let pairs = bottoms.flatMap { bottom in tops.map { (top: $0, bottom: bottom) } }
    let lacks = call.argument("na.rm")?.isTrue != true && hasGaps(all, mask)
    return AskedStatistic(
      statistic: .joined(
        pairs.map {
          .ratio(
            of: NumericColumn(values: $0.top.values),
            to: NumericColumn(values: $0.bottom.values), within: complete)
        }),
      names: pairs.map { $0.top.name + "/" + $0.bottom.name },
      isUndefined: pairs.map { _ in lacks }, isEmpty: !complete.contains(true))
  }

  private func asked(
    _ call: RExpression, _ variables: [ModelColumn], within mask: [Bool]?,
    _ make: ([NumericColumn]) -> Statistic
  ) -> AskedStatistic {
    let removes = call.argument("na.rm")?.isTrue == true
    let lacks = variables.map { !removes && hasGaps([$0], mask) }
    // A variable with gaps must not take rows from the others.
    let columns = zip(variables, lacks).map { variable, lacks in
      NumericColumn(
        values: lacks ? variable.values.map { $0.isNaN ? 0 : $0 } : variable.values)
    }
    let isEmpty = !(0..<table.rowCount).contains { row in
      (mask?[row] ?? true) && columns.allSatisfy { !$0.values[row].isNaN }
    }
    return AskedStatistic(
      statistic: make(columns), names: variables.map(\.name), isUndefined: lacks,
      isEmpty: isEmpty)
  }

  private func hasGaps(_ columns: [ModelColumn], _ mask: [Bool]?) -> Bool {
    columns.contains { column in
      column.values.indices.contains { column.values[$0].isNaN && (mask?[$0] ?? true) }
    }
  }

  /// The columns of a formula's right side, factors as one column per level.
  func named(_ formula: RExpression) throws -> [ModelColumn] {
    let right = formula.function == "~" ? formula.positional.last ?? formula : formula
    return try right.terms.flatMap { term in
      try table.evaluate(term).indicators.map {
        ModelColumn(name: term.source + $0.suffix, values: $0.values, term: [term.source])
      }
    }
  }
}

/// Figures with the covariance, names and standard errors that R gives them.
struct NamedEstimates {
  var names: [String]
  var values: [Double]
  /// Not the roots of the covariance's diagonal where R measures the two differently.
  var standardErrors: [Double]
  var covariance: Matrix
  var degreesOfFreedom: Double
  var designEffects: [Double] = []

  /// Some of the figures in another order.
  func picked(_ order: [Int]) -> NamedEstimates {
    var result = self
    result.names = order.map { names[$0] }
    result.values = order.map { values[$0] }
    result.standardErrors = order.map { standardErrors[$0] }
    result.covariance = covariance.block(rows: order, columns: order)
    if designEffects.count == values.count {
      result.designEffects = order.map { designEffects[$0] }
    }
    return result
  }

  var joint: JointEstimates {
    JointEstimates(
      values: values, covariance: covariance, degreesOfFreedom: degreesOfFreedom)
  }
}

extension CaseContext {
  /// The figures of a call to a function that gives estimates with a covariance.
  func joint(_ call: RExpression, expectedNames: [String] = []) throws -> NamedEstimates {
    switch call.function {
    case "svymean", "svytotal", "svyratio", "svyvar":
      let mask = try rows(of: call.positional.last)
      let asked = try asked(call.function ?? "", call, within: mask)
      let isJoint = call.function != "svyratio" || call.argument("covmat")?.isTrue == true
      let estimates = try estimates(
        [asked], scope: .design, isJoint: isJoint, deff: call.argument("deff"))
      // R drops the levels of words that do not occur in a subset.
      let kept = estimates.names.indices.filter { expectedNames.contains(estimates.names[$0]) }
      return kept.count == expectedNames.count && !kept.isEmpty
        ? estimates.picked(kept) : estimates
    case "svyby": return try domains(call)
    case "svycontrast": return try contrasted(call)
    case "svyglm":
      let fit = try fitted(call)
      return try named(fit.regression, fit.columns)
    default: throw Unsupported(call.function ?? "a name")
    }
  }

  /// Estimates of one or several domains, with what R says where nothing can be estimated.
  ///
  /// - Parameters:
  ///   - parts: one for each domain.
  ///   - scope: what the covariance is measured against; standard errors always by domain.
  ///   - isJoint: whether R gives the covariance of different parts at all.
  ///   - deff: the argument of the call.
  /// - Returns: the figures of all parts.
  /// - Throws: what the engine throws.
  func estimates(
    _ parts: [AskedStatistic], scope: CovarianceScope, isJoint: Bool, deff: RExpression?
  ) throws -> NamedEstimates {
    let statistic = parts.count == 1 ? parts[0].statistic : .joined(parts.map(\.statistic))
    let own = try design.estimate(statistic)
    let whole = parts.count == 1 ? own : try design.estimate(statistic, scope: scope)
    var (values, errors, covariance) = (own.values, own.standardErrors, whole.covariance)
    let width = values.count / max(parts.count, 1)
    for (part, asked) in parts.enumerated() {
      for place in 0..<width {
        let row = part * width + place
        let isUndefined = asked.isUndefined[place]
        let isZero = asked.isEmpty && !keepsAllRows && !hasReplicates && !isUndefined
        guard isUndefined || isZero else { continue }
        if isUndefined { values[row] = .nan }
        errors[row] = isZero ? 0 : .nan
        for other in values.indices {
          covariance[row, other] = isZero && !values[other].isNaN ? 0 : isZero ? 0 : .nan
          covariance[other, row] = covariance[row, other]
        }
      }
    }
    if !isJoint { covariance = Self.diagonal(errors) }
    var result = NamedEstimates(
      names: parts.flatMap(\.names), values: values, standardErrors: errors,
      covariance: covariance, degreesOfFreedom: own.degreesOfFreedom)
    if let deff, deff.isTrue || deff.words != nil {
      result.designEffects =
        deff.words == ["replace"] ? own.designEffectsWithReplacement : own.designEffects
      if hasReplicates {
        result.designEffects = try replicateEffects(statistic, own, deff)
      }
    }
    return result
  }

  /// The design effects of replicates: their variances by those of simple random sampling.
  private func replicateEffects(
    _ statistic: Statistic, _ own: JointEstimates, _ deff: RExpression
  ) throws -> [Double] {
    let plain = try SurveyDesign(weights: design.weights, lonelyUnits: .remove)
      .estimate(statistic)
    let effects =
      deff.words == ["replace"] ? plain.designEffectsWithReplacement : plain.designEffects
    return zip(zip(own.covariance.diagonal, plain.covariance.diagonal), effects).map {
      $0.0 / ($0.1 / $1)
    }
  }

  private static func diagonal(_ errors: [Double]) -> Matrix {
    var matrix = Matrix(rows: errors.count, columns: errors.count)
    for (i, error) in errors.enumerated() { matrix[i, i] = error * error }
    return matrix
  }
}
