internal import NumericKernels
internal import SurveyStatistics

/// A case being answered: its design, and the part of it that a call is about.
struct CaseContext {
  let design: SurveyDesign
  let table: DataTable

  typealias Answers = [String: [Double]]

  /// The rows of `D`, or of `subset(D, …)`; `nil` for all.
  func rows(of expression: RExpression?) throws -> [Bool]? {
    guard let expression, expression.function == "subset" else { return nil }
    let outer = try rows(of: expression.positional[0])
    let inside = try table.evaluate(expression.positional[1]).values.map { $0 == 1 }
    guard let outer else { return inside }
    return zip(outer, inside).map { $0 && $1 }
  }

  /// The columns of a formula's right side, factors as one column per level.
  func columns(_ formula: RExpression) throws -> [NumericColumn] {
    let right = formula.function == "~" ? formula.positional.last ?? formula : formula
    return try right.terms.flatMap { term in
      try table.evaluate(term).indicators.map { NumericColumn(values: $0.values) }
    }
  }

  /// What R prints of joint estimates.
  func answers(_ estimates: JointEstimates) -> Answers {
    var answers: Answers = [
      "estimate": estimates.values, "se": estimates.standardErrors,
      "vcov": estimates.covariance.values, "df": [estimates.degreesOfFreedom],
    ]
    addIntervals(to: &answers, "ci_t95", estimates, df: estimates.degreesOfFreedom)
    addIntervals(to: &answers, "ci_z95", estimates, df: .infinity)
    return answers
  }

  func addIntervals(
    to answers: inout Answers, _ name: String, _ estimates: JointEstimates, df: Double
  ) {
    let intervals = zip(estimates.values, estimates.standardErrors).map {
      ConfidenceInterval.linear($0, standardError: $1, degreesOfFreedom: df)
    }
    answers[name + ".lower"] = intervals.map(\.lower)
    answers[name + ".upper"] = intervals.map(\.upper)
    if intervals.count == 1 { answers[name] = [intervals[0].lower, intervals[0].upper] }
  }
}
