package import SafetyModel
import SurveyStatistics

/// Takes every difference between two groups apart: how much is composition, how much answers.
package struct DecomposeDifferences: Sendable {
  let analysis: SurveyAnalysis
  let choices: EstimateChoices
  /// What the composition is about, such as age.
  let composition: [PublishedDimension]

  package init(
    analysis: SurveyAnalysis, choices: EstimateChoices, composition: [PublishedDimension]
  ) {
    self.analysis = analysis
    self.choices = choices
    self.composition = composition
  }

  /// For each pair of groups its part of composition and its part of rate; each part is a family.
  package func callAsFunction(
    _ number: EstimateNumbers.Number, by breakdown: [PublishedDimension]
  ) throws -> [AnalystReport.Pair] {
    let keys = SurveyAnalysis.keys(of: breakdown)
    let pairs = EstimateStudy.pairs(of: keys)
    guard !pairs.isEmpty else { return [] }
    let values = try analysis.values(of: number)
    let groups = try analysis.domainColumn(of: composition)
    let members = try analysis.members(of: breakdown)
    let parts = try pairs.map { first, second in
      try decomposed(named: [keys[first], keys[second]], number) {
        () throws(DecompositionError) in
        try analysis.design.decomposedDifference(
          of: values, by: groups, between: members[first], and: members[second])
      }
    }
    return choices.parts(parts, between: pairs.map { (keys[$0], keys[$1]) })
  }

  /// What the engine refuses becomes a problem that names the group that nobody is in.
  func decomposed(
    named sides: [[String]], _ number: EstimateNumbers.Number,
    _ decompose: () throws(DecompositionError) -> Decomposition
  ) throws -> Decomposition {
    do {
      return try decompose()
    } catch {
      guard case .emptyGroup(let group, let side) = error else { throw error }
      let name = sides[side == "first" ? 0 : sides.count - 1]
      throw Problems([
        Problem(
          "estimate.decompositionEmpty",
          arguments: [
            "subject": number.name, "group": name.joined(separator: " × "),
            "part": SurveyAnalysis.keys(of: composition)[group - 1].joined(separator: " × "),
          ])
      ])
    }
  }
}

extension EstimateChoices {
  /// The two parts of each difference, composition first.
  func parts(
    _ decompositions: [Decomposition], between keys: [([String], [String])]
  ) -> [AnalystReport.Pair] {
    pairs(
      decompositions.map(\.composition), kind: .composition, between: keys,
      statistic: "composition")
      + pairs(decompositions.map(\.rate), kind: .rate, between: keys, statistic: "rate")
  }
}
