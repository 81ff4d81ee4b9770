internal import SurveyStatistics

/// A column of a model, with the variables of the term that it belongs to.
package struct ModelColumn: Sendable {
  package let name: String
  package var values: [Double]
  package let term: Set<String>
}

extension DataTable {
  /// The columns of a formula's right side as R's `model.matrix` makes and names them.
  ///
  /// A factor goes without its first level in a term whose other variables are in the model
  /// already; without intercept, the first factor has all its levels.
  ///
  /// - Parameters:
  ///   - formula: the formula.
  ///   - rows: the rows of a subset, to which levels and cut points refer; `nil` for all.
  ///   - dropsUnused: whether levels without rows are left out, as `glm` does.
  /// - Returns: the columns, NaN outside of the rows.
  /// - Throws: ``Unsupported``, which names what is not known.
  package func modelMatrix(
    _ formula: RExpression, within rows: [Bool]? = nil, dropsUnused: Bool = false
  ) throws -> [ModelColumn] {
    if let rows {
      let places = rows.indices.filter { rows[$0] }
      return try filtered(places).modelMatrix(formula, dropsUnused: dropsUnused).map { column in
        var values = [Double](repeating: .nan, count: rowCount)
        for (place, row) in places.enumerated() { values[row] = column.values[place] }
        return ModelColumn(name: column.name, values: values, term: column.term)
      }
    }
    let model = ModelFormula(formula)
    var variables: [String: RColumn] = [:]
    for variable in model.variables {
      variables[variable.source] = try evaluate(variable)
    }
    if dropsUnused {
      variables = try droppingUnused(variables, of: formula)
    }
    let ones = ModelColumn(
      name: "(Intercept)", values: Array(repeating: 1, count: rowCount), term: [])
    return model.terms.indices.reduce(model.hasIntercept ? [ones] : []) { columns, place in
      columns + self.columns(of: model, place, variables)
    }
  }

  /// What `offset(…)` terms of a formula add up to; `nil` without any.
  func offset(of formula: RExpression) throws -> [Double]? {
    let offsets = (formula.positional.last ?? formula).terms.filter { $0.function == "offset" }
    guard !offsets.isEmpty else { return nil }
    return try offsets.reduce(Array(repeating: 0, count: rowCount)) { sum, term in
      zip(sum, try evaluate(term.positional[0]).values).map(+)
    }
  }

  private func columns(
    of model: ModelFormula, _ place: Int, _ variables: [String: RColumn]
  ) -> [ModelColumn] {
    let term = model.terms[place]
    let needsAll = model.needsAllLevels(place) { variables[$0]?.isFactor == true }
    var columns: [(name: String, values: [Double])] = []
    for variable in term {
      guard let column = variables[variable] else { continue }
      var own = column.indicators.map { (name: variable + $0.suffix, values: $0.values) }
      if column.isFactor, !needsAll.contains(variable) { own.removeFirst() }
      columns =
        columns.isEmpty
        ? own
        : own.flatMap { b in
          columns.map { ($0.name + ":" + b.name, zip($0.values, b.values).map(*)) }
        }
    }
    return columns.map { ModelColumn(name: $0.name, values: $0.values, term: Set(term)) }
  }

  /// Factors without the levels that no complete row has.
  private func droppingUnused(
    _ variables: [String: RColumn], of formula: RExpression
  ) throws -> [String: RColumn] {
    var all = Array(variables.values)
    if formula.function == "~", formula.positional.count == 2 {
      all.append(try evaluate(formula.positional[0]))
    }
    let complete = (0..<rowCount).filter { row in all.allSatisfy { !$0.values[row].isNaN } }
    return variables.mapValues { $0.dropping(unusedIn: complete) }
  }
}

/// The terms of a formula's right side: main effects first, then interactions.
private struct ModelFormula {
  var hasIntercept = true
  /// Each variable once, in the order that they occur.
  var variables: [RExpression] = []
  /// For each term its variables, in their order in the formula.
  var terms: [[String]] = []

  init(_ formula: RExpression) {
    let right = formula.function == "~" ? formula.positional.last ?? formula : formula
    var sets: [Set<String>] = []
    for set in expand(right) where !set.isEmpty && !sets.contains(set) { sets.append(set) }
    let order = variables.map(\.source)
    terms = sets.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
      .map { set in order.filter { set.element.contains($0) } }
  }

  /// The sets of variables that an expression's terms are.
  private mutating func expand(_ expression: RExpression) -> [Set<String>] {
    if expression.isNumber(0) || expression.isNumber(-1) {
      hasIntercept = false
      return []
    }
    if expression.isNumber(1) || expression.function == "offset" { return [] }
    let parts = expression.positional
    switch (expression.function, parts.count) {
    case ("+", 2): return expand(parts[0]) + expand(parts[1])
    case ("-", 2):
      let left = expand(parts[0])
      if parts[1].isNumber(1) {
        hasIntercept = false
        return left
      }
      let removed = expand(parts[1])
      return left.filter { !removed.contains($0) }
    case (":", 2), ("%in%", 2): return crossed(expand(parts[0]), expand(parts[1]))
    case ("/", 2):
      let outer = expand(parts[0])
      let all = outer.reduce(Set<String>()) { $0.union($1) }
      return outer + crossed([all], expand(parts[1]))
    case ("*", 2):
      let (a, b) = (expand(parts[0]), expand(parts[1]))
      return a + b + crossed(a, b)
    case ("^", 2):
      let base = expand(parts[0])
      let power = (try? parts[1].constants().first ?? 1) ?? 1
      return (1..<max(Int(power), 1)).reduce(base) { sets, _ in sets + crossed(sets, base) }
    default:
      if !variables.contains(where: { $0.source == expression.source }) {
        variables.append(expression)
      }
      return [[expression.source]]
    }
  }

  private func crossed(_ a: [Set<String>], _ b: [Set<String>]) -> [Set<String>] {
    a.flatMap { left in b.map { left.union($0) } }
  }

  /// The factors of a term that keep all their levels.
  func needsAllLevels(_ place: Int, isFactor: (String) -> Bool) -> Set<String> {
    let term = terms[place]
    var result: Set<String> = []
    for variable in term where isFactor(variable) {
      let margin = Set(term).subtracting([variable])
      if !margin.isEmpty, !terms[..<place].contains(where: { margin.isSubset(of: $0) }) {
        result.insert(variable)
      }
    }
    let first = terms.firstIndex { $0.contains(where: isFactor) }
    if !hasIntercept, first == place, let variable = term.first(where: isFactor) {
      result.insert(variable)
    }
    return result
  }
}

extension CaseContext {
  /// The columns of a regression's right side, with the intercept; factors without first level.
  func modelColumns(_ formula: RExpression, within rows: [Bool]?) throws -> [NumericColumn] {
    try table.modelMatrix(formula, within: rows, dropsUnused: true)
      .map { NumericColumn(values: $0.values) }
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
}
