package import SurveyStatistics

/// Raw comparisons of groups beside those with everything else alike: for an analyst's own screen.
///
/// Numbers that do not exist are `nil`.
package struct AdjustedReport: Encodable, Sendable {
  /// Says, in the reader's language, that these figures are not protected.
  package var notice: String
  package var study: String
  package var wave: Int
  package var confidence: Double
  package var rows: Int
  /// Primary units − strata.
  package var degreesOfFreedom: Int
  /// How the p of a table's differences are adjusted for their number.
  package var adjustment: String
  /// The differences that count as none, either way; `nil` when none was stated.
  package var equivalenceMargin: Double?
  package var tables: [Table]
  /// Items that have no model: in some group all or none say yes.
  package var withoutModel: [String]

  package init(
    notice: String, study: String, wave: Int, confidence: Double, rows: Int,
    degreesOfFreedom: Int, adjustment: FamilyAdjustment, equivalenceMargin: Double?,
    tables: [Table], withoutModel: [String]
  ) {
    self.notice = notice
    self.study = study
    self.wave = wave
    self.confidence = confidence
    self.rows = rows
    self.degreesOfFreedom = degreesOfFreedom
    self.adjustment = adjustment.rawValue
    self.equivalenceMargin = equivalenceMargin
    self.tables = tables
    self.withoutModel = withoutModel
  }

  package struct Table: Encodable, Sendable {
    package var subject: String
    package var measure: String
    package var across: String
    package var adjustedFor: [String]
    /// Respondents with an answer and a value of everything that is adjusted for.
    package var base: Int
    package var groups: [Group]
    /// How many differences the adjustment of p counts.
    package var family: Int
    package var differences: [Pair]
  }

  package struct Group: Encodable, Sendable {
    package var group: String
    package var base: Int
    package var raw: Figure
    package var adjusted: Figure
  }

  package struct Figure: Encodable, Sendable {
    package var value: Double?
    package var standardError: Double?
    package var lower: Double?
    package var upper: Double?
  }

  package struct Pair: Encodable, Sendable {
    package var first: String
    package var second: String
    package var raw: Figure
    package var rawP: Double?
    package var adjusted: Figure
    package var t: Double?
    package var degreesOfFreedom: Double?
    package var p: Double?
    /// p as one of the family's.
    package var adjustedP: Double?
    /// The p of a difference outside the margin; `nil` when no margin was stated.
    package var equivalenceP: Double?
  }
}
