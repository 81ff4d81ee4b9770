/// The rows of a clustered sample, which must be kept until all of a primary unit's are there.
///
/// They take a byte for each item and sixteen for weight, cell and unit. Those of a stratum lie
/// together, so that sorting them by unit stays within the cache.
struct KeptRows: Sendable {
  private struct Chunk {
    var codes: [UInt8] = []
    var weights: [Double] = []
    var cells: [Int32] = []
    /// The code of each row's unit in the source.
    var units: [Int32] = []
    let capacity: Int

    init(capacity: Int, itemCount: Int) {
      self.capacity = capacity
      codes.reserveCapacity(capacity * itemCount)
      weights.reserveCapacity(capacity)
      cells.reserveCapacity(capacity)
      units.reserveCapacity(capacity)
    }
  }

  private let itemCount: Int
  /// The rows of each stratum.
  private var chunks: [[Chunk]] = []

  init(itemCount: Int) {
    self.itemCount = itemCount
  }

  /// Keeps the rows of a block.
  ///
  /// - Parameters:
  ///   - block: the rows.
  ///   - strata: the number of each row's stratum.
  ///   - cells: the cell of each row.
  ///   - width: how many codes a row has.
  ///   - firstItem: which of them is the first to be kept.
  mutating func add(
    _ block: AnswerBlock, strata: [Int32], cells: [Int32], width: Int, firstItem: Int
  ) {
    guard let last = strata.max() else { return }
    while chunks.count <= Int(last) { chunks.append([]) }
    block.codes.withUnsafeBufferPointer { codes in
      for row in cells.indices {
        let start = row * width + firstItem
        append(
          codes[start..<start + itemCount], block.weights[row], cells[row], block.primaryUnits[row],
          to: Int(strata[row]))
      }
    }
  }

  private mutating func append(
    _ codes: Slice<UnsafeBufferPointer<UInt8>>, _ weight: Double, _ cell: Int32, _ unit: Int32,
    to stratum: Int
  ) {
    var last = chunks[stratum].count - 1
    if last < 0 || chunks[stratum][last].weights.count == chunks[stratum][last].capacity {
      let rows = chunks[stratum].reduce(0) { $0 + $1.capacity }
      chunks[stratum].append(Chunk(capacity: min(max(rows / 4, 16), 512), itemCount: itemCount))
      last += 1
    }
    chunks[stratum][last].codes.append(contentsOf: codes)
    chunks[stratum][last].weights.append(weight)
    chunks[stratum][last].cells.append(cell)
    chunks[stratum][last].units.append(unit)
  }

  /// Adds the rows of another part of the survey, under the numbers that strata and cells have here.
  mutating func merge(_ other: KeptRows, strata: [Int], cells: [Int32]) {
    for (stratum, parts) in other.chunks.enumerated() {
      while chunks.count <= strata[stratum] { chunks.append([]) }
      for var chunk in parts {
        chunk.cells = chunk.cells.map { cells[Int($0)] }
        chunks[strata[stratum]].insert(chunk, at: 0)
      }
    }
  }

  /// The units of each stratum, and the units − strata that have any weight.
  func unitCounts() -> (perStratum: [Int], degreesOfFreedom: Int) {
    var (counts, degreesOfFreedom) = ([Int](), 0)
    for parts in chunks {
      var (all, weighted) = (KeyNumbering(), KeyNumbering())
      for chunk in parts {
        for (unit, weight) in zip(chunk.units, chunk.weights) {
          _ = all.number(of: Int(unit))
          if weight > 0 { _ = weighted.number(of: Int(unit)) }
        }
      }
      counts.append(all.keys.count)
      degreesOfFreedom += max(weighted.keys.count - 1, 0)
    }
    return (counts, degreesOfFreedom)
  }

  /// Calls a closure with the rows of every stratum in turn.
  func forEachStratum(_ body: (Int, StratumRows) -> Void) {
    var rows = StratumRows()
    for stratum in chunks.indices {
      gather(stratum, into: &rows)
      body(stratum, rows)
    }
  }

  private func gather(_ stratum: Int, into rows: inout StratumRows) {
    var numbering = KeyNumbering()
    var units: [Int32] = []
    // Where the row of each place of `units` is: chunk and row.
    var places: [(Int32, Int32)] = []
    for (index, chunk) in chunks[stratum].enumerated() {
      for (row, unit) in chunk.units.enumerated() {
        units.append(Int32(numbering.number(of: Int(unit))))
        places.append((Int32(index), Int32(row)))
      }
    }
    rows.removeAll()
    var previous: Int32 = -1
    for place in units.placesInOrder(count: numbering.keys.count) {
      if units[Int(place)] != previous, previous >= 0 { rows.unitEnds.append(rows.weights.count) }
      previous = units[Int(place)]
      let (index, row) = (Int(places[Int(place)].0), Int(places[Int(place)].1))
      rows.weights.append(chunks[stratum][index].weights[row])
      rows.cells.append(chunks[stratum][index].cells[row])
      chunks[stratum][index].codes.withUnsafeBufferPointer { codes in
        rows.codes.append(contentsOf: codes[row * itemCount..<(row + 1) * itemCount])
      }
    }
    if previous >= 0 { rows.unitEnds.append(rows.weights.count) }
  }
}
