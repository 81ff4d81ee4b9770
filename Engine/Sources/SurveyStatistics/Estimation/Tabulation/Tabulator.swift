/// Makes tables from the sums of cells, by the variance of one stage of the sample.
struct Tabulator {
  /// Calls its argument with each stratum and its rows, unit by unit.
  typealias StratumReader = ((Int, StratumRows) -> Void) -> Void

  let cells: TalliedCells
  let factors: StratumFactors
  let finish: TableFinish
  /// One for each breakdown.
  let frames: [BreakdownFrame]
  let calibration: CellCalibration?
  /// Where rows come from that were drawn together in units; `nil` for elements.
  let units: StratumReader?

  init(
    cells: TalliedCells, factors: StratumFactors, finish: TableFinish, breakdowns: [Breakdown],
    calibration: CellCalibration? = nil, units: StratumReader? = nil
  ) {
    (self.cells, self.factors, self.finish) = (cells, factors, finish)
    (self.calibration, self.units) = (calibration, units)
    frames = BreakdownFrame.all(breakdowns, of: cells.numbering)
  }

  /// For each breakdown every item.
  ///
  /// - Parameter later: the later stages of the sample, whose variances are added.
  /// - Returns: the tables.
  func tables(withLaterStages later: [Tabulator] = []) -> [[TabulatedItem]] {
    // Some items at a time, whose sums then stay in the caches.
    let ranges =
      later.isEmpty
      ? cells.slots.itemRanges(figures: units == nil ? 96 : 128) : [0..<cells.slots.itemCount]
    let parts =
      if let units {
        unitFigures(ranges, units).map { finished($0, later) }
      } else {
        ranges.map { finished(elementFigures($0), later) }
      }
    return frames.indices.map { frame in parts.flatMap { $0[frame] } }
  }

  private func finished(_ figures: [BreakdownFigures], _ later: [Tabulator]) -> [[TabulatedItem]] {
    for stage in later {
      let all = 0..<stage.cells.slots.itemCount
      let others = stage.units.map { stage.unitFigures([all], $0)[0] } ?? stage.elementFigures(all)
      for (figures, other) in zip(figures, others) { figures.addSpread(of: other) }
    }
    return figures.map(finish.items)
  }

  /// The figures of some items, of a sample of elements.
  private func elementFigures(_ items: Range<Int>) -> [BreakdownFigures] {
    let sums = CategorySums(cells, items: items, factors: calibration?.factors)
    return frames.map { frame in
      let figures = BreakdownFigures(sums, frame)
      figures.addElementVariances(sums, factors)
      if let calibration {
        let calibrated = CalibratedFigures(figures, calibration)
        calibrated.addElements(sums, cells, factors)
        calibrated.correct(sums, cells, factors)
      }
      return figures
    }
  }

  /// The figures of several ranges of items, of a sample of primary units, which are read once.
  private func unitFigures(
    _ ranges: [Range<Int>], _ units: StratumReader
  ) -> [[BreakdownFigures]] {
    let parts = ranges.map { UnitPart($0, self) }
    let segments = frames.map(\.segments)
    let pairs = frames.map { PairPlaces($0.pairs) }
    var cellsOfStratum = [[Int]](repeating: [], count: factors.ofSquares.count)
    for (cell, stratum) in cells.numbering.strata.enumerated() {
      cellsOfStratum[stratum].append(cell)
    }
    units { stratum, rows in
      let plan = ClusterPlan(cells: cellsOfStratum[stratum], segments: segments, pairs: pairs)
      for part in parts {
        var moments = ClusterMoments(
          plan: plan, slots: cells.slots, items: part.items, cellCount: cells.numbering.count,
          entries: calibration?.entries)
        moments.add(rows)
        let factor = factors.ofSquares[stratum]
        moments.fold(into: part.figures, factor: factor)
        moments.fold(into: part.calibrated, factor: factor)
      }
    }
    for part in parts {
      for figures in part.figures { figures.subtractSums(factors) }
      for calibrated in part.calibrated { calibrated.correct(part.sums, cells, factors) }
    }
    return parts.map(\.figures)
  }

  /// Some items while primary units are read.
  private struct UnitPart {
    let items: Range<Int>
    let sums: CategorySums
    let figures: [BreakdownFigures]
    /// What calibration takes out, for each breakdown; none without it.
    let calibrated: [CalibratedFigures]

    init(_ items: Range<Int>, _ tabulator: Tabulator) {
      self.items = items
      let sums = CategorySums(
        tabulator.cells, items: items, factors: tabulator.calibration?.factors)
      self.sums = sums
      let figures = tabulator.frames.map { BreakdownFigures(sums, $0) }
      self.figures = figures
      calibrated =
        tabulator.calibration.map { calibration in
          figures.map { CalibratedFigures($0, calibration) }
        } ?? []
    }
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
