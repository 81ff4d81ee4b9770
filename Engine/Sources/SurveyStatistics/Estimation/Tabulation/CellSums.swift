/// The sums of one cell: Σw, Σw² and the number of answers of every category of all items.
struct CellSums: Sendable, Hashable {
  /// For each slot (Σw, Σw²); none before the cell has room.
  var moments: [SIMD2<Double>] = []
  /// For each slot the answers with a weight other than 0; 0 for missing answers.
  var counts: [UInt32] = []

  /// Makes room for so many slots, if there is none.
  mutating func reserve(_ slotCount: Int) {
    guard moments.isEmpty else { return }
    moments = Array(repeating: .zero, count: slotCount)
    counts = Array(repeating: 0, count: slotCount)
  }

  /// Adds the sums of other rows of the same cell.
  static func += (sums: inout CellSums, other: CellSums) {
    for slot in other.moments.indices {
      sums.moments[slot] += other.moments[slot]
      sums.counts[slot] += other.counts[slot]
    }
  }
}
