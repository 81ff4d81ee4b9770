package import SafetyModel
import SurveyStatistics

/// Estimates linear combinations of any figures, from their joint covariance.
///
/// The figures may be about several groups, items, answers and waves. The contrasts of a table are
/// one family; when there are several, it is also tested whether all of them are 0.
package struct EstimateContrasts: Sendable {
  let numbers: EstimateNumbers
  /// The other wave that figures may be of.
  let changes: MeasureChanges?
  let wave: Int
  /// The dimensions that figures are told by; others have to be looked for.
  let preferred: [PublishedDimension]
  /// The composition that the groups are given; they are then of one breakdown and one number.
  let standard: Standard?

  package init(
    numbers: EstimateNumbers, wave: Int, since changes: MeasureChanges? = nil,
    preferred: [PublishedDimension] = [], standard: Standard? = nil
  ) {
    self.standard = standard
    self.numbers = numbers
    self.wave = wave
    self.changes = changes
    self.preferred = preferred
  }

  /// One table for each number with the contrasts that do not name theirs, and one with the others.
  package func callAsFunction(
    _ contrasts: [Contrast], of subjects: [EstimateNumbers.Number]
  ) throws -> [AnalystReport.Table] {
    let shared = contrasts.filter { !$0.namesItsSubjects }
    let own = contrasts.filter(\.namesItsSubjects)
    var tables = shared.isEmpty ? [] : try subjects.map { try table(shared, of: $0) }
    if !own.isEmpty { tables.append(try table(own, of: nil)) }
    return tables
  }

  private func table(
    _ contrasts: [Contrast], of subject: EstimateNumbers.Number?
  ) throws -> AnalystReport.Table {
    let resolved = try contrasts.map { try figures(of: $0, subject) }
    let joint = ContrastFigures(resolved.flatMap { $0.map(\.figure) })
    let estimates = try joint.estimate(standardised(joint, contrasts), changes)
    let coefficients = resolved.map { terms in
      joint.coefficients(terms.map { ($0.coefficient, $0.figure) })
    }
    let choices = numbers.choices
    var table = AnalystReport.Table(
      subject: subject?.name ?? Self.name(of: contrasts), measure: numbers.statistic.name, by: [],
      adjustment: choices.adjustment)
    table.family = contrasts.count
    table.standardisedBy = standard?.dimensions.map(\.code) ?? []
    table.differences = choices.pairs(
      coefficients.map(estimates.contrast), kind: .contrast,
      between: contrasts.map { ([$0.text], []) }, statistic: numbers.statistic.name)
    if choices.covariance {
      table.covariance = estimates.combined(coefficients).covarianceRows
    }
    if contrasts.count > 1 { table.tests = [allZero(estimates, coefficients)] }
    return table
  }

  private func figures(
    of contrast: Contrast, _ subject: EstimateNumbers.Number?
  ) throws -> [(coefficient: Double, figure: ContrastFigure)] {
    let resolver = ContrastResolver(
      names: ContrastNames(
        codebook: numbers.analysis.codebook, preferred: preferred,
        fault: ContrastFault(contrast.text)),
      wave: wave, changes: changes, analysis: numbers.analysis)
    return try contrast.terms.map {
      ($0.coefficient, try resolver.figure($0.figure, of: subject))
    }
  }

  /// The same estimates with the standard's composition in every group.
  private func standardised(
    _ figures: ContrastFigures, _ contrasts: [Contrast]
  ) throws -> EstimateNumbers {
    guard let standard else { return numbers }
    guard let common = figures.common else {
      throw Problems([
        Problem(
          "contrast.standardised",
          arguments: ["text": contrasts.map(\.text).joined(separator: "; ")])
      ])
    }
    return EstimateNumbers(
      analysis: try numbers.analysis.standardised(
        to: standard, by: common.dimensions.compactMap(numbers.analysis.codebook.dimension),
        for: common.number),
      statistic: numbers.statistic, choices: numbers.choices, interval: numbers.interval)
  }

  private func allZero(
    _ estimates: JointEstimates, _ coefficients: [[Double]]
  ) -> AnalystReport.Test {
    let test = estimates.waldTest(
      contrasts: coefficients,
      degreesOfFreedom: numbers.choices.degreesOfFreedom == .normal ? .infinity : nil)
    return AnalystReport.Test(
      name: "contrasts", statistic: test.statistic.ifFinite,
      degreesOfFreedom: [test.numeratorDegreesOfFreedom, test.denominatorDegreesOfFreedom]
        .filter(\.isFinite), p: test.p.ifFinite)
  }

  /// All that the contrasts are about, each once.
  private static func name(of contrasts: [Contrast]) -> String {
    var names: [String] = []
    for name in contrasts.flatMap(\.subjects) where !names.contains(name) { names.append(name) }
    return names.joined(separator: "/")
  }
}
