/// Blocks of rows divided into shares of about the same size, which have no sum in common.
///
/// A share has some of the cells; where few cells hold most of the rows, it has some of the items.
struct TallyShares: Sendable {
  /// Rows of one block that are of one cell, as places in the block's order.
  struct Run: Sendable {
    let block: Int
    let cell: Int
    let places: Range<Int>
  }

  /// Some runs, and which of the items are to be added.
  private struct Share: Sendable {
    let runs: ArraySlice<Run>
    let items: Range<Int>
  }

  /// What a cell takes beside its rows, in rows that could be added meanwhile.
  private static let effortOfCell = 20

  private let shares: [Share]
  /// Whether a cell is in several shares, each with some of the items.
  let areOfItems: Bool

  var count: Int { shares.count }

  /// - Parameters:
  ///   - blocks: the rows.
  ///   - cells: for each block the common number of each of its cells.
  ///   - cellCount: how many common numbers there are.
  ///   - itemCount: how many items there are.
  ///   - pieces: into how many shares to divide.
  init(_ blocks: [OrderedRows], cells: [[Int32]], cellCount: Int, itemCount: Int, pieces: Int) {
    var unsorted: [Run] = []
    for (block, rows) in blocks.enumerated() {
      for (own, cell) in cells[block].enumerated() {
        unsorted.append(Run(block: block, cell: Int(cell), places: rows.order.range(of: own)))
      }
    }
    // Stable, so that a cell's rows come in the order of the blocks.
    let order = GroupedPlaces(unsorted.map { Int32($0.cell) }, groupCount: cellCount)
    let runs = order.places.map { unsorted[Int($0)] }
    let sizes = (0..<cellCount).map { cell in
      runs[order.range(of: cell)].reduce(0) { $0 + $1.places.count }
    }
    let pieces = max(pieces, 1)
    let wanted = sizes.reduce(0) { $0 + $1 + Self.effortOfCell } / pieces + 1
    areOfItems = (sizes.max() ?? 0) > 2 * wanted
    guard !areOfItems else {
      shares = Self.divide(itemCount, into: pieces).map { Share(runs: runs[...], items: $0) }
      return
    }
    var (shares, start, effort) = ([Share](), 0, 0)
    for (cell, size) in sizes.enumerated() {
      effort += size + Self.effortOfCell
      let end = order.range(of: cell).upperBound
      guard effort >= wanted || cell == cellCount - 1 else { continue }
      shares.append(Share(runs: runs[start..<end], items: 0..<itemCount))
      (start, effort) = (end, 0)
    }
    self.shares = shares
  }

  /// A number of items in ranges of about the same size; at least one range, if an empty one.
  private static func divide(_ count: Int, into pieces: Int) -> [Range<Int>] {
    let pieces = max(min(pieces, count), 1)
    return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
  }

  /// Adds a share's rows to the sums of all cells.
  ///
  /// - Parameters:
  ///   - place: which share.
  ///   - sources: the rows of each block.
  ///   - slots: where the sums of the items stand.
  ///   - sums: of all cells; those without room get it.
  ///   - wholes: the same of all rows, whatever they answered.
  func add(
    _ place: Int, of sources: [RowSource], _ slots: SlotLayout,
    to sums: UnsafeMutableBufferPointer<CellSums>,
    _ wholes: UnsafeMutableBufferPointer<SIMD4<Double>>
  ) {
    let runs = shares[place].runs
    var rows = GatheredRows(items: shares[place].items)
    for (step, run) in zip(runs.indices, runs) {
      var rest = run.places
      while !rest.isEmpty {
        rest = rows.append(rest, of: sources[run.block])
        let isLast = rest.isEmpty && (step + 1 == runs.endIndex || runs[step + 1].cell != run.cell)
        guard isLast || rows.isFull else { continue }
        sums[run.cell].reserve(slots.slotCount)
        rows.flush(slots, to: &sums[run.cell], whole: &wholes[run.cell])
      }
    }
  }
}
