/// Makes tables from the sums of cells.
struct Tabulator: Sendable {
  let cells: TalliedCells
  let factors: StratumFactors
  let finish: TableFinish
  /// One for each breakdown.
  let frames: [BreakdownFrame]
  var calibration: CellCalibration?

  init(
    cells: TalliedCells, factors: StratumFactors, finish: TableFinish, breakdowns: [Breakdown],
    calibration: CellCalibration? = nil
  ) {
    (self.cells, self.factors, self.finish) = (cells, factors, finish)
    self.calibration = calibration
    frames = BreakdownFrame.all(breakdowns, of: cells.numbering)
  }

  /// For each breakdown every item, of a sample of elements.
  func tables() -> [[TabulatedItem]] {
    // Some items at a time, whose sums then stay in the caches.
    joined(cells.slots.itemRanges(figures: 96).map(tables))
  }

  private func tables(of items: Range<Int>) -> [[TabulatedItem]] {
    let sums = CategorySums(cells, items: items, factors: calibration?.factors)
    return frames.map { frame in
      let figures = BreakdownFigures(sums, frame)
      figures.addElementVariances(sums, factors)
      if let calibration {
        CalibratedFigures(figures, calibration).correct(sums, cells, factors)
      }
      return finish.items(figures)
    }
  }

  /// For each breakdown every item, from the items of each breakdown in several parts.
  private func joined(_ parts: [[[TabulatedItem]]]) -> [[TabulatedItem]] {
    frames.indices.map { frame in parts.flatMap { $0[frame] } }
  }

  /// For each breakdown every item, of a sample of primary units.
  ///
  /// - Parameter forEachStratum: calls its argument with each stratum and its rows, unit by unit.
  /// - Returns: the tables.
  func clusterTables(
    forEachStratum: ((Int, StratumRows) -> Void) -> Void
  ) -> [[TabulatedItem]] {
    // Some items at a time, whose products then stay in the second cache.
    let parts = cells.slots.itemRanges(figures: 128).map { items in
      let sums = CategorySums(cells, items: items)
      return (items: items, figures: frames.map { BreakdownFigures(sums, $0) })
    }
    let segments = frames.map(\.segments)
    let pairs = frames.map { PairPlaces($0.pairs) }
    var cellsOfStratum = [[Int]](repeating: [], count: factors.ofSquares.count)
    for (cell, stratum) in cells.numbering.strata.enumerated() {
      cellsOfStratum[stratum].append(cell)
    }
    forEachStratum { stratum, rows in
      let plan = ClusterPlan(cells: cellsOfStratum[stratum], segments: segments, pairs: pairs)
      for part in parts {
        var moments = ClusterMoments(
          plan: plan, slots: cells.slots, items: part.items, cellCount: cells.numbering.count)
        moments.add(rows)
        moments.fold(into: part.figures, factor: factors.ofSquares[stratum])
      }
    }
    return joined(
      parts.map { part in
        part.figures.map { figures in
          figures.subtractSums(factors)
          return finish.items(figures)
        }
      })
  }

  /// For each breakdown every item, by replicate weights; `nil` when they need the long way.
  func replicateTables(
    _ tally: DesignTally, _ replicates: ReplicateWeights
  ) -> [[TabulatedItem]]? {
    let sums = CategorySums(cells)
    let figures = frames.map { BreakdownFigures(sums, $0) }
    guard ReplicateSpread(tally, replicates, figures).fill() else { return nil }
    return figures.map(finish.items)
  }
}
