/// The answers to an item with categories: one byte for each respondent.
public struct CodedColumn: Sendable {
  /// One code for each row: 0 when the answer is missing, else from 1 to ``categoryCount``.
  public let codes: [UInt8]
  /// How many categories the item has, used or not; 0 to 255.
  public let categoryCount: Int

  /// Makes a column from its codes.
  ///
  /// - Parameters:
  ///   - codes: one code for each row; 0 is no answer.
  ///   - categoryCount: the largest code allowed; at most 255.
  /// - Throws: ``MicrodataError/tooManyCodes(count:limit:)`` for a count below 0 or above 255;
  ///   ``MicrodataError/codeOutOfRange(row:code:count:)`` for the first code above the count.
  public init(codes: [UInt8], categoryCount: Int) throws(MicrodataError) {
    guard categoryCount >= 0, categoryCount <= Int(UInt8.max) else {
      throw .tooManyCodes(count: categoryCount, limit: Int(UInt8.max))
    }
    // The largest code first: that loop is read many bytes at a time.
    if codes.reduce(0, max) > categoryCount,
      let row = codes.firstIndex(where: { Int($0) > categoryCount })
    {
      throw .codeOutOfRange(row: row, code: Int(codes[row]), count: categoryCount)
    }
    self.codes = codes
    self.categoryCount = categoryCount
  }
}
