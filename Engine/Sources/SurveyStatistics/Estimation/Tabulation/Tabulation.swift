import NumericKernels

extension SurveyDesign {
  /// All items by all breakdowns at once, with intervals and all comparisons between domains.
  ///
  /// The figures are those of ``proportions(of:by:sums:)``. Rows are read once for
  /// each stage of the sample: sums of w and w² by stratum, finest cell and category hold all that
  /// any domain needs, so that the cost of domains does not grow with the rows. What goes the long
  /// way: lonely units whose variance is filled in by that of others, or of adjusted weights, and
  /// weights that more than 64 variables adjust without rows being alike.
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

  /// The tables of a sample of any stages, with any adjustments of its weights.
  ///
  /// `nil` when a stratum needs a rule, or an adjustment more columns than there is room for.
  func stageTables(
    _ items: [CodedColumn], _ dimensions: [DomainColumn], _ breakdowns: [Breakdown],
    _ finish: TableFinish
  ) -> [[TabulatedItem]]? {
    let counted = countedStages
    guard replicates == nil, !items.isEmpty,
      counted.allSatisfy({ hasSpreadInEveryStratum(of: $0) || countsLonely(in: $0) })
    else { return nil }
    let classes = adjustments.count == 1 ? rowClasses : nil
    guard adjustments.isEmpty || classes != nil || canBeLinear else { return nil }
    let linear = adjustments.isEmpty || classes != nil ? nil : linearCalibration
    let dimensions = dimensions + (classes.flatMap { $0.column.map { [$0] } } ?? [])
    guard CellNumbering.crossings(dimensions.map(\.domainCount)) != nil else { return nil }
    // Cells of later stages are many, and so few items are summed at once.
    let slots = SlotLayout(itemSizes: items.map(\.categoryCount))
    let ranges = counted.count > 1 ? slots.itemRanges(figures: 96) : [items.indices]
    let parts = ranges.map { range in
      let tabulators = counted.indices.map { stage in
        tabulator(stage, Array(items[range]), dimensions, breakdowns, finish, classes, linear)
      }
      return tabulators[0].tables(withLaterStages: Array(tabulators.dropFirst()))
    }
    return breakdowns.indices.map { breakdown in parts.flatMap { $0[breakdown] } }
  }

  /// The rows that are alike to the only adjustment; `nil` unless they are few.
  private var rowClasses: RowClasses? {
    guard let found = adjustments.first?.classes(weights: weights), found.column != nil,
      found.factors.allSatisfy({ $0 > 0 })
    else { return nil }
    return found
  }

  /// Whether the adjustments have few enough columns to be one of rows.
  private var canBeLinear: Bool {
    let columns = adjustments.reduce(0) { $0 + $1.columnCount }
    return columns <= 64 && columns * rowCount <= 20_000_000
  }

  /// The stages that the variance is made of.
  var countedStages: [StageLayout] {
    stages.filter { stage in stage.multipliers.contains { $0 > 0 } }
  }

  private func tabulator(
    _ place: Int, _ items: [CodedColumn], _ dimensions: [DomainColumn],
    _ breakdowns: [Breakdown], _ finish: TableFinish, _ classes: RowClasses?,
    _ linear: LinearCalibration?
  ) -> Tabulator {
    let stage = countedStages[place]
    let tally = DesignTally(self, items, by: dimensions, layout: stage)
    let factors = StratumFactors(stage, countsLonely: countsLonely(in: stage))
    var units: Tabulator.StratumReader?
    var weightsOfUnits: Tabulator.StratumReader?
    if stage.unitCount < rowCount {
      units = { tally.rows(ofStratum: $0, explained: linear?.adjustment) }
      weightsOfUnits = { tally.rows(ofStratum: $0, withCodes: false) }
    }
    return Tabulator(
      cells: tally.cells, factors: factors, finish: finish, breakdowns: breakdowns,
      calibration: classes.map {
        CellCalibration(tally.cells, classes: $0, strata: factors, units: weightsOfUnits)
      },
      rowCalibration: linear.map {
        RowCalibration(adjustment: $0.adjustment, terms: $0.terms[place], rows: tally)
      }, units: units)
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

  /// Whether strata of one unit count by its distance from the mean of all, which is then 0.
  private func countsLonely(in layout: StageLayout) -> Bool {
    lonelyUnits == .adjust && !includesLonelyInDomains && adjustments.isEmpty
      && layout.parents == nil
  }

  /// Whether no stratum's spread must be filled in.
  private func hasSpreadInEveryStratum(of layout: StageLayout) -> Bool {
    let fillsIn = lonelyUnits == .adjust || lonelyUnits == .average
    let leavesOut = lonelyUnits == .remove || lonelyUnits == .certainty
    return !(includesLonelyInDomains && fillsIn)
      && (0..<layout.stratumCount).allSatisfy {
        layout.sampledUnits($0) > 1 || leavesOut || layout.isDrawnWhole($0)
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
