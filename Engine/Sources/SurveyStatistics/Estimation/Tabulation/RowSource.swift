/// Where the codes and weights of some rows stand in memory, for as long as somebody holds them.
///
/// Addresses, since to look an object up is to count it, for which threads wait for each other.
struct RowSource: @unchecked Sendable {
  let codes: UnsafeBufferPointer<UInt8>
  let weights: UnsafeBufferPointer<Double>
  /// The rows in the order of their cells.
  let order: UnsafeBufferPointer<Int32>

  /// Calls a closure with the sources of several blocks, which are there during the call.
  static func with<Result>(
    _ blocks: ArraySlice<OrderedRows>, after sources: [RowSource] = [],
    _ body: ([RowSource]) -> Result
  ) -> Result {
    guard let block = blocks.first else { return body(sources) }
    return block.codes.withUnsafeBufferPointer { codes in
      block.weights.withUnsafeBufferPointer { weights in
        block.order.places.withUnsafeBufferPointer { order in
          let source = RowSource(codes: codes, weights: weights, order: order)
          return with(blocks.dropFirst(), after: sources + [source], body)
        }
      }
    }
  }
}
