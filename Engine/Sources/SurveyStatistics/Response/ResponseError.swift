/// Why the response to a survey cannot be described.
public enum ResponseError: Error, Sendable, Hashable {
  /// A column, "responded" or the name of a variable, is not as long as the sample.
  case rowCountMismatch(column: String, expected: Int, actual: Int)
  /// A drawn person is in no category of a frame variable; rows are counted from 0.
  case missingCategory(variable: String, row: Int)
  /// There is no frame variable to describe the response by.
  case noVariables
  /// Everyone or nobody answered, so that there is nothing to explain.
  case noContrast(respondents: Int, sampled: Int)
  /// In a class of drawn persons nobody answered: merge it with another; counted from 1.
  case nobodyAnswered(variable: String, category: Int)
  /// The propensities have no estimate: everyone or nobody in a category answered; counted from 1.
  ///
  /// `nil` when no category alone is to blame, but several variables together.
  case notConverged(variable: String?, category: Int?)
  /// A share, response or interval, by its name, is outside its range.
  case outOfRange(name: String, value: Double)
}
