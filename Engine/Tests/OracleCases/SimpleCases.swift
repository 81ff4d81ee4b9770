internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svymean, svytotal, svyratio and svyvar of the whole design or a subset.
  func simple(_ call: RExpression, _ results: JSONValue) throws -> Answers {
    let names = results["names"]?.elements.compactMap(\.text) ?? []
    return answers(try joint(call, expectedNames: names))
  }

  /// What R prints of joint estimates.
  func answers(_ estimates: NamedEstimates) -> Answers {
    var answers: Answers = [
      "estimate": estimates.values, "se": estimates.standardErrors,
      "vcov": estimates.covariance.values, "df": [estimates.degreesOfFreedom],
      "deff": estimates.designEffects,
    ]
    for (name, df) in [("ci_t95", estimates.degreesOfFreedom), ("ci_z95", .infinity)] {
      let intervals = zip(estimates.values, estimates.standardErrors).map {
        ConfidenceInterval.linear($0, standardError: $1, degreesOfFreedom: df)
      }
      answers[name + ".lower"] = intervals.map(\.lower)
      answers[name + ".upper"] = intervals.map(\.upper)
      answers[name] = intervals.flatMap { [$0.lower, $0.upper] }
    }
    return answers
  }
}
