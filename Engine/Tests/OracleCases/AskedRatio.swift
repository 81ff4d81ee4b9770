internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// The ratios of a svyratio call: every numerator by every denominator, numerators fastest.
  func askedRatio(_ call: RExpression, within mask: [Bool]?) throws -> AskedStatistic {
    // In svyby the denominator has a name, otherwise it is the second argument.
    guard
      let denominator = call.argument("denominator")
        ?? (call.positional.count > 1 ? call.positional[1] : nil)
    else { throw Unsupported("svyratio without denominator") }
    let (tops, bottoms) = (try numeric(call.positional[0]), try numeric(denominator))
    let all = tops + bottoms
    // Rows where one of the variables is missing are left out of every ratio.
    let complete = (0..<table.rowCount).map { row in
      (mask?[row] ?? true) && all.allSatisfy { !$0.values[row].isNaN }
    }
    let pairs = bottoms.flatMap { bottom in tops.map { (top: $0, bottom: bottom) } }
    let lacks = call.argument("na.rm")?.isTrue != true && hasGaps(all, mask)
    let ratios = pairs.map {
      Statistic.ratio(
        of: NumericColumn(values: $0.top.values), to: NumericColumn(values: $0.bottom.values),
        within: complete)
    }
    var asked = AskedStatistic(
      statistic: .joined(ratios), names: pairs.map { $0.top.name + "/" + $0.bottom.name },
      isUndefined: pairs.map { _ in lacks }, isEmpty: !complete.contains(true))
    asked.emptyValue = .nan
    if hasReplicates, call.argument("deff") != nil {
      // R's replicates have the design effect of the total of y − R·x, with R held fixed.
      let values = try design.estimate(asked.statistic).values
      let residuals = zip(pairs, values).map { pair, ratio in
        NumericColumn(
          values: zip(pair.top.values, pair.bottom.values).map { $0 - ratio * $1 })
      }
      asked.effectOf = .total(of: residuals, within: complete)
    }
    return asked
  }

  /// The columns of a formula's right side as numbers, also where they are true or false.
  private func numeric(_ formula: RExpression) throws -> [ModelColumn] {
    let right = formula.function == "~" ? formula.positional.last ?? formula : formula
    return try right.terms.map {
      ModelColumn(name: $0.source, values: try table.evaluate($0).values, term: [$0.source])
    }
  }
}
