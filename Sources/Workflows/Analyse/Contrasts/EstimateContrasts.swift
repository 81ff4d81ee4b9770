package import SafetyModel
import SurveyStatistics

/// Estimates linear combinations of any figures, from their joint covariance.
///
/// The figures may be about several groups, items, answers and waves. The contrasts of a table are
/// one family; when there are several, it is also tested whether all of them are 0.
package struct EstimateContrasts: Sendable {
  let source: any ContrastSource
  /// The dimensions that figures are told by; others have to be looked for.
  let preferred: [PublishedDimension]

  package init(of source: any ContrastSource, preferred: [PublishedDimension] = []) {
    self.source = source
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
    let resolved = try contrasts.map { try terms(of: $0, subject) }
    let figures: [ContrastFigure] = resolved.flatMap { $0.map(\.figure) }.eachOnce
    let basis = try source.basis(of: figures, in: contrasts)
    let coefficients = resolved.map { terms in
      basis.coefficients(
        figures.map { figure in
          terms.reduce(0) { $1.figure == figure ? $0 + $1.coefficient : $0 }
        })
    }
    let estimates = basis.estimates
    let choices = source.own.numbers.choices
    var table = AnalystReport.Table(
      subject: subject?.name ?? Self.name(of: contrasts),
      measure: source.own.numbers.statistic.name, by: [], adjustment: choices.adjustment)
    table.model = basis.model
    table.standardisedBy = basis.standardisedBy
    table.family = contrasts.count
    table.differences = choices.pairs(
      coefficients.map(estimates.contrast), kind: .contrast,
      between: contrasts.map { ([$0.text], []) }, statistic: source.statistic)
    if choices.covariance {
      table.covariance = estimates.combined(coefficients).covarianceRows
    }
    if contrasts.count > 1 { table.tests = [allZero(estimates, coefficients)] }
    return table
  }

  private func terms(
    of contrast: Contrast, _ subject: EstimateNumbers.Number?
  ) throws -> [(coefficient: Double, figure: ContrastFigure)] {
    let resolver = ContrastResolver(
      names: ContrastNames(
        codebook: source.own.analysis.codebook, preferred: preferred,
        fault: ContrastFault(contrast.text)),
      source: source)
    return try contrast.terms.map {
      ($0.coefficient, try resolver.figure($0.figure, of: subject))
    }
  }

  private func allZero(
    _ estimates: JointEstimates, _ coefficients: [[Double]]
  ) -> AnalystReport.Test {
    let test = estimates.waldTest(
      contrasts: coefficients,
      degreesOfFreedom: source.own.numbers.choices.degreesOfFreedom == .normal ? .infinity : nil)
    return AnalystReport.Test(
      name: "contrasts", statistic: test.statistic.ifFinite,
      degreesOfFreedom: [test.numeratorDegreesOfFreedom, test.denominatorDegreesOfFreedom]
        .filter(\.isFinite), p: test.p.ifFinite)
  }

  /// All that the contrasts are about, each once.
  private static func name(of contrasts: [Contrast]) -> String {
    contrasts.flatMap(\.subjects).eachOnce.joined(separator: "/")
  }
}
