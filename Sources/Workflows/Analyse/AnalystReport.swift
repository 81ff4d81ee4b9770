import SafetyModel
import SurveyStatistics

/// Raw estimates for an analyst's own screen: not protected, never published.
///
/// Numbers that do not exist, such as the interval of an empty group, are `nil`.
package struct AnalystReport: Encodable, Sendable {
  /// Says, in the reader's language, that these figures are not protected.
  package var notice: String
  package var study: String
  package var wave: Int
  package var confidence: Double
  package var rows: Int
  /// Primary units − strata.
  package var degreesOfFreedom: Int
  package var tables: [Table]

  package init(
    notice: String, study: String, wave: Int, confidence: Double, rows: Int,
    degreesOfFreedom: Int, tables: [Table]
  ) {
    self.notice = notice
    self.study = study
    self.wave = wave
    self.confidence = confidence
    self.rows = rows
    self.degreesOfFreedom = degreesOfFreedom
    self.tables = tables
  }

  package struct Table: Encodable, Sendable {
    package var subject: String
    package var measure: String
    package var by: [String]
    package var estimates: [Figure]
    /// How many differences the adjustment of each statistic counts.
    package var family: Int
    /// How their p are adjusted for their number.
    package var adjustment: String
    package var differences: [Pair]
  }

  package struct Figure: Encodable, Sendable {
    package var domain: [String]
    package var statistic: String
    package var value: Double?
    package var standardError: Double?
    package var lower: Double?
    package var upper: Double?
    /// Respondents with an answer in the domain, unweighted.
    package var base: Int
    package var count: Int?
    package var designEffect: Double?
    package var degreesOfFreedom: Double?
  }

  package struct Pair: Encodable, Sendable {
    package var statistic: String
    package var first: [String]
    package var second: [String]
    package var difference: Double?
    package var standardError: Double?
    package var lower: Double?
    package var upper: Double?
    package var t: Double?
    package var degreesOfFreedom: Double?
    package var p: Double?
    /// By the adjustment of the table's family.
    package var pAdjusted: Double?
    /// The same, when the adjustment is Holm's.
    package var pHolm: Double?
  }
}

extension AnalystReport {
  /// Differences that are one family, each with the p of itself and of the family.
  static func pairs(
    _ differences: [Difference], between keys: [([String], [String])], statistic: String,
    _ adjustment: FamilyAdjustment, confidence: Double
  ) -> [Pair] {
    let adjusted = adjustment.adjusted(differences.map(\.p))
    return differences.indices.map { place in
      let difference = differences[place]
      let interval = difference.interval(confidence: confidence)
      return Pair(
        statistic: statistic, first: keys[place].0, second: keys[place].1,
        difference: difference.value.ifFinite, standardError: difference.standardError.ifFinite,
        lower: interval.lower.ifFinite, upper: interval.upper.ifFinite, t: difference.t.ifFinite,
        degreesOfFreedom: difference.degreesOfFreedom.ifFinite, p: difference.p.ifFinite,
        pAdjusted: adjusted[place].ifFinite,
        pHolm: adjustment == .holm ? adjusted[place].ifFinite : nil)
    }
  }
}
