import DisclosureControl
package import SafetyModel
package import SurveyStatistics

/// Estimates subjects of a study by any breakdowns, with all pairwise differences.
///
/// Differences are between groups that differ in one dimension only. For each statistic of a
/// table, all of its differences are one family, and their p are adjusted together.
package struct EstimateStudy: Sendable {
  let analysis: SurveyAnalysis
  let confidence: Double
  /// Of shares; means always have the linear one.
  let interval: IntervalMethod
  let adjustment: FamilyAdjustment

  package init(
    analysis: SurveyAnalysis, confidence: Double, interval: IntervalMethod = .logit,
    adjustment: FamilyAdjustment = .holm
  ) {
    self.analysis = analysis
    self.confidence = confidence
    self.interval = interval
    self.adjustment = adjustment
  }

  /// Everyone is the empty breakdown; the tables come subject by subject.
  package func callAsFunction(
    subjects: [PublishedSubject], breakdowns: [[PublishedDimension]]
  ) throws -> [AnalystReport.Table] {
    try subjects.flatMap { subject in
      try breakdowns.map { table(try analysis.estimate(subject, by: $0)) }
    }
  }

  private func table(_ estimates: SubjectEstimates) -> AnalystReport.Table {
    let pairs = Self.pairs(of: estimates.keys)
    return AnalystReport.Table(
      subject: estimates.subject.code, measure: estimates.measure.rawValue,
      by: estimates.dimensions.map(\.code), estimates: figures(of: estimates),
      family: pairs.count, adjustment: adjustment.rawValue,
      differences: estimates.statistics.indices.flatMap { differences(pairs, $0, estimates) })
  }

  private func figures(of estimates: SubjectEstimates) -> [AnalystReport.Figure] {
    estimates.keys.indices.flatMap { domain in
      estimates.statistics.indices.map { column in
        let estimate = estimates.estimate(domain: domain, column: column)
        let interval = estimate.interval(
          estimates.subject.kind == .item ? interval : .linear, confidence: confidence)
        return AnalystReport.Figure(
          domain: estimates.keys[domain], statistic: estimates.statistics[column].code,
          value: estimate.value.ifFinite, standardError: estimate.standardError.ifFinite,
          lower: interval.lower.ifFinite, upper: interval.upper.ifFinite, base: estimate.base,
          count: estimate.count, designEffect: designEffect(of: estimate).ifFinite,
          degreesOfFreedom: estimate.degreesOfFreedom.ifFinite)
      }
    }
  }

  /// Without population sizes the weights may have any scale, so the sample is compared with one
  /// drawn with replacement, which does not ask how large the population is.
  private func designEffect(of estimate: Estimate) -> Double {
    analysis.answers.populationSizes == nil
      ? estimate.designEffectWithReplacement : estimate.designEffect
  }

  private func differences(
    _ pairs: [(Int, Int)], _ column: Int, _ estimates: SubjectEstimates
  ) -> [AnalystReport.Pair] {
    AnalystReport.pairs(
      pairs.map { estimates.difference($0, minus: $1, column: column) },
      between: pairs.map { (estimates.keys[$0], estimates.keys[$1]) },
      statistic: estimates.statistics[column].code, adjustment, confidence: confidence)
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

extension Double {
  /// The number, unless it is NaN or infinite.
  var ifFinite: Double? { isFinite ? self : nil }
}
