/// Where a publisher's table tells how sure its values are.
///
/// The value is one category of a dimension (a column, a content, a measure) and its uncertainty
/// another category of the same dimension.
package struct UncertaintyRule: Codable, Sendable, Hashable {
  /// How the publisher writes an uncertainty; the categories are in the unit of the value.
  package enum Form: Codable, Sendable, Hashable {
    case standardError(String)
    /// Half of a confidence interval.
    case marginOfError(String)
    /// The limits of a confidence interval.
    case interval(lower: String, upper: String)

    /// The word for it in an entry and in a value's provenance.
    package var word: String {
      switch self {
      case .standardError: "standard-error"
      case .marginOfError: "margin-of-error"
      case .interval: "interval"
      }
    }
    package var categories: [String] {
      switch self {
      case .standardError(let code), .marginOfError(let code): [code]
      case .interval(let lower, let upper): [lower, upper]
      }
    }
  }
  package var dimension: String
  /// `nil` when only the number of answers is told.
  package var form: Form?
  /// The confidence of margins and intervals, in (0, 1).
  package var confidence: Double
  /// The category that is the number of answers behind the value.
  package var base: String?

  package init(dimension: String, form: Form?, confidence: Double = 0.95, base: String?) {
    self.dimension = dimension
    self.form = form
    self.confidence = confidence
    self.base = base
  }
}
