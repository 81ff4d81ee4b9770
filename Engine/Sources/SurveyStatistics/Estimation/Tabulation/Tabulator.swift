/// Makes tables from the sums of cells.
struct Tabulator {
  let cells: TalliedCells
  let factors: StratumFactors
  let finish: TableFinish

  /// For each breakdown every item, of a sample of elements.
  func tables(
    in breakdowns: [Breakdown], calibration: CellCalibration? = nil
  ) -> [[TabulatedItem]] {
    let sums = CategorySums(cells, factors: calibration?.factors)
    let order = cells.numbering.inStratumOrder
    return breakdowns.map { breakdown in
      let figures = BreakdownFigures(
        cells: cells, sums: sums, order: order, breakdown: breakdown)
      figures.addElementVariances(sums, factors)
      if let calibration {
        CalibratedFigures(figures, calibration).correct(sums, cells, factors)
      }
      return finish.items(figures)
    }
  }

  /// For each breakdown every item, of a sample of primary units.
  ///
  /// - Parameters:
  ///   - breakdowns: the tables.
  ///   - forEachStratum: calls its argument with each stratum and its rows, unit by unit.
  /// - Returns: the tables.
  func clusterTables(
    in breakdowns: [Breakdown], forEachStratum: ((Int, StratumRows) -> Void) -> Void
  ) -> [[TabulatedItem]] {
    let sums = CategorySums(cells)
    let order = cells.numbering.inStratumOrder
    let figures = breakdowns.map {
      BreakdownFigures(cells: cells, sums: sums, order: order, breakdown: $0)
    }
    let segments = figures.map(\.segments)
    let pairs = figures.map { PairPlaces($0.pairs) }
    var cellsOfStratum = [[Int]](repeating: [], count: factors.ofSquares.count)
    for (cell, stratum) in cells.numbering.strata.enumerated() {
      cellsOfStratum[stratum].append(cell)
    }
    forEachStratum { stratum, rows in
      var moments = ClusterMoments(
        plan: ClusterPlan(cells: cellsOfStratum[stratum], segments: segments, pairs: pairs),
        slots: cells.slots, cellCount: cells.numbering.count)
      moments.add(rows)
      moments.fold(into: figures, factor: factors.ofSquares[stratum])
    }
    for breakdown in figures { breakdown.subtractSums(factors) }
    return figures.map(finish.items)
  }

  /// For each breakdown every item, by replicate weights; `nil` when they need the long way.
  func replicateTables(
    in breakdowns: [Breakdown], _ tally: DesignTally, _ replicates: ReplicateWeights
  ) -> [[TabulatedItem]]? {
    let sums = CategorySums(cells)
    let order = cells.numbering.inStratumOrder
    let figures = breakdowns.map {
      BreakdownFigures(cells: cells, sums: sums, order: order, breakdown: $0)
    }
    guard ReplicateSpread(tally, replicates, figures).fill() else { return nil }
    return figures.map(finish.items)
  }
}
