import NumericKernels

extension SurveyDesign {
  /// All items by all breakdowns at once, with intervals and all comparisons between domains.
  ///
  /// The figures are those of ``proportions(of:by:sums:)``. Rows are read once for
  /// each stage of the sample: sums of w and w² by stratum, finest cell and category hold all that
  /// any domain needs, so that the cost of domains does not grow with the rows. What goes the long
  /// way: calibration to numbers of many values or more than once, non-response adjustments, and
  /// rules that fill in for lonely units.
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
    try check(
      items.enumerated().map { ("items[\($0)]", $1.codes.count) }
        + dimensions.enumerated().map { ("dimensions[\($0)]", $1.codes.count) })
    for breakdown in breakdowns {
      for place in breakdown.dimensions where !dimensions.indices.contains(place) {
        throw .noSuchDimension(index: place, dimensionCount: dimensions.count)
      }
    }
    let finish = TableFinish(
      degreesOfFreedom: Double(degreesOfFreedom), confidence: confidence,
      sizes: dimensions.map(\.domainCount))
    if let tables = stageTables(items, dimensions, breakdowns, finish) { return tables }
    if let tables = replicateTables(items, dimensions, breakdowns, finish) { return tables }
    return try tabulatedOneByOne(items, dimensions, breakdowns, finish)
  }

  /// The tables of a sample of any stages that has been calibrated once or not at all.
  ///
  /// `nil` when rows of a calibration are not alike in classes, or a stratum needs a rule.
  func stageTables(
    _ items: [CodedColumn], _ dimensions: [DomainColumn], _ breakdowns: [Breakdown],
    _ finish: TableFinish
  ) -> [[TabulatedItem]]? {
    let counted = stages.filter { stage in stage.multipliers.contains { $0 > 0 } }
    guard replicates == nil, adjustments.count <= 1, !items.isEmpty,
      counted.allSatisfy(hasSpreadInEveryStratum(of:))
    else { return nil }
    var (dimensions, classes) = (dimensions, RowClasses?.none)
    if let adjustment = adjustments.first {
      guard let found = adjustment.classes(weights: weights), let column = found.column,
        found.factors.allSatisfy({ $0 > 0 })
      else { return nil }
      classes = found
      dimensions.append(column)
    }
    guard CellNumbering.crossings(dimensions.map(\.domainCount)) != nil else { return nil }
    // Cells of later stages are many, and so few items are summed at once.
    let slots = SlotLayout(itemSizes: items.map(\.categoryCount))
    let ranges = counted.count > 1 ? slots.itemRanges(figures: 96) : [items.indices]
    let parts = ranges.map { range in
      let tabulators = counted.map { stage in
        tabulator(stage, Array(items[range]), dimensions, breakdowns, finish, classes)
      }
      return tabulators[0].tables(withLaterStages: Array(tabulators.dropFirst()))
    }
    return breakdowns.indices.map { breakdown in parts.flatMap { $0[breakdown] } }
  }

  private func tabulator(
    _ stage: StageLayout, _ items: [CodedColumn], _ dimensions: [DomainColumn],
    _ breakdowns: [Breakdown], _ finish: TableFinish, _ classes: RowClasses?
  ) -> Tabulator {
    let tally = DesignTally(self, items, by: dimensions, layout: stage)
    let factors = StratumFactors(stage)
    var units: Tabulator.StratumReader?
    var weightsOfUnits: Tabulator.StratumReader?
    if stage.unitCount < rowCount {
      units = { tally.rows(ofStratum: $0) }
      weightsOfUnits = { tally.rows(ofStratum: $0, withCodes: false) }
    }
    let calibration = classes.map { classes in
      CellCalibration(tally.cells, classes: classes, strata: factors, units: weightsOfUnits)
    }
    return Tabulator(
      cells: tally.cells, factors: factors, finish: finish, breakdowns: breakdowns,
      calibration: calibration, units: units)
  }

  /// The tables of a design with replicates; `nil` when they must be made one by one.
  private func replicateTables(
    _ items: [CodedColumn], _ dimensions: [DomainColumn], _ breakdowns: [Breakdown],
    _ finish: TableFinish
  ) -> [[TabulatedItem]]? {
    guard let replicates, CellNumbering.crossings(dimensions.map(\.domainCount)) != nil else {
      return nil
    }
    let tally = DesignTally(self, items, by: dimensions, isStratified: false)
    return Tabulator(
      cells: tally.cells, factors: StratumFactors(layout), finish: finish, breakdowns: breakdowns
    ).replicateTables(tally, replicates)
  }

  /// Whether the design is of one stage, in strata that need no rule for lonely units.
  var canBeTallied: Bool { isPlain && hasSpreadInEveryStratum(of: layout) }

  /// Whether no stratum's spread must be filled in.
  private func hasSpreadInEveryStratum(of layout: StageLayout) -> Bool {
    let fillsIn = lonelyUnits == .adjust || lonelyUnits == .average
    let leavesOut = lonelyUnits == .remove || lonelyUnits == .certainty
    return !(includesLonelyInDomains && fillsIn)
      && (0..<layout.stratumCount).allSatisfy {
        layout.sampledUnits($0) > 1 || leavesOut || layout.populationCorrection($0) < 1e-7
          || layout.multipliers[$0] == 0
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
