/// Why weights cannot be made to reproduce known totals.
public enum CalibrationError: Error, Sendable, Hashable {
  /// A column is not as long as the design, or a margin has not one total for each group.
  case rowCountMismatch(margin: String, expected: Int, actual: Int)
  /// A row has no finite auxiliary value, is in no group, or has no variance above 0; from 0.
  case missingValue(margin: String, row: Int)
  /// The population has persons in a category in which the sample has nobody; counted from 1.
  case emptyCategory(margin: String, category: Int)
  /// The sample has persons in a category that the population lacks; counted from 1.
  case unknownCategory(margin: String, category: Int)
  /// Bounds of g must lie around 1, and the logit method needs both; infinite when not given.
  case badBounds(lower: Double, upper: Double)
  /// No weights within the bounds reach the totals, or not in so many steps; the worst margin.
  case notReached(margin: String, wanted: Double, reached: Double)
}
