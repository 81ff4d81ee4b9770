import NumericKernels
package import SafetyModel
import SurveyStatistics

/// What has changed since an earlier wave, by groups: for an analyst's own screen.
///
/// Waves are independent samples, unless it is told who answered both: then the covariance that the
/// persons of both give is taken into account. Every change is tested, and for every two groups
/// whether one has changed more than the other.
package struct MeasureChanges: Sendable {
  let now: EstimatedWave
  let then: EstimatedWave
  /// What the composition is about when changes are taken apart; empty for not.
  let composition: [PublishedDimension]
  private let overlap: OverlappingWaves?

  /// - Throws: `Problems` when persons cannot be matched, or both waves are of one year.
  package init(
    now: EstimatedWave, then: EstimatedWave, composition: [PublishedDimension] = []
  ) throws {
    self.now = now
    self.then = then
    self.composition = composition
    _ = try [now, then].byYear()
    guard let first = now.persons, let second = then.persons else {
      overlap = nil
      return
    }
    do {
      overlap = try OverlappingWaves(
        now: now.analysis.design, then: then.analysis.design, identifiers: (first, second))
    } catch {
      throw Problems([error.problem(now: now.year, then: then.year)])
    }
  }

  /// How many primary units are in both waves; `nil` when it isn't told who they are.
  package var overlapCount: Int? { overlap?.overlap }

  /// Whether a number means the same in both waves.
  package func isComparable(_ number: EstimateNumbers.Number) -> Bool {
    then.analysis.counterpart(of: number) != nil
  }

  package func callAsFunction(
    _ number: EstimateNumbers.Number, by breakdown: [PublishedDimension]
  ) throws -> AnalystReport.Table {
    let earlier = try then.counterpart(of: number)
    let before = try then.counterparts(of: breakdown)
    let keys = SurveyAnalysis.keys(of: breakdown)
    let members = (
      now: try now.analysis.members(of: breakdown), then: try members(of: keys, in: before)
    )
    let choices = now.numbers.choices
    let joint = try estimate(
      now: .joined(now.numbers.statistics(of: now.analysis.values(of: number), in: members.now)),
      then: .joined(
        then.numbers.statistics(of: then.analysis.values(of: earlier), in: members.then)))
    var table = AnalystReport.Table(
      subject: number.name, measure: now.numbers.statistic.name, by: breakdown.map(\.code),
      adjustment: choices.adjustment)
    table.estimates =
      try figures(of: joint, number, keys, members.now, in: now, from: 0)
      + figures(of: joint, earlier, keys, members.then, in: then, from: keys.count)
    if choices.covariance { table.covariance = joint.covarianceRows }
    table.family = keys.count
    table.differences = differences(of: joint, keys)
    if !composition.isEmpty {
      table.differences += try parts((number, earlier), keys, members.now, members.then)
    }
    return table
  }

  /// Who was in each group in the earlier wave; nobody in a group that it did not have.
  private func members(
    of keys: [[String]], in breakdown: [PublishedDimension]
  ) throws -> [[Bool]] {
    let known = SurveyAnalysis.keys(of: breakdown)
    let all = try then.analysis.members(of: breakdown)
    let none = Array(repeating: false, count: then.analysis.answers.rowCount)
    return keys.map { key in known.firstIndex(of: key).map { all[$0] } ?? none }
  }

  func estimate(
    now first: Statistic, then second: Statistic
  ) throws -> JointEstimates {
    if let overlap { return try overlap.estimate(now: first, then: second) }
    return JointEstimates(
      try now.analysis.design.estimate(first), try then.analysis.design.estimate(second))
  }

  private func figures(
    of joint: JointEstimates, _ number: EstimateNumbers.Number, _ keys: [[String]],
    _ members: [[Bool]], in wave: EstimatedWave, from start: Int
  ) throws -> [AnalystReport.Figure] {
    let places = Array(start..<start + keys.count)
    let own = JointEstimates(
      values: places.map { joint.values[$0] },
      covariance: joint.covariance.block(rows: places, columns: places),
      degreesOfFreedom: Double(wave.analysis.degreesOfFreedom))
    return try wave.numbers.figures(
      of: own, wave.analysis.values(of: number), keys, members
    ).map { figure in
      var figure = figure
      figure.wave = wave.year
      return figure
    }
  }

  private func differences(of joint: JointEstimates, _ keys: [[String]]) -> [AnalystReport.Pair] {
    let choices = now.numbers.choices
    let statistic = now.numbers.statistic.name
    let count = keys.count
    let changes = choices.pairs(
      keys.indices.map { joint.difference($0, minus: count + $0) }, kind: .change,
      between: keys.map { ($0, $0) }, statistic: statistic)
    let pairs = EstimateStudy.pairs(of: keys)
    return changes
      + choices.pairs(
        pairs.map {
          joint.differenceInDifferences(($0, count + $0), minus: ($1, count + $1))
        }, kind: .changeDifference, between: pairs.map { (keys[$0], keys[$1]) },
        statistic: statistic)
  }

  private func parts(
    _ number: (now: EstimateNumbers.Number, then: EstimateNumbers.Number), _ keys: [[String]],
    _ membersNow: [[Bool]], _ membersThen: [[Bool]]
  ) throws -> [AnalystReport.Pair] {
    let before = composition.compactMap { then.analysis.codebook.dimension($0.code) }
    guard SurveyAnalysis.keys(of: before) == SurveyAnalysis.keys(of: composition) else {
      throw then.differs(composition.map(\.code).joined(separator: " × "))
    }
    let groups = (
      now: try now.analysis.domainColumn(of: composition),
      then: try then.analysis.domainColumn(of: before)
    )
    let decompose = DecomposeDifferences(
      analysis: now.analysis, choices: now.numbers.choices, composition: composition)
    let parts = try keys.indices.map { place in
      let joint = try estimate(
        now: .compositionAndRates(
          of: now.analysis.values(of: number.now), by: groups.now, within: membersNow[place]),
        then: .compositionAndRates(
          of: then.analysis.values(of: number.then), by: groups.then, within: membersThen[place]))
      return try decompose.decomposed(
        named: [keys[place] + [String(now.year)], keys[place] + [String(then.year)]], number.now
      ) { () throws(DecompositionError) in
        try joint.decomposed(groupCount: groups.now.domainCount)
      }
    }
    return now.numbers.choices.parts(parts, between: keys.map { ($0, $0) })
  }
}

extension WaveError {
  fileprivate func problem(now: Int, then: Int) -> Problem {
    func year(_ wave: String) -> String { String(wave == "now" ? now : then) }
    switch self {
    case .severalIdentifiers(let wave, _):
      return Problem("estimate.severalPersons", arguments: ["wave": year(wave)])
    case .repeatedIdentifier(let wave, _):
      return Problem("estimate.repeatedPerson", arguments: ["wave": year(wave)])
    case .replicated(let wave):
      return Problem("estimate.replicatedWave", arguments: ["wave": year(wave)])
    case .rowCountMismatch(let wave, _, _):
      return Problem("estimate.severalPersons", arguments: ["wave": year(wave)])
    case .estimation(let error):
      return Problem("estimate.failed", arguments: ["reason": "\(error)"])
    }
  }
}
