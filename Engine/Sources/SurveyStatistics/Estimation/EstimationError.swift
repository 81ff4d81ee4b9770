/// Why something cannot be estimated.
public enum EstimationError: Error, Sendable, Hashable {
  /// A column, by its parameter and its place there from 0, is not as long as the design.
  case rowCountMismatch(column: String, expected: Int, actual: Int)
  /// A category is named that the item lacks; categories are counted from 0.
  case noSuchCategory(index: Int, categoryCount: Int)
  /// A sum names a category twice; categories are counted from 0.
  case repeatedCategory(index: Int)
  /// A breakdown names a dimension that was not given; dimensions are counted from 0.
  case noSuchDimension(index: Int, dimensionCount: Int)
  /// A breakdown, the places of its dimensions, has more domains than can be told apart.
  case tooManyDomains(breakdown: [Int])
}
