internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svyranktest of two groups, or of several.
  func rankTest(_ call: RExpression) throws -> Answers {
    let formula = call.positional[0]
    let name = call.argument("test")?.words?.first ?? call.positional.dropFirst(2).first?.words?[0]
    let scores: [String: RankScore] = [
      "wilcoxon": .wilcoxon, "KruskalWallis": .wilcoxon, "vanderWaerden": .normal,
      "median": .median,
    ]
    guard let score = scores[name ?? "wilcoxon"] else { throw Unsupported(name ?? "test") }
    let factor = try table.evaluate(formula.positional[1]).asFactor
    let groups = try DomainColumn(
      codes: factor.values.map { $0.isNaN ? 0 : UInt16($0) + 1 }, domainCount: factor.levels.count)
    let test = try design.rankTest(
      of: NumericColumn(values: table.evaluate(formula.positional[0]).values), across: groups,
      score: score, within: rows(of: call.positional[1]))
    let second = test.denominatorDegreesOfFreedom
    guard test.differences.values.count == 1 else {
      // R exchanges the two names.
      return [
        "statistic": [test.numeratorDegreesOfFreedom],
        "parameter": [test.statistic * test.numeratorDegreesOfFreedom], "ddf": [second],
        "p": [test.p],
      ]
    }
    let difference = test.differences.contrast([1])
    return [
      "statistic": [difference.t], "parameter": [second], "estimate": [difference.value],
      "p": [difference.p],
    ]
  }

  /// svykappa of two items.
  func agreement(_ call: RExpression) throws -> Answers {
    let terms = (call.positional[0].positional.last ?? call.positional[0]).terms
    let items = try terms.map { term in
      let factor = try table.evaluate(term).asFactor
      return try CodedColumn(
        codes: factor.values.map { $0.isNaN ? 0 : UInt8($0) + 1 },
        categoryCount: factor.levels.count)
    }
    let kappa = try design.agreement(
      of: items[0], and: items[1], within: rows(of: call.positional[1]))
    let square = kappa.standardError * kappa.standardError
    return answers(
      NamedEstimates(
        names: ["kappa"], values: [kappa.value], standardErrors: [kappa.standardError],
        covariance: Matrix([[square]]), degreesOfFreedom: kappa.degreesOfFreedom))
  }

  /// svytable: the weighted size of every combination, the first factor fastest.
  func weightedTable(_ call: RExpression) throws -> Answers {
    let terms = (call.positional[0].positional.last ?? call.positional[0]).terms
    let column =
      try terms.count == 1
      ? table.evaluate(terms[0]).asFactor
      : table.evaluate(.call("interaction", terms.map { (nil, $0) }))
    let within = try unrefusedRows(of: call.positional[1])
    var sizes = [Double](repeating: 0, count: column.levels.count)
    for (row, level) in column.values.enumerated() where !level.isNaN && within?[row] ?? true {
      sizes[Int(level)] += design.weights[row]
    }
    if let total = call.argument("Ntotal") ?? call.positional.dropFirst(2).first {
      let scale = try total.constants()[0] / sizes.reduce(0, +)
      sizes = sizes.map { $0 * scale }
    }
    return ["estimate": sizes, "values": sizes, "table": sizes]
  }
}
