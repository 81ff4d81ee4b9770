/// Makes tables from the sums of cells, by the variance of one stage of the sample.
struct Tabulator: Sendable {
  /// The rows of a stratum, unit by unit.
  typealias StratumReader = @Sendable (Int) -> StratumRows

  let cells: TalliedCells
  let factors: StratumFactors
  let finish: TableFinish
  /// One for each breakdown.
  let frames: [BreakdownFrame]
  let calibration: CellCalibration?
  let rowCalibration: RowCalibration?
  /// Where rows come from that were drawn together in units; `nil` for elements.
  let units: StratumReader?
  private let workers: Workers

  init(
    cells: TalliedCells, factors: StratumFactors, finish: TableFinish, breakdowns: [Breakdown],
    calibration: CellCalibration? = nil, rowCalibration: RowCalibration? = nil,
    units: StratumReader? = nil, workers: Workers = .one
  ) {
    (self.cells, self.factors, self.rowCalibration) = (cells, factors, rowCalibration)
    (self.calibration, self.units, self.workers) = (calibration, units, workers)
    frames = BreakdownFrame.all(breakdowns, of: cells.numbering, workers)
    let pairs = frames.reduce(0) { $0 + $1.pairs.count }
    self.finish = finish.prepared(forTests: pairs * cells.slots.figureCount)
  }

  /// For each breakdown every item.
  ///
  /// - Parameter later: the later stages of the sample, whose variances are added.
  /// - Returns: the tables.
  func tables(withLaterStages later: [Tabulator] = []) -> [[TabulatedItem]] {
    let ranges = later.isEmpty ? itemRanges : [0..<cells.slots.itemCount]
    let parts =
      if let units {
        unitTables(ranges, units, later)
      } else {
        workers.map(ranges.count) { finished(elementFigures(ranges[$0]), later) }
      }
    return frames.indices.map { frame in parts.flatMap { $0[frame] } }
  }

  /// Some items at a time, whose sums then stay in the caches, and enough for all workers.
  private var itemRanges: [Range<Int>] {
    let largest = units == nil ? 96 : 128
    let share = cells.slots.figureCount / workers.pieces + 1
    return cells.slots.itemRanges(figures: workers.count == 1 ? largest : min(largest, share))
  }

  private func finished(_ figures: [BreakdownFigures], _ later: [Tabulator]) -> [[TabulatedItem]] {
    for stage in later {
      let all = 0..<stage.cells.slots.itemCount
      let others =
        stage.units.map { stage.unitParts([all], $0)[0].figures } ?? stage.elementFigures(all)
      for (figures, other) in zip(figures, others) { figures.addSpread(of: other) }
    }
    return figures.map(finish.items)
  }

  /// The figures of some items, of a sample of elements.
  private func elementFigures(_ items: Range<Int>) -> [BreakdownFigures] {
    let sums = CategorySums(cells, items: items, factors: calibration?.factors)
    let all = frames.map { BreakdownFigures(sums, $0) }
    for figures in all { figures.addElementVariances(sums, factors) }
    let products = rowCalibration.map {
      RowProducts($0, items: items, slots: sums.slots, frames: frames, strata: factors)
    }
    for (place, calibrated) in calibrated(all).enumerated() {
      if let calibration {
        calibrated.addTotals(sums, calibration)
        calibrated.addElements(sums, calibration, cells, factors)
      }
      products?.add(to: calibrated, breakdown: place)
      calibrated.correct(factors)
    }
    return all
  }

  /// What calibration takes out, for each breakdown; none without it.
  private func calibrated(_ figures: [BreakdownFigures]) -> [CalibratedFigures] {
    (calibration?.terms ?? rowCalibration?.terms).map { terms in
      figures.map { CalibratedFigures($0, terms) }
    } ?? []
  }

  /// The tables of several ranges of items, of a sample of primary units.
  private func unitTables(
    _ ranges: [Range<Int>], _ units: @escaping StratumReader, _ later: [Tabulator]
  ) -> [[[TabulatedItem]]] {
    let parts = unitParts(ranges, units)
    return workers.map(parts.count) { finished(parts[$0].figures, later) }
  }

  /// The figures of several ranges of items, of a sample of primary units, which are read once.
  private func unitParts(_ ranges: [Range<Int>], _ units: @escaping StratumReader) -> [UnitPart] {
    let parts = workers.map(ranges.count) { UnitPart(ranges[$0], self) }
    let segments = frames.map(\.segments)
    let pairs = frames.map { PairPlaces($0.pairs) }
    let cellsOf = cellsOfStratum
    let rows = cellsOf.map { $0.reduce(0) { $0 + Int(cells.wholes[$1].z) } }
    for strata in StratumBatches.ranges(rows: rows, workers: workers) {
      // Rows of some strata are put together by whoever is free, and then all items are summed.
      let read = workers.map(strata.count) { place in
        let stratum = strata.lowerBound + place
        let plan = ClusterPlan(cells: cellsOf[stratum], segments: segments, pairs: pairs)
        return (stratum: stratum, plan: plan, rows: units(stratum))
      }
      workers.run(parts.count) { part in
        for (stratum, plan, rows) in read { add(rows, of: stratum, plan, to: parts[part]) }
      }
    }
    workers.run(parts.count) { finish(parts[$0]) }
    return parts
  }

  private var cellsOfStratum: [[Int]] {
    var cellsOf = [[Int]](repeating: [], count: factors.ofSquares.count)
    for (cell, stratum) in cells.numbering.strata.enumerated() { cellsOf[stratum].append(cell) }
    return cellsOf
  }

  private func add(
    _ rows: StratumRows, of stratum: Int, _ plan: ClusterPlan, to part: UnitPart
  ) {
    var moments = ClusterMoments(
      plan: plan, slots: cells.slots, items: part.items, cellCount: cells.numbering.count,
      entries: calibration?.entries, rowVariables: rowCalibration?.terms.variableCount ?? 0)
    moments.add(rows)
    let factor = factors.ofSquares[stratum]
    moments.fold(into: part.figures, factor: factor)
    moments.fold(into: part.calibrated, factor: factor)
  }

  /// Takes out what strata and calibration explain, after all units have been read.
  private func finish(_ part: UnitPart) {
    for figures in part.figures { figures.subtractSums(factors) }
    let products = rowCalibration.map {
      RowProducts($0, items: part.items, slots: part.sums.slots, frames: frames, strata: nil)
    }
    for (place, calibrated) in part.calibrated.enumerated() {
      if let calibration { calibrated.addTotals(part.sums, calibration) }
      products?.add(to: calibrated, breakdown: place)
      calibrated.correct(factors)
    }
  }

  /// Some items while primary units are read; only one worker at a time has it.
  private struct UnitPart: @unchecked Sendable {
    let items: Range<Int>
    let sums: CategorySums
    let figures: [BreakdownFigures]
    /// What calibration takes out, for each breakdown; none without it.
    let calibrated: [CalibratedFigures]

    init(_ items: Range<Int>, _ tabulator: Tabulator) {
      self.items = items
      sums = CategorySums(tabulator.cells, items: items, factors: tabulator.calibration?.factors)
      let sums = sums
      figures = tabulator.frames.map { BreakdownFigures(sums, $0) }
      calibrated = tabulator.calibrated(figures)
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
