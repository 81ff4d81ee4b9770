internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svyranktest of two groups, or of several.
  func rankTest(_ call: RExpression) throws -> Answers {
    let formula = call.positional[0]
    let factor = try table.evaluate(formula.positional[1]).asFactor
    let groups = try DomainColumn(
      codes: factor.values.map { $0.isNaN ? 0 : UInt16($0) + 1 }, domainCount: factor.levels.count)
    let scoring = try scoring(call.argument("test") ?? call.positional.dropFirst(2).first)
    let test = try design.rankTest(
      of: NumericColumn(values: table.evaluate(formula.positional[0]).values), across: groups,
      within: rows(of: call.positional[1]), scoring: scoring)
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

  /// What a place counts for: a score with a name, or a function of place and size.
  private func scoring(
    _ test: RExpression?
  ) throws -> (_ place: Double, _ size: Double) -> Double {
    if let test, test.function == "function", let body = test.positional.last {
      let names = test.positional.dropLast().compactMap(\.word)
      _ = try RDerivative(of: body, names, [1, 2])
      return { (try? RDerivative(of: body, names, [$0, $1]).value) ?? .nan }
    }
    let scores: [String: RankScore] = [
      "wilcoxon": .wilcoxon, "KruskalWallis": .wilcoxon, "vanderWaerden": .normal,
      "median": .median,
    ]
    let name = test?.words?.first ?? "wilcoxon"
    guard let score = scores[name] else { throw Unsupported(name) }
    return { score.score($0, of: $1) }
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
}
