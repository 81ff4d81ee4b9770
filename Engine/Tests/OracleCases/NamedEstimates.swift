internal import NumericKernels
internal import SurveyStatistics

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
    case "svypredmeans": return try predictedMeans(call)
    case "svyquantile": return try jointQuantiles(call)
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
        let isZero = asked.isEmpty && !keepsAllRows && !isUndefined
        guard isUndefined || isZero else { continue }
        if isUndefined { values[row] = .nan }
        if isZero { values[row] = asked.emptyValue }
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
        let other = parts.compactMap(\.effectOf)
        result.designEffects =
          other.isEmpty
          ? try replicateEffects(statistic, own, deff)
          : try replicateEffects(.joined(other), design.estimate(.joined(other)), deff)
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
