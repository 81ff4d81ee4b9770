import NumericKernels

extension SurveyDesign {
  /// All items by all breakdowns at once, with intervals and all comparisons between domains.
  ///
  /// The figures are those of ``proportions(of:by:sums:)``. A sample of one stage is
  /// read once: sums of w and w² by stratum, finest cell and category hold all that any domain
  /// needs, so that the cost of domains does not grow with the rows. Other designs go the long way.
  ///
  /// - Parameters:
  ///   - items: the answers.
  ///   - dimensions: what respondents may be divided by.
  ///   - breakdowns: the tables, as places in `dimensions`.
  ///   - confidence: of the intervals, in (0, 1).
  /// - Returns: for each breakdown every item, in the orders given.
  /// - Throws: ``EstimationError`` when a column has another length, or a breakdown no dimension.
  public func tabulated(
    _ items: [CodedColumn], by dimensions: [DomainColumn], in breakdowns: [Breakdown],
    confidence: Double = 0.95
  ) throws(EstimationError) -> [[TabulatedItem]] {
    try check(columnLengths: items.map(\.codes.count) + dimensions.map(\.codes.count))
    for breakdown in breakdowns {
      for place in breakdown.dimensions where !dimensions.indices.contains(place) {
        throw .noSuchDimension(index: place, dimensionCount: dimensions.count)
      }
    }
    let finish = TableFinish(
      degreesOfFreedom: Double(degreesOfFreedom), confidence: confidence,
      sizes: dimensions.map(\.domainCount))
    if let tables = calibratedTables(items, dimensions, breakdowns, finish) { return tables }
    guard CellNumbering.crossings(dimensions.map(\.domainCount)) != nil,
      canBeTallied || replicates != nil
    else { return try tabulatedOneByOne(items, dimensions, breakdowns, finish) }
    let tally = DesignTally(self, items, by: dimensions, isStratified: replicates == nil)
    let tabulator = Tabulator(
      cells: tally.cells, factors: StratumFactors(layout), finish: finish, breakdowns: breakdowns)
    if let replicates {
      if let tables = tabulator.replicateTables(tally, replicates) { return tables }
      return try tabulatedOneByOne(items, dimensions, breakdowns, finish)
    }
    return layout.unitCount == rowCount
      ? tabulator.tables() : tabulator.clusterTables(forEachStratum: tally.forEachStratum)
  }

  /// The tables of elements after one calibration whose rows are alike in classes; else `nil`.
  private func calibratedTables(
    _ items: [CodedColumn], _ dimensions: [DomainColumn], _ breakdowns: [Breakdown],
    _ finish: TableFinish
  ) -> [[TabulatedItem]]? {
    guard adjustments.count == 1, case .regression(let regression) = adjustments[0],
      let (start, classes) = regression.classes, classes.factors.allSatisfy({ $0 > 0 }),
      stages.count == 1, replicates == nil, hasSpreadInEveryStratum,
      layout.unitCount == rowCount, let column = classes.column, !items.isEmpty
    else { return nil }
    let dimensions = dimensions + [column]
    guard CellNumbering.crossings(dimensions.map(\.domainCount)) != nil else { return nil }
    let tally = DesignTally(self, items, by: dimensions, weights: start)
    let factors = StratumFactors(layout)
    return Tabulator(
      cells: tally.cells, factors: factors, finish: finish, breakdowns: breakdowns,
      calibration: CellCalibration(tally.cells, classes: classes, strata: factors)
    ).tables()
  }

  /// Whether the design is of one stage, in strata that need no rule for lonely units.
  var canBeTallied: Bool { isPlain && hasSpreadInEveryStratum }

  /// Whether no stratum's spread must be filled in.
  private var hasSpreadInEveryStratum: Bool {
    let fillsIn = lonelyUnits == .adjust || lonelyUnits == .average
    let leavesOut = lonelyUnits == .remove || lonelyUnits == .certainty
    return !(includesLonelyInDomains && fillsIn)
      && (0..<layout.stratumCount).allSatisfy {
        layout.sampledUnits($0) > 1 || leavesOut || layout.populationCorrection($0) < 1e-7
      }
  }

  private func tabulatedOneByOne(
    _ items: [CodedColumn], _ dimensions: [DomainColumn], _ breakdowns: [Breakdown],
    _ finish: TableFinish
  ) throws(EstimationError) -> [[TabulatedItem]] {
    var tables: [[TabulatedItem]] = []
    for breakdown in breakdowns {
      let domains = try domains(breakdown, of: dimensions)
      var row: [TabulatedItem] = []
      for item in items {
        row.append(finish.item(try proportions(of: item, by: domains), breakdown: breakdown))
      }
      tables.append(row)
    }
    return tables
  }

  private func domains(
    _ breakdown: Breakdown, of dimensions: [DomainColumn]
  ) throws(EstimationError) -> DomainColumn {
    var domains = DomainColumn.everyone(rowCount: rowCount)
    for place in breakdown.dimensions {
      do throws(MicrodataError) {
        domains = try domains.crossed(with: dimensions[place])
      } catch {
        throw .tooManyDomains(breakdown: breakdown.dimensions)
      }
    }
    return domains
  }
}
