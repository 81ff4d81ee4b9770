/// The sums of all figures in every cell, each kind by itself.
struct CategorySums {
  /// Σw of each figure, cell by cell.
  let weights: NumberTable
  /// Σw².
  let squares: NumberTable
  /// Answers with a weight above 0.
  let counts: NumberTable

  /// - Parameters:
  ///   - cells: the sums of all slots.
  ///   - factors: what the weights of each cell are multiplied by; `nil` for 1.
  init(_ cells: TalliedCells, factors: [Double]? = nil) {
    let (slots, rows) = (cells.slots, cells.numbering.count)
    weights = NumberTable(rows: rows, width: slots.figureCount)
    squares = NumberTable(rows: rows, width: slots.figureCount)
    counts = NumberTable(rows: rows, width: slots.figureCount)
    for cell in 0..<rows {
      let factor = factors?[cell] ?? 1
      let (w, s, n) = (weights[cell], squares[cell], counts[cell])
      for item in 0..<slots.itemCount {
        // After the slot of code 0 come those of the categories.
        let first = cell * slots.slotCount + Int(slots.firstSlots[item]) + 1
        for (place, figure) in slots.figures(of: item).enumerated() {
          let sum = cells.sums[first + place]
          (w[figure], s[figure], n[figure]) = (sum.x * factor, sum.y * factor * factor, sum.z)
        }
      }
    }
  }
}
