/// Room for some rows that are copied together, so that they are read one after the other.
///
/// Rows of a cell lie far apart in their block. Many of them are on their way from memory at the
/// same time while they are copied, but only one while its answers are added.
struct GatheredRows: ~Copyable {
  /// How many rows there is room for; as many as a byte can count, or fewer.
  static let capacity = 128

  /// How many rows are here, none of them without weight.
  private(set) var count = 0
  private let items: Range<Int>
  private let codes: UnsafeMutablePointer<UInt8>
  private let weights: UnsafeMutablePointer<Double>
  /// From one row's codes to the next.
  private let stride: Int

  /// - Parameter items: whose codes are wanted.
  init(items: Range<Int>) {
    self.items = items
    stride = (items.count + RowKernel.lanes - 1) / RowKernel.lanes * RowKernel.lanes
    // One row more is looked at before it is known to weigh nothing.
    let room = Self.capacity + 1
    codes = .allocate(capacity: max(room * stride, 1))
    codes.initialize(repeating: 0, count: room * stride)
    weights = .allocate(capacity: room)
    weights.initialize(repeating: 0, count: room)
  }

  deinit {
    codes.deallocate()
    weights.deallocate()
  }

  var isFull: Bool { count == Self.capacity }

  /// Copies rows as far as there is room for them, but none that weighs nothing.
  ///
  /// - Parameters:
  ///   - places: where they stand in the order of the source.
  ///   - source: where the rows are.
  /// - Returns: those for which there was no more room.
  mutating func append(_ places: Range<Int>, of source: RowSource) -> Range<Int> {
    let taken = min(places.count, Self.capacity - count)
    if let from = source.codes.baseAddress, let weight = source.weights.baseAddress,
      let order = source.order.baseAddress
    {
      count += RowKernel.gather(
        order + places.lowerBound, count: taken,
        codes: from + source.firstItem + items.lowerBound, stride: source.rowWidth,
        width: items.count, weight, to: codes + count * stride, targetStride: stride,
        weights + count)
    }
    return places.lowerBound + taken..<places.upperBound
  }

  /// Adds all rows to the sums of their cell, and starts anew.
  ///
  /// - Parameters:
  ///   - slots: where the sums of all items stand.
  ///   - sums: the cell's sums of every slot.
  ///   - whole: the cell's sums of all rows, whatever they answered; for the first item only.
  mutating func flush(
    _ slots: SlotLayout, to sums: inout CellSums, whole: inout SIMD4<Double>
  ) {
    sums.moments.withUnsafeMutableBufferPointer { moments in
      sums.counts.withUnsafeMutableBufferPointer { counts in
        guard let moments = moments.baseAddress, let counts = counts.baseAddress else { return }
        RowKernel.add(codes, stride: stride, weights, count: count, slots, items, to: moments)
        RowKernel.count(codes, stride: stride, count: count, slots, items, to: counts)
      }
    }
    if items.lowerBound == 0 {
      for row in 0..<count { whole += .counted(weights[row]) }
    }
    count = 0
  }
}
