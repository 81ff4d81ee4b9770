internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svychisq of two items.
  func independence(_ call: RExpression) throws -> Answers {
    let arguments = call.positional
    let terms = (arguments[0].positional.last ?? arguments[0]).terms
    let items = try terms.map { term in
      let factor = try table.evaluate(term).asFactor
      return try CodedColumn(
        codes: factor.values.map { $0.isNaN ? 0 : UInt8($0) + 1 },
        categoryCount: factor.levels.count)
    }
    let name = call.argument("statistic")?.words?.first ?? "F"
    guard let statistic = IndependenceStatistic(rawValue: name) else { throw Unsupported(name) }
    let test = try design.independenceTest(
      of: items[0], and: items[1], within: rows(of: arguments[1]), statistic: statistic)
    let isUnknown =
      call.argument("na.rm")?.isName("FALSE") == true && items.contains { $0.codes.contains(0) }
    return [
      "statistic": [isUnknown ? .nan : test.statistic], "p": [isUnknown ? .nan : test.p],
      "parameter": test.degreesOfFreedom,
      "observed": test.observed.values, "expected": test.expected.values,
    ]
  }
}
