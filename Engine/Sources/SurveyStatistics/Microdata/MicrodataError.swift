/// What can be wrong with a column of microdata.
public enum MicrodataError: Error, Sendable, Hashable {
  /// A code lies outside 0 ... count; rows are counted from 0.
  case codeOutOfRange(row: Int, code: Int, count: Int)
  /// A column is not as long as the one beside it.
  case rowCountMismatch(expected: Int, actual: Int)
  /// An item is not answered by as many respondents as the first; items are counted from 0.
  case answerCountMismatch(item: Int, expected: Int, actual: Int)
  /// An item has not one score for each of its categories; items are counted from 0.
  case scoreCountMismatch(item: Int, expected: Int, actual: Int)
  /// The column would have more categories or domains than its codes can tell apart.
  case tooManyCodes(count: Int, limit: Int)
}
