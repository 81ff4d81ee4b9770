/// How those who answered stand for everyone: for an analyst's own screen.
///
/// Numbers that do not exist are `nil`.
package struct ResponseReport: Encodable, Sendable {
  /// Says, in the reader's language, that these figures are not protected.
  package var notice: String
  package var study: String
  package var wave: Int
  package var confidence: Double
  package var sampled: Int
  package var respondents: Int
  /// The part of the population that would answer, in [0, 1].
  package var response: Double
  /// `nil` when the data file has only those who answered.
  package var representativity: Indicators?
  package var bounds: [Bounds]

  /// The R-indicator and its parts.
  package struct Indicators: Encodable, Sendable {
    package var indicator: Double?
    package var unadjustedIndicator: Double?
    package var standardError: Double?
    package var coefficientOfVariation: Double?
    package var variables: [Variable]
  }

  /// What one frame variable has to do with who answered.
  package struct Variable: Encodable, Sendable {
    package var name: String
    package var unconditional: Double?
    package var unconditionalStandardError: Double?
    package var conditional: Double?
    package var categories: [Category]
  }

  package struct Category: Encodable, Sendable {
    package var name: String
    package var sampled: Int
    package var respondents: Int
    package var response: Double?
    package var standardError: Double?
    /// Below 0 where too few answered.
    package var unconditional: Double?
    package var conditional: Double?
  }

  /// Where a share may lie if those who did not answer differ.
  package struct Bounds: Encodable, Sendable {
    package var subject: String
    package var share: Double?
    package var lower: Double?
    package var upper: Double?
    /// The largest bias that the frame variables leave room for.
    package var maximalBias: Double?
    package var assumptions: [Assumption]
    /// How much they would have to differ for the share to be at the limit; `nil` for never.
    package var differenceNeeded: Double?
  }

  package struct Assumption: Encodable, Sendable {
    /// The largest difference either way.
    package var difference: Double
    package var lower: Double?
    package var upper: Double?
    package var lowerWithSampling: Double?
    package var upperWithSampling: Double?
  }
}
