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
    /// The model behind the adjusted figures; `nil` unless asked for.
    package var model: Model?
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

  package struct Model: Encodable, Sendable {
    /// The kind of variable that is explained, such as linear or logistic.
    package var family: String
    package var coefficients: [Coefficient]
    package var terms: [TermTest]
  }

  package struct Coefficient: Encodable, Sendable {
    /// A dimension or number by code; `nil` for the intercept.
    package var term: String?
    /// Of a dimension the value, and the value that it is compared with.
    package var value: String?
    package var reference: String?
    package var coefficient: Figure
    package var t: Double?
    package var degreesOfFreedom: Double?
    /// Of this coefficient by itself.
    package var p: Double?
    /// Of odds, hazards, rates or means; `nil` where coefficients are no logarithms of ratios.
    package var ratio: Figure?
  }

  /// Whether all coefficients of a term are 0: Wald's test.
  package struct TermTest: Encodable, Sendable {
    package var term: String
    package var statistic: Double?
    package var degreesOfFreedom: [Double]
    package var p: Double?
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
