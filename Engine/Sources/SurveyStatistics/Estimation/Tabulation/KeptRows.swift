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

    var isFull: Bool { weights.count == capacity }
  }

  private let itemCount: Int
  /// The rows of each stratum.
  private var chunks: [[Chunk]] = []

  init(itemCount: Int) {
    self.itemCount = itemCount
  }

  /// Keeps the rows of some blocks, one block after the other.
  ///
  /// - Parameters:
  ///   - blocks: the rows, with their primary units.
  ///   - strata: for each block the number that each of its strata has here.
  ///   - cells: for each block the number that each of its cells has here.
  ///   - workers: among whom the strata are shared.
  mutating func add(
    _ blocks: [OrderedRows], strata: [[Int]], cells: [[Int32]], workers: Workers = .one
  ) {
    let last = strata.joined().max() ?? -1
    while chunks.count <= last { chunks.append([]) }
    let (itemCount, pieces) = (itemCount, workers.pieces)
    chunks.withUnsafeMutableBufferPointer { chunks in
      // Every stratum is in one piece only.
      nonisolated(unsafe) let chunks = chunks
      workers.run(pieces) { piece in
        for (block, rows) in blocks.enumerated() {
          for (own, cell) in cells[block].enumerated() {
            let stratum = strata[block][rows.numbering.strata[own]]
            guard stratum % pieces == piece else { continue }
            Self.append(
              rows.order.places[rows.order.range(of: own)], of: rows, cell: cell, itemCount,
              to: &chunks[stratum])
          }
        }
      }
    }
  }

  private static func append(
    _ places: ArraySlice<Int32>, of rows: OrderedRows, cell: Int32, _ itemCount: Int,
    to chunks: inout [Chunk]
  ) {
    let width = rows.shape.rowWidth
    // Out of the array while it grows: a chunk that two places hold would be copied.
    var chunk = chunks.popLast() ?? Chunk(capacity: 16, itemCount: itemCount)
    rows.codes.withUnsafeBufferPointer { codes in
      for row in places.lazy.map(Int.init) {
        if chunk.isFull {
          chunks.append(chunk)
          let quarter = chunks.reduce(0) { $0 + $1.capacity } / 4
          chunk = Chunk(capacity: min(max(quarter, 16), 512), itemCount: itemCount)
        }
        chunk.codes.append(contentsOf: codes[(row + 1) * width - itemCount..<(row + 1) * width])
        chunk.weights.append(rows.weights[row])
        chunk.cells.append(cell)
        chunk.units.append(rows.primaryUnits[row])
      }
    }
    chunks.append(chunk)
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
  func unitCounts(_ workers: Workers = .one) -> (perStratum: [Int], degreesOfFreedom: Int) {
    let counts = workers.map(chunks.count) { stratum in
      var (all, weighted) = (KeyNumbering(), KeyNumbering())
      for chunk in chunks[stratum] {
        for (unit, weight) in zip(chunk.units, chunk.weights) {
          _ = all.number(of: Int(unit))
          if weight > 0 { _ = weighted.number(of: Int(unit)) }
        }
      }
      return (all: all.keys.count, weighted: weighted.keys.count)
    }
    return (counts.map(\.all), counts.reduce(0) { $0 + max($1.weighted - 1, 0) })
  }

  /// The rows of a stratum, unit by unit, those of a unit in the order of their cells.
  ///
  /// So the order does not depend on how the survey came in blocks, nor do sums to the last bit.
  @Sendable func rows(ofStratum stratum: Int) -> StratumRows {
    let parts = chunks[stratum]
    // Where each row is: chunk and row.
    let places = parts.indices.flatMap { chunk in
      parts[chunk].units.indices.map { (chunk: Int32(chunk), row: Int32($0)) }
    }
    var rows = StratumRows()
    rows.reserveCapacity(places.count, itemCount: itemCount)
    let order = unitOrder(parts)
    for place in order.places {
      let (chunk, row) = (Int(places[Int(place)].chunk), Int(places[Int(place)].row))
      rows.weights.append(parts[chunk].weights[row])
      rows.cells.append(parts[chunk].cells[row])
      parts[chunk].codes.withUnsafeBufferPointer { codes in
        rows.codes.append(contentsOf: codes[row * itemCount..<(row + 1) * itemCount])
      }
    }
    rows.unitEnds = order.starts.dropFirst().map(Int.init)
    return rows
  }

  /// The rows of some chunks unit by unit, units by code, those of a unit in the order of cells.
  private func unitOrder(_ parts: [Chunk]) -> GroupedPlaces {
    let (units, cells) = (Densified(parts.flatMap(\.units)), Densified(parts.flatMap(\.cells)))
    return GroupedPlaces(
      units.codes, groupCount: units.originals.count,
      from: GroupedPlaces(cells.codes, groupCount: cells.originals.count).places)
  }
}
