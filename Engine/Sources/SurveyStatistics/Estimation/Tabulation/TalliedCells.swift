/// Σw, Σw² and the number of answers of every category of all items, in every cell that occurs.
struct TalliedCells: Sendable {
  let slots: SlotLayout
  private(set) var numbering: CellNumbering
  /// For each cell, for each slot: (Σw, Σw², n, 0).
  ///
  /// An array for each cell, so that cells that come later move none of the others.
  private(set) var sums: [[SIMD4<Double>]] = []
  /// (Σw, Σw², n, 0) over all rows of each cell, whatever they answered.
  private(set) var wholes: [SIMD4<Double>] = []

  init(slots: SlotLayout, numbering: CellNumbering) {
    self.slots = slots
    self.numbering = numbering
  }

  /// Adds rows that stand in the order of their cells.
  ///
  /// - Parameters:
  ///   - codes: row by row the items' codes, none above its limit.
  ///   - weights: one for each row.
  ///   - cells: the cell of each row.
  mutating func add(codes: [UInt8], weights: [Double], cells: [Int32]) {
    grow()
    let slots = slots
    var start = 0
    while start < cells.count {
      var end = start + 1
      while end < cells.count, cells[end] == cells[start] { end += 1 }
      let (cell, rows) = (Int(cells[start]), start..<end)
      codes.withUnsafeBufferPointer { codes in
        weights.withUnsafeBufferPointer { weights in
          sums[cell].withUnsafeMutableBufferPointer { sums in
            guard let codes = codes.baseAddress, let weights = weights.baseAddress,
              let sums = sums.baseAddress
            else { return }
            TallyKernel.addRun(
              codes + rows.lowerBound * slots.itemCount, weights + rows.lowerBound,
              count: rows.count, slots, 0..<slots.itemCount, to: sums)
          }
        }
      }
      wholes[cell] = weights[rows].reduce(wholes[cell]) { $0 + .counted($1) }
      start = end
    }
  }

  /// Adds blocks of rows, in their order; cells, or else items, are shared among the workers.
  ///
  /// - Parameters:
  ///   - blocks: the rows.
  ///   - strata: for each block the number that each of its strata has here.
  ///   - workers: who adds. Only one adds to any sum, so that figures do not depend on them.
  /// - Returns: for each block the number that each of its cells has here.
  mutating func add(
    _ blocks: [OrderedRows], strata: [[Int]], workers: Workers
  ) -> [[Int32]] {
    let cells = zip(blocks, strata).map { numbering.merge($0.numbering, strata: $1) }
    let shares = TallyShares(
      blocks, cells: cells, cellCount: numbering.count, itemCount: slots.itemCount,
      pieces: workers.count == 1 ? 1 : 2 * workers.pieces)
    // Where each worker has cells of its own, it makes their room itself.
    grow(withRoom: shares.areOfItems)
    guard let shape = blocks.first?.shape else { return cells }
    let slots = slots
    RowSource.with(blocks[...]) { sources in
      sums.withUnsafeMutableBufferPointer { sums in
        wholes.withUnsafeMutableBufferPointer { wholes in
          // No two shares have a sum in common.
          nonisolated(unsafe) let (allSums, allWholes) = (sums, wholes)
          workers.run(shares.count) { place in
            shares.add(place, of: sources, shape, slots, to: allSums, allWholes)
          }
        }
      }
    }
    return cells
  }

  /// Makes a place for each cell that has a number, and as a rule the room for its sums.
  private mutating func grow(withRoom: Bool = true) {
    while sums.count < numbering.count {
      sums.append([])
      wholes.append(.zero)
    }
    guard withRoom else { return }
    for cell in sums.indices where sums[cell].isEmpty {
      sums[cell] = Array(repeating: .zero, count: slots.slotCount)
    }
  }

  /// The cell of a row, which may be a new one.
  mutating func cell(stratum: Int, crossing: Int, crossings: Int) -> Int {
    numbering.cell(stratum: stratum, crossing: crossing, crossings: crossings)
  }

  /// Adds the sums of another part of the same survey, whose strata have other numbers.
  ///
  /// - Returns: the number that each of the other's cells has here.
  @discardableResult
  mutating func merge(_ other: TalliedCells, strata: [Int]) -> [Int32] {
    let cells = numbering.merge(other.numbering, strata: strata)
    grow()
    for (cell, own) in cells.enumerated() {
      wholes[Int(own)] += other.wholes[cell]
      for slot in 0..<slots.slotCount { sums[Int(own)][slot] += other.sums[cell][slot] }
    }
    return cells
  }
}

extension SIMD4<Double> {
  /// What a row of some weight adds to a sum: (w, w², 1, 0), without being counted if w is 0.
  static func counted(_ weight: Double) -> SIMD4<Double> {
    SIMD4(weight, weight * weight, weight == 0 ? 0 : 1, 0)
  }
}
