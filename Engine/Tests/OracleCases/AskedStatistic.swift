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
  /// What R says where there are no rows; the engine says NaN.
  var emptyValue = 0.0
  /// What R takes the design effect of, where it is not the statistic itself.
  var effectOf: Statistic?
}

extension CaseContext {
  /// The statistic of a function in part of the rows.
  func asked(
    _ function: String, _ call: RExpression, within mask: [Bool]?
  ) throws -> AskedStatistic {
    if function == "svyratio" { return try askedRatio(call, within: mask) }
    let variables = try named(call.positional[0])
    switch function {
    case "svymean", "svytotal":
      var asked = asked(call, variables, within: mask) {
        function == "svymean" ? .mean(of: $0, within: mask) : .total(of: $0, within: mask)
      }
      if function == "svymean", hasReplicates { asked.emptyValue = .nan }
      return asked
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
    default: throw Unsupported(function)
    }
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

  func hasGaps(_ columns: [ModelColumn], _ mask: [Bool]?) -> Bool {
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
