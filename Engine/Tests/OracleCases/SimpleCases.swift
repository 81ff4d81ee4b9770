internal import SurveyStatistics

extension CaseContext {
  /// svymean, svytotal, svyratio and svyvar of the whole design or a subset.
  func simple(_ call: RExpression) throws -> Answers {
    let estimates = try design.estimate(statistic(call, function: call.function ?? ""))
    var answers = answers(estimates)
    answers["deff"] = deff(call, estimates)
    return answers
  }

  func deff(_ call: RExpression, _ estimates: JointEstimates) -> [Double] {
    if case .text("replace") = call.argument("deff") {
      return estimates.designEffectsWithReplacement
    }
    return estimates.designEffects
  }

  /// The statistic that a call asks for.
  func statistic(_ call: RExpression, function: String) throws -> Statistic {
    let arguments = call.positional
    let subset = try rows(of: arguments.last)
    switch function {
    case "svymean": return .mean(of: try columns(arguments[0]), within: subset)
    case "svytotal": return .total(of: try columns(arguments[0]), within: subset)
    case "svyvar": return .variance(of: try columns(arguments[0])[0], within: subset)
    case "svyratio":
      return .ratio(
        of: try columns(arguments[0])[0], to: try columns(arguments[1])[0], within: subset)
    default: throw Unsupported(function)
    }
  }
}
