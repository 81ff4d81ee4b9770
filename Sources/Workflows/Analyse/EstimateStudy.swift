import DisclosureControl
package import SafetyModel
import SurveyStatistics

/// Estimates subjects of a study by any breakdowns, with all pairwise differences.
///
/// Differences are between groups that differ in one dimension only. For each statistic of a
/// table, all of its differences are one family for Holm's adjustment.
package struct EstimateStudy: Sendable {
  let analysis: SurveyAnalysis
  let confidence: Double

  package init(analysis: SurveyAnalysis, confidence: Double) {
    self.analysis = analysis
    self.confidence = confidence
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
      family: pairs.count,
      differences: estimates.statistics.indices.flatMap { differences(pairs, $0, estimates) })
  }

  private func figures(of estimates: SubjectEstimates) -> [AnalystReport.Figure] {
    estimates.keys.indices.flatMap { domain in
      estimates.statistics.indices.map { column in
        let estimate = estimates.estimate(domain: domain, column: column)
        let interval = estimates.interval(
          domain: domain, column: column, confidence: confidence)
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
    let tested = pairs.map { estimates.difference($0, minus: $1, column: column) }
    let adjusted = holmAdjusted(tested.map(\.p))
    return pairs.indices.map { place in
      let difference = tested[place]
      let interval = difference.interval(confidence: confidence)
      return AnalystReport.Pair(
        statistic: estimates.statistics[column].code, first: estimates.keys[pairs[place].0],
        second: estimates.keys[pairs[place].1], difference: difference.value.ifFinite,
        standardError: difference.standardError.ifFinite, lower: interval.lower.ifFinite,
        upper: interval.upper.ifFinite, t: difference.t.ifFinite,
        degreesOfFreedom: difference.degreesOfFreedom.ifFinite, p: difference.p.ifFinite,
        pHolm: adjusted[place].ifFinite)
    }
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
