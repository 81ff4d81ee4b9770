internal import SurveyStatistics

extension DataTable {
  typealias ModelColumn = (name: String, values: [Double])

  /// The columns of a formula's right side as R's `model.matrix` makes and names them.
  ///
  /// Factors go without their first level, but the first of them when there is no intercept.
  func modelMatrix(_ formula: RExpression) throws -> [ModelColumn] {
    let right = formula.function == "~" ? formula.positional.last ?? formula : formula
    var terms = right.terms
    let isWithout = terms.contains { $0.isNumber(0) || $0.isNumber(-1) }
    terms.removeAll { $0.isNumber(0) || $0.isNumber(1) || $0.isNumber(-1) }
    var columns: [ModelColumn] =
      isWithout ? [] : [("(Intercept)", Array(repeating: 1, count: rowCount))]
    var needsAllLevels = isWithout
    // As R: terms of the first order first.
    let mains = terms.flatMap { $0.function == "*" ? $0.factors : $0.function == ":" ? [] : [$0] }
    for (place, term) in mains.enumerated()
    where !mains[..<place].contains(where: { $0.source == term.source }) {
      columns += try termColumns(term, allLevels: needsAllLevels)
      if try isFactor(term) { needsAllLevels = false }
    }
    for term in terms where term.function == ":" || term.function == "*" {
      columns += try products(term)
    }
    return columns
  }

  private func isFactor(_ term: RExpression) throws -> Bool {
    if case .numeric = try evaluate(term).kind { false } else { true }
  }

  private func termColumns(_ term: RExpression, allLevels: Bool) throws -> [ModelColumn] {
    let column = try evaluate(term)
    var indicators = column.indicators
    if case .numeric = column.kind {} else if !allLevels { indicators.removeFirst() }
    return indicators.map { (term.source + $0.suffix, $0.values) }
  }

  /// The interaction of two terms, whose main effects are in the model.
  private func products(_ term: RExpression) throws -> [ModelColumn] {
    let factors = term.factors
    guard factors.count == 2 else { throw Unsupported("an interaction of \(factors.count)") }
    let left = try termColumns(factors[0], allLevels: false)
    return try termColumns(factors[1], allLevels: false).flatMap { b in
      left.map { ($0.name + ":" + b.name, zip($0.values, b.values).map(*)) }
    }
  }
}

extension CaseContext {
  /// The columns of a regression's right side, with the intercept; factors without first level.
  func modelColumns(_ formula: RExpression) throws -> [NumericColumn] {
    try table.modelMatrix(formula).map { NumericColumn(values: $0.values) }
  }
}

extension RExpression {
  func isNumber(_ value: Double) -> Bool {
    switch self {
    case .number(let number): number == value
    case .call("-", let arguments) where arguments.count == 1:
      arguments[0].value.isNumber(-value)
    default: false
    }
  }

  /// The terms that an interaction is made of.
  var factors: [RExpression] {
    function == "*" || function == ":" ? positional.flatMap(\.factors) : [self]
  }
}
