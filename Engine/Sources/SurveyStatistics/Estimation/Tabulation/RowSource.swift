/// Where the codes and weights of some rows stand in memory, for as long as somebody holds them.
///
/// Addresses, since to look an object up is to count it, for which threads wait for each other.
struct RowSource: @unchecked Sendable {
  let codes: UnsafeBufferPointer<UInt8>
  let weights: UnsafeBufferPointer<Double>
  /// The rows in the order of their cells.
  let order: UnsafeBufferPointer<Int32>
  /// From one row's codes to the next.
  let rowWidth: Int
  /// Where the items' codes begin in a row.
  let firstItem: Int

  /// Calls a closure with the source of some rows, which are there during the call.
  static func with<Result>(
    codes: [UInt8], weights: [Double], order: [Int32], rowWidth: Int, firstItem: Int = 0,
    _ body: (RowSource) -> Result
  ) -> Result {
    codes.withUnsafeBufferPointer { codes in
      weights.withUnsafeBufferPointer { weights in
        order.withUnsafeBufferPointer { order in
          body(
            RowSource(
              codes: codes, weights: weights, order: order, rowWidth: rowWidth,
              firstItem: firstItem))
        }
      }
    }
  }

  /// Calls a closure with the sources of several blocks, which are there during the call.
  static func with<Result>(
    _ blocks: ArraySlice<OrderedRows>, after sources: [RowSource] = [],
    _ body: ([RowSource]) -> Result
  ) -> Result {
    guard let block = blocks.first else { return body(sources) }
    return with(
      codes: block.codes, weights: block.weights, order: block.order.places,
      rowWidth: block.shape.rowWidth, firstItem: block.shape.dimensionSizes.count
    ) { with(blocks.dropFirst(), after: sources + [$0], body) }
  }
}
