/// The sums of some items' figures in every cell, each kind by itself.
struct CategorySums {
  /// Where the figures of these items stand.
  let slots: SlotLayout
  /// Σw of each figure, cell by cell.
  let weights: NumberTable
  /// Σw².
  let squares: NumberTable
  /// Answers with a weight other than 0.
  let counts: NumberTable

  /// - Parameters:
  ///   - cells: the sums of all slots.
  ///   - items: which of the items; `nil` for all.
  ///   - factors: what the weights of each cell are multiplied by; `nil` for 1.
  init(_ cells: TalliedCells, items: Range<Int>? = nil, factors: [Double]? = nil) {
    let (all, rows) = (cells.slots, cells.numbering.count)
    let items = items ?? 0..<all.itemCount
    slots = SlotLayout(itemSizes: Array(all.itemSizes[items]))
    weights = NumberTable(rows: rows, width: slots.figureCount)
    squares = NumberTable(rows: rows, width: slots.figureCount)
    counts = NumberTable(rows: rows, width: slots.figureCount)
    guard let item = items.first else { return }
    let slot = Int(all.firstSlots[item])
    for cell in 0..<rows {
      cells.sums[cell].moments.withUnsafeBufferPointer { sums in
        cells.sums[cell].counts.withUnsafeBufferPointer { numbers in
          guard let sums = sums.baseAddress, let numbers = numbers.baseAddress else { return }
          TallyKernel.separate(
            sums + slot, numbers + slot, slots, factor: factors?[cell] ?? 1, to: weights[cell],
            squares[cell], counts[cell])
        }
      }
    }
  }
}
