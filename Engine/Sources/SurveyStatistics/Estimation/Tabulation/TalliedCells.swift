/// Σw, Σw² and the number of answers of every category of all items, in every cell that occurs.
struct TalliedCells: Sendable {
  let slots: SlotLayout
  private(set) var numbering: CellNumbering
  /// For each cell, for each slot: (Σw, Σw², n, 0).
  private(set) var sums: [SIMD4<Double>] = []
  /// (Σw, Σw², n, 0) over all rows of each cell, whatever they answered.
  private(set) var wholes: [SIMD4<Double>] = []

  init(slots: SlotLayout, numbering: CellNumbering) {
    self.slots = slots
    self.numbering = numbering
  }

  /// The cell of a row, which may be a new one.
  mutating func cell(stratum: Int, crossing: Int, crossings: Int) -> Int {
    numbering.cell(stratum: stratum, crossing: crossing, crossings: crossings)
  }

  /// Adds rows that follow each other.
  ///
  /// - Parameters:
  ///   - codes: row by row, from the first item's code of the first row; none above its limit.
  ///   - stride: from one row's codes to the next.
  ///   - weights: one for each row.
  ///   - cells: the cell of each row.
  mutating func add(
    codes: UnsafePointer<UInt8>, stride: Int, weights: [Double], cells: [Int32]
  ) {
    let missing = numbering.count * slots.slotCount - sums.count
    if missing > 0 { sums.append(contentsOf: repeatElement(.zero, count: missing)) }
    while wholes.count < numbering.count { wholes.append(.zero) }
    TallyKernel.addRows(
      cells.placesInOrder(count: numbering.count), codes: codes, stride: stride, weights: weights,
      cells: cells, slots: slots, to: &sums, &wholes)
  }

  /// Adds the sums of another part of the same survey, whose strata have other numbers.
  ///
  /// - Returns: the number that each of the other's cells has here.
  @discardableResult
  mutating func merge(_ other: TalliedCells, strata: [Int]) -> [Int32] {
    let crossings = CellNumbering.crossings(numbering.sizes) ?? 0
    return (0..<other.numbering.count).map { cell in
      let own = self.cell(
        stratum: strata[other.numbering.strata[cell]], crossing: other.numbering.crossing(of: cell),
        crossings: crossings)
      let (target, source) = (own * slots.slotCount, cell * slots.slotCount)
      if own < wholes.count {
        wholes[own] += other.wholes[cell]
      } else {
        wholes.append(other.wholes[cell])
      }
      if target == sums.count {
        sums.append(contentsOf: other.sums[source..<source + slots.slotCount])
      } else {
        for slot in 0..<slots.slotCount { sums[target + slot] += other.sums[source + slot] }
      }
      return Int32(own)
    }
  }
}

extension [Int32] {
  /// The places of these codes in the order of the codes, places of one code in their own order.
  func placesInOrder(count: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: count + 1)
    for code in self { starts[Int(code) + 1] += 1 }
    for code in 0..<count { starts[code + 1] += starts[code] }
    var sorted = [Int32](repeating: 0, count: self.count)
    for (place, code) in enumerated() {
      sorted[Int(starts[Int(code)])] = Int32(place)
      starts[Int(code)] += 1
    }
    return sorted
  }
}
