/// Σw, Σw² and the number of answers of every category of all items, in every cell that occurs.
struct TalliedCells: Sendable {
  let slots: SlotLayout
  private(set) var numbering: CellNumbering
  /// The sums of each cell, in a place of its own, so that cells that come later move no others.
  private(set) var sums: [CellSums] = []
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
    var rows = GatheredRows(items: 0..<slots.itemCount)
    let places = cells.indices.map { Int32($0) }
    RowSource.with(codes: codes, weights: weights, order: places, rowWidth: slots.itemCount) {
      source in
      var start = 0
      while start < cells.count {
        var end = start + 1
        while end < cells.count, cells[end] == cells[start] { end += 1 }
        var rest = start..<end
        while !rest.isEmpty {
          rest = rows.append(rest, of: source)
          rows.flush(slots, to: &sums[Int(cells[start])], whole: &wholes[Int(cells[start])])
        }
        start = end
      }
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
    let slots = slots
    RowSource.with(blocks[...]) { sources in
      sums.withUnsafeMutableBufferPointer { sums in
        wholes.withUnsafeMutableBufferPointer { wholes in
          // No two shares have a sum in common.
          nonisolated(unsafe) let (allSums, allWholes) = (sums, wholes)
          workers.run(shares.count) { place in
            shares.add(place, of: sources, slots, to: allSums, allWholes)
          }
        }
      }
    }
    return cells
  }

  /// Makes a place for each cell that has a number, and as a rule the room for its sums.
  private mutating func grow(withRoom: Bool = true) {
    while sums.count < numbering.count {
      sums.append(CellSums())
      wholes.append(.zero)
    }
    guard withRoom else { return }
    for cell in sums.indices { sums[cell].reserve(slots.slotCount) }
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
      sums[Int(own)] += other.sums[cell]
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
