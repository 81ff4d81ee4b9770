/// The innermost loops of a tabulation: no allocation, no checks, nothing generic.
///
/// Callers have checked every code and length; nothing outside this module can get here.
enum TallyKernel {
  /// Adds (w, w², 1, 0) to the sums of each answer's slot in the row's cell.
  ///
  /// A cell's sums stay in the nearest cache while its rows pass, and no two answers of a row
  /// meet in a slot, so that no addition waits for the one before.
  ///
  /// - Parameters:
  ///   - order: which row comes at each place: those of one cell follow each other.
  ///   - codes: row by row, from the first item's code of the first row.
  ///   - stride: from one row's codes to the next.
  ///   - weights: one for each row.
  ///   - cells: one for each row.
  ///   - slots: where the items' sums stand.
  ///   - sums: cell by cell.
  static func addRows(
    _ order: [Int32], codes: UnsafePointer<UInt8>, stride: Int, weights: UnsafePointer<Double>,
    cells: UnsafePointer<Int32>, slots: SlotLayout, to sums: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let (itemCount, slotCount) = (slots.itemCount, slots.slotCount)
    slots.firstSlots.withUnsafeBufferPointer { firstSlots in
      for row in order {
        let row = Int(row)
        let weight = weights[row]
        let addend = SIMD4(weight, weight * weight, weight > 0 ? 1 : 0, 0)
        let codes = codes + row * stride
        let cell = sums + Int(cells[row]) * slotCount
        for item in 0..<itemCount {
          cell[Int(firstSlots[item]) + Int(codes[item])] += addend
        }
      }
    }
  }

  /// Puts a column's codes into rows, in a given order.
  static func gather(
    _ column: UnsafePointer<UInt8>, _ rows: [Int32], to codes: UnsafeMutablePointer<UInt8>,
    from first: Int, step: Int
  ) {
    var place = first
    for row in rows {
      codes[place] = column[Int(row)]
      place += step
    }
  }

  /// The place of the first code above its limit; `nil` when there is none.
  static func firstExcess(
    _ codes: UnsafePointer<UInt8>, _ limits: UnsafePointer<UInt8>, width: Int, rowCount: Int
  ) -> Int? {
    for row in 0..<rowCount {
      let start = row * width
      var excess: UInt8 = 0
      for place in 0..<width { excess |= codes[start + place] > limits[place] ? 1 : 0 }
      guard excess == 0 else {
        return (start..<start + width).first { codes[$0] > limits[$0 - start] }
      }
    }
    return nil
  }

  /// target += source.
  static func add(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count { target[place] += source[place] }
  }

  /// target −= k·a·b.
  static func subtractProducts(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, factor: Double,
    from target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count { target[place] -= factor * a[place] * b[place] }
  }

  /// For each figure the sum over all categories of its item.
  static func spread(
    _ source: UnsafePointer<Double>, _ slots: SlotLayout, to target: UnsafeMutablePointer<Double>
  ) {
    slots.firstFigures.withUnsafeBufferPointer { firstFigures in
      for item in 0..<firstFigures.count - 1 {
        let (start, end) = (firstFigures[item], firstFigures[item + 1])
        var sum = 0.0
        for figure in start..<end { sum += source[figure] }
        for figure in start..<end { target[figure] = sum }
      }
    }
  }

  /// S = (Σw·y − p·Σw)/W.
  static func linearise(
    _ sums: UnsafePointer<Double>, _ wholes: UnsafePointer<Double>,
    _ proportions: UnsafePointer<Double>, _ inverses: UnsafePointer<Double>,
    to parts: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      parts[place] = (sums[place] - proportions[place] * wholes[place]) * inverses[place]
    }
  }

  /// target += k·(a − 2p·b + p²·c)/W²: the sum of squares of a − p·w over the units of a segment.
  ///
  /// a, b and c are the sums of (Σw·y)², (Σw·y)·(Σw) and (Σw)² of each unit; of elements a = b.
  static func addSpread(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ c: UnsafePointer<Double>,
    _ proportions: UnsafePointer<Double>, _ inverses: UnsafePointer<Double>, factor: Double,
    to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      let (p, inverse) = (proportions[place], inverses[place])
      let spread = a[place] - 2 * p * b[place] + p * p * c[place]
      target[place] += factor * spread * inverse * inverse
    }
  }
}
