internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svytable: the weighted size of every combination, the first factor fastest.
  func weightedTable(_ call: RExpression) throws -> Answers {
    let formula = call.positional[0]
    let terms = (formula.positional.last ?? formula).terms
    let column =
      try terms.count == 1
      ? table.evaluate(terms[0]).asFactor
      : table.evaluate(.call("interaction", terms.map { (nil, $0) }))
    // What is added up: the weights, or the weights times what stands on the left.
    let y = try formula.positional.count > 1 ? table.evaluate(formula.positional[0]).values : nil
    let within = try unrefusedRows(of: call.positional[1])
    var sizes = [Double](repeating: 0, count: column.levels.count)
    for (row, level) in column.values.enumerated() where !level.isNaN && within?[row] ?? true {
      sizes[Int(level)] += design.weights[row] * (y?[row] ?? 1)
    }
    if let total = call.argument("Ntotal") ?? call.positional.dropFirst(2).first {
      let size = try total.constants()[0]
      let scale = y == nil ? size / sizes.reduce(0, +) : 1 / size
      sizes = sizes.map { $0 * scale }
    } else if hasReplicates {
      // R blows the table up to all weights, also those of rows that are in no cell.
      let size = design.weights.indices.reduce(0) {
        $0 + (within?[$1] ?? true ? design.weights[$1] : 0)
      }
      let scale = size / sizes.reduce(0, +)
      sizes = sizes.map { $0 * scale }
    }
    if call.argument("round")?.isTrue == true {
      sizes = sizes.map { $0.rounded(.toNearestOrEven) }
    }
    return ["estimate": sizes, "values": sizes, "table": sizes, "value": sizes]
  }

  /// prop.table of a svytable, of two factors by row (1) or column (2).
  func sharesOfTable(_ call: RExpression) throws -> Answers {
    let inner = call.positional[0]
    let sizes = try weightedTable(inner)["estimate"] ?? []
    let margin = try (call.argument("margin") ?? call.positional.dropFirst().first)?.constants()[0]
    let formula = inner.positional[0]
    let first = try table.evaluate((formula.positional.last ?? formula).terms[0]).asFactor
    let rows = max(first.levels.count, 1)
    let groups = sizes.indices.map { margin == 1 ? $0 % rows : margin == 2 ? $0 / rows : 0 }
    var sums: [Int: Double] = [:]
    for (group, size) in zip(groups, sizes) { sums[group, default: 0] += size }
    let shares = zip(groups, sizes).map { $1 / (sums[$0] ?? .nan) }
    return ["estimate": shares, "values": shares, "table": shares, "value": shares]
  }

  /// summary(svytable(…), statistic): the test of independence of its two factors.
  func tableSummary(_ call: RExpression) throws -> Answers {
    guard case .call("svytable", let arguments)? = call.positional.first else {
      throw Unsupported("summary of \(call.positional.first?.source ?? "nothing")")
    }
    let statistic = call.arguments.filter { $0.label == "statistic" }
    return try independence(.call("svychisq", arguments + statistic))
  }

  /// svycralpha: Cronbach's α of the items of a formula.
  func reliability(_ call: RExpression) throws -> Answers {
    let formula = call.positional[0]
    let terms = (formula.positional.last ?? formula).terms
    let within = try rows(of: call.positional[1])
    let items = try terms.map { NumericColumn(values: try table.evaluate($0).values) }
    let sum = NumericColumn(
      values: (0..<table.rowCount).map { row in items.reduce(0) { $0 + $1.values[row] } })
    let k = Double(items.count)
    let parts = try design.estimate(.covariances(of: items, within: within)).values
    let own = items.indices.reduce(0) { $0 + parts[$1 * items.count + $1] }
    let whole = try design.estimate(.variance(of: sum, within: within)).values[0]
    let alpha = k / (k - 1) * (1 - own / whole)
    return ["value": [alpha], "estimate": [alpha]]
  }
}
