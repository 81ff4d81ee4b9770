import SafetyModel

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
    /// How many differences the Holm adjustment of each statistic counts.
    package var family: Int
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
    package var pHolm: Double?
  }
}
