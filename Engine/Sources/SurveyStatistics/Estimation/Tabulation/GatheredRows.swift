/// Room for some rows that are copied together, so that they are read one after the other.
///
/// Rows of a cell lie far apart in their block. Many of them are on their way from memory at the
/// same time while they are copied, but only one while its answers are added.
struct GatheredRows: ~Copyable {
  /// How many rows there is room for.
  static let capacity = 128

  /// Row by row the wanted codes.
  let codes: UnsafeMutablePointer<UInt8>
  let weights: UnsafeMutablePointer<Double>
  private let width: Int

  /// - Parameter width: how many codes of a row are wanted.
  init(width: Int) {
    self.width = width
    codes = .allocate(capacity: max(Self.capacity * width, 1))
    weights = .allocate(capacity: Self.capacity)
  }

  deinit {
    codes.deallocate()
    weights.deallocate()
  }

  /// Copies rows.
  ///
  /// - Parameters:
  ///   - places: where they stand in the order of the source; no more than there is room for.
  ///   - source: where the rows are.
  ///   - first: the first of the wanted codes in a row.
  ///   - stride: from one row's codes to the next.
  func copy(_ places: Range<Int>, of source: RowSource, from first: Int, stride: Int) {
    guard let from = source.codes.baseAddress, let weight = source.weights.baseAddress,
      let order = source.order.baseAddress
    else { return }
    TallyKernel.gather(
      order + places.lowerBound, count: places.count, codes: from + first, stride: stride,
      width: width, to: codes)
    TallyKernel.gather(order + places.lowerBound, count: places.count, weight, to: weights)
  }
}
