/// What a survey's rows are divided by and what they answered: the shape of its tables.
public struct TabulationShape: Sendable, Hashable {
  /// The domains of each dimension.
  public let dimensionSizes: [Int]
  /// The categories of each item.
  public let itemSizes: [Int]

  /// Makes a shape.
  public init(dimensionSizes: [Int], itemSizes: [Int]) {
    self.dimensionSizes = dimensionSizes
    self.itemSizes = itemSizes
  }

  /// Codes in a row: one for each dimension, then one for each item.
  public var rowWidth: Int { dimensionSizes.count + itemSizes.count }

  /// The crossings of the dimensions, each with one place more for none.
  ///
  /// - Throws: ``TallyError/tooManyDomains`` when a code would not fit in a byte, or a crossing not
  ///   in its number.
  func crossings() throws(TallyError) -> Int {
    guard (dimensionSizes + itemSizes).allSatisfy({ (0...255).contains($0) }),
      let crossings = CellNumbering.crossings(dimensionSizes)
    else { throw .tooManyDomains }
    return crossings
  }
}
