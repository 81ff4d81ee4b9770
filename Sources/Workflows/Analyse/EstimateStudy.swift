import DisclosureControl
import NumericKernels
package import SafetyModel
import SurveyStatistics

/// Estimates any subjects by any breakdowns, with all pairwise differences.
///
/// For an analyst: nothing is protected, so nothing of it is published. Groups that differ in one
/// dimension are compared; the comparisons of one statistic in one table are one family.
package struct EstimateStudy: Sendable {
  let analysis: SurveyAnalysis
  let choices: EstimateChoices

  package init(analysis: SurveyAnalysis, choices: EstimateChoices = EstimateChoices()) {
    self.analysis = analysis
    self.choices = choices
  }

  /// Everyone is the empty breakdown; the tables come subject by subject.
  package func callAsFunction(
    subjects: [PublishedSubject], breakdowns: [[PublishedDimension]],
    standard: Standard? = nil, tests: [GroupTest] = []
  ) throws -> [AnalystReport.Table] {
    try subjects.flatMap { subject in
      try breakdowns.map { breakdown in
        let used = try standard.map {
          try analysis.standardised(to: $0, by: breakdown, for: .subject(subject))
        }
        var table = table(try (used ?? analysis).estimate(subject, by: breakdown))
        table.standardisedBy = standard?.dimensions.map(\.code) ?? []
        table.tests = try (used ?? analysis).outcomes(of: tests, subject, by: breakdown)
        return table
      }
    }
  }

  private func table(_ estimates: SubjectEstimates) -> AnalystReport.Table {
    let pairs = choices.comparison == .none ? [] : Self.pairs(of: estimates.keys)
    var table = AnalystReport.Table(
      subject: estimates.subject.code, measure: estimates.measure.rawValue,
      by: estimates.dimensions.map(\.code), adjustment: choices.adjustment)
    table.estimates = figures(of: estimates)
    if choices.covariance { table.covariance = covariance(of: estimates) }
    table.family = pairs.count
    table.differences = estimates.statistics.indices.flatMap { differences(pairs, $0, estimates) }
    return table
  }

  private func figures(of estimates: SubjectEstimates) -> [AnalystReport.Figure] {
    estimates.keys.indices.flatMap { domain in
      estimates.statistics.indices.map { column in
        let estimate = estimates.estimate(domain: domain, column: column)
        let degreesOfFreedom = choices.degreesOfFreedom(
          design: estimate.degreesOfFreedom, domain: estimate.domainDegreesOfFreedom)
        let interval = estimate.interval(
          estimates.subject.kind == .item ? choices.interval : .linear,
          confidence: choices.confidence, degreesOfFreedom: degreesOfFreedom)
        return AnalystReport.Figure(
          domain: estimates.keys[domain], statistic: estimates.statistics[column].code,
          value: estimate.value.ifFinite, standardError: estimate.standardError.ifFinite,
          lower: interval.lower.ifFinite, upper: interval.upper.ifFinite, base: estimate.base,
          count: estimate.count,
          designEffect: analysis.designEffect(
            estimate.designEffect, withReplacement: estimate.designEffectWithReplacement),
          designEffectWithReplacement: estimate.designEffectWithReplacement.ifFinite,
          degreesOfFreedom: degreesOfFreedom.ifFinite)
      }
    }
  }

  private func covariance(of estimates: SubjectEstimates) -> [[Double?]] {
    let places = estimates.keys.indices.flatMap { domain in
      estimates.statistics.indices.map {
        (domain: domain, statistic: estimates.statisticIndex(ofColumn: $0))
      }
    }
    return places.map { a in
      places.map { b in estimates.estimates.covariance(a, b).ifFinite }
    }
  }

  private func differences(
    _ pairs: [(Int, Int)], _ column: Int, _ estimates: SubjectEstimates
  ) -> [AnalystReport.Pair] {
    let keys = pairs.map { (estimates.keys[$0], estimates.keys[$1]) }
    let statistic = estimates.statistics[column].code
    if choices.comparison == .ratio {
      let place = estimates.statisticIndex(ofColumn: column)
      return choices.pairs(
        pairs.map { estimates.estimates.ratio(($0, place), to: ($1, place)) }, between: keys,
        statistic: statistic)
    }
    return choices.pairs(
      pairs.map { estimates.difference($0, minus: $1, column: column) }, between: keys,
      statistic: statistic)
  }

  /// Every two keys that differ in exactly one place.
  static func pairs(of keys: [[String]]) -> [(Int, Int)] {
    keys.indices.flatMap { first in
      (first + 1..<max(keys.count, first + 1)).compactMap { second in
        let differing = zip(keys[first], keys[second]).count { $0 != $1 }
        return differing == 1 ? (first, second) : nil
      }
    }
  }
}

extension SurveyAnalysis {
  /// Without population sizes the weights may have any scale, so the sample is compared with one
  /// drawn with replacement, which does not ask how large the population is.
  func designEffect(_ withoutReplacement: Double, withReplacement: Double) -> Double? {
    (answers.populationSizes == nil ? withReplacement : withoutReplacement).ifFinite
  }
}

extension JointEstimates {
  /// One row and one column for each figure.
  var covarianceRows: [[Double?]] {
    values.indices.map { a in values.indices.map { covariance[a, $0].ifFinite } }
  }
}

extension Double {
  /// The number, unless it is NaN or infinite.
  var ifFinite: Double? { isFinite ? self : nil }
}
