internal import SurveyStatistics

extension CaseContext {
  /// The columns of a regression's right side, with the intercept; factors without first level.
  func modelColumns(_ formula: RExpression) throws -> [NumericColumn] {
    let terms = (formula.positional.last ?? formula).terms
    var columns = [[Double](repeating: 1, count: table.rowCount)]
    for term in terms where !term.isNumber(1) { columns += try termColumns(term) }
    return columns.map(NumericColumn.init)
  }

  private func termColumns(_ term: RExpression) throws -> [[Double]] {
    switch term.function {
    case "*":
      let (a, b) = (try termColumns(term.positional[0]), try termColumns(term.positional[1]))
      return a + b + products(a, b)
    case ":":
      return products(
        try termColumns(term.positional[0]), try termColumns(term.positional[1]))
    default:
      let column = try table.evaluate(term)
      let indicators = column.indicators.map(\.values)
      if case .numeric = column.kind { return indicators }
      return Array(indicators.dropFirst())
    }
  }

  private func products(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    b.flatMap { right in a.map { left in zip(left, right).map(*) } }
  }
}

extension RExpression {
  func isNumber(_ value: Double) -> Bool {
    if case .number(let number) = self { number == value } else { false }
  }
}
