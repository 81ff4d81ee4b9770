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
}
