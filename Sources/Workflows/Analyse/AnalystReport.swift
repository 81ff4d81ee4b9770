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
  /// Which degrees of freedom intervals have: design, domain or normal.
  package var degreesOfFreedomRule: String
  package var tables: [Table]

  package init(
    notice: String, study: String, wave: Int, confidence: Double, rows: Int,
    degreesOfFreedom: Int, degreesOfFreedomRule: DegreesOfFreedomChoice = .design,
    tables: [Table]
  ) {
    self.notice = notice
    self.study = study
    self.wave = wave
    self.confidence = confidence
    self.rows = rows
    self.degreesOfFreedom = degreesOfFreedom
    self.degreesOfFreedomRule = degreesOfFreedomRule.rawValue
    self.tables = tables
  }

  package struct Table: Encodable, Sendable {
    package var subject: String
    package var measure: String
    package var by: [String]
    /// What the composition was made the same in; empty when it is as it is.
    package var standardisedBy: [String] = []
    /// What figures lean on beside the answers about them; `nil` for none.
    package var model: Model?
    package var estimates: [Figure] = []
    /// One row and one column for each of the estimates, in their order; `nil` unless asked for.
    package var covariance: [[Double?]]?
    /// How many differences the adjustment of each statistic counts.
    package var family = 0
    /// How their p are adjusted for their number.
    package var adjustment: String
    package var differences: [Pair] = []
    package var tests: [Test] = []

    init(subject: String, measure: String, by: [String], adjustment: FamilyAdjustment) {
      self.subject = subject
      self.measure = measure
      self.by = by
      self.adjustment = adjustment.rawValue
    }
  }

  package struct Figure: Encodable, Sendable {
    package var domain: [String]
    package var statistic: String
    package var value: Double?
    /// Of a model-based figure the root of the mean squared error.
    package var standardError: Double?
    package var lower: Double?
    package var upper: Double?
    /// Respondents with an answer in the domain, unweighted.
    package var base: Int
    package var count: Int?
    /// Without replacement when population sizes are known, else with.
    package var designEffect: Double?
    /// Variance ÷ that of a simple random sample drawn with replacement.
    package var designEffectWithReplacement: Double?
    package var degreesOfFreedom: Double?
    /// The part that the group's own answers have in a model-based figure, from 0 to 1.
    package var directWeight: Double?
    /// The wave of a figure, where a table has several.
    package var wave: Int?
    /// The p that pooled waves without change lie so far apart; below the level they are not
    /// pooled.
    package var differingWavesP: Double?
  }

  package struct Pair: Encodable, Sendable {
    package enum Kind: String, Encodable, Sendable {
      case difference, ratio
      /// Since an earlier wave; both keys are the same.
      case change
      /// How much more the first group has changed than the second.
      case changeDifference = "change-difference"
      /// The part of a difference or change that comes from groups of other sizes.
      case composition
      /// The part that comes from other answers within the groups.
      case rate
      /// A linear combination as it was written, in place of the first key.
      case contrast
    }

    package var kind: Kind
    package var statistic: String
    package var first: [String]
    package var second: [String]
    package var difference: Double?
    package var ratio: Double?
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
    /// How many tests the adjustment counts: those of the family that could be made.
    package var family: Int?
    /// The p of a difference outside the margin; `nil` when no margin was stated.
    package var equivalenceP: Double?

    init(kind: Kind, statistic: String, first: [String], second: [String]) {
      self.kind = kind
      self.statistic = statistic
      self.first = first
      self.second = second
    }

    /// The difference or the ratio.
    package var value: Double? { kind == .ratio ? ratio : difference }
  }

  /// A test of all groups of a table at once.
  package struct Test: Encodable, Sendable {
    /// As R's svychisq calls it; `means` for the equality of all means.
    package var name: String
    package var statistic: Double?
    package var degreesOfFreedom: [Double]
    package var p: Double?
  }

  /// What figures lean on beside the answers about them.
  package struct Model: Encodable, Sendable {
    package enum Kind: String, Encodable, Sendable {
      case areaModel = "area-model"
      case pooledWaves = "pooled-waves"
    }

    package var kind: Kind
    /// How the variance between groups was estimated, or how waves were weighted.
    package var method: String
    package var isBenchmarked = false
    package var varianceBetweenGroups: Double?
    package var explainedBy: [String] = []
    package var waves: [Int] = []
  }
}
