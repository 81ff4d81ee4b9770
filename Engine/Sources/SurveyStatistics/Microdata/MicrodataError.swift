/// What can be wrong with a column of microdata.
public enum MicrodataError: Error, Sendable, Hashable {
  /// A code lies outside 0 ... count; rows are counted from 0.
  case codeOutOfRange(row: Int, code: Int, count: Int)
  /// Two columns that must be equally long are not, or an item has not one score for each category.
  case rowCountMismatch(expected: Int, actual: Int)
  /// The column would have more categories or domains than its codes can tell apart.
  case tooManyCodes(count: Int, limit: Int)
}
