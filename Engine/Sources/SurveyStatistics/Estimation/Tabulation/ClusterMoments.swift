/// Sums over the primary units of one stratum: squares and products of what the units add up to.
///
///     Σ a², Σ a·w, Σ w²  of each set of cells;   Σ aa', Σ aw', Σ wa', Σ ww'  of two
///
/// with a = Σw·y of a figure in a unit and w = Σw of all answers to its item. They hold the sum of
/// squares of a − p·w for any p, so that rows are read before p is known.
struct ClusterMoments {
  private let plan: ClusterPlan
  /// Where the figures of the summed items stand.
  private let slots: SlotLayout
  /// The first of the summed items among all.
  private let firstItem: Int
  /// Codes in a row.
  private let stride: Int
  /// For each set: Σa², Σaw; for each product: Σaa', Σaw', Σwa'.
  private let figures: NumberTable
  /// Σw² and Σww', by item.
  private let perItem: NumberTable
  /// Of the unit that is being summed, for each cell and then each set: a, w by figure, w by item.
  private let unit: (a: NumberTable, w: NumberTable, perItem: NumberTable)
  /// The auxiliary variables of each of the stratum's cells, under the numbers they have here.
  private var variablesOfCell: [[CalibrationTerms.Entry]] = []
  /// The number that each of them has in the calibration.
  private var variables: [Int] = []
  /// Σ a·x and Σ w·x of each set and variable, x being the unit's Σ w·x.
  private let explained: (figures: NumberTable, items: NumberTable)
  /// Of the unit that is being summed.
  private var auxiliaries: [Double]
  private var touchedCells: [Int] = []
  /// For each set the row of `unit` that holds its sums; −1 when the unit does not touch it.
  private var rowOfSet: [Int]
  private var placeOfCell: [Int32]

  /// - Parameters:
  ///   - plan: what must be summed.
  ///   - slots: where the figures of all items stand.
  ///   - items: the items that are summed here.
  ///   - cellCount: of all strata.
  ///   - entries: the auxiliary variables of each cell, when cells are calibrated.
  ///   - rowVariables: how many variables each row has instead, when rows are.
  init(
    plan: ClusterPlan, slots: SlotLayout, items: Range<Int>, cellCount: Int,
    entries: [[CalibrationTerms.Entry]]? = nil, rowVariables: Int = 0
  ) {
    self.plan = plan
    (firstItem, stride) = (items.lowerBound, slots.itemCount)
    self.slots = SlotLayout(itemSizes: Array(slots.itemSizes[items]))
    let slots = self.slots
    let rows = 2 * plan.setCount + 3 * plan.products.count
    figures = NumberTable(rows: rows, width: slots.figureCount)
    perItem = NumberTable(rows: plan.setCount + plan.products.count, width: slots.itemCount)
    let places = plan.cells.count + plan.setCount
    // One number more, where missing answers go.
    unit = (
      NumberTable(rows: places, width: slots.figureCount + 1),
      NumberTable(rows: places, width: slots.figureCount),
      NumberTable(rows: places, width: slots.itemCount)
    )
    if let entries {
      let own = plan.cells.map { entries[$0] }
      variables = Set(own.joined().map(\.variable)).sorted()
      let places = Dictionary(uniqueKeysWithValues: zip(variables, variables.indices))
      variablesOfCell = own.map { entries in
        entries.map {
          CalibrationTerms.Entry(variable: places[$0.variable] ?? 0, value: $0.value)
        }
      }
    }
    if rowVariables > 0 { variables = Array(0..<rowVariables) }
    auxiliaries = Array(repeating: 0, count: variables.count)
    explained = (
      NumberTable(rows: plan.setCount * variables.count, width: slots.figureCount),
      NumberTable(rows: plan.setCount * variables.count, width: slots.itemCount)
    )
    rowOfSet = Array(repeating: -1, count: plan.setCount)
    placeOfCell = Array(repeating: -1, count: cellCount)
    for (place, cell) in plan.cells.enumerated() { placeOfCell[cell] = Int32(place) }
  }

  /// Adds all units of the stratum.
  mutating func add(_ rows: StratumRows) {
    var start = 0
    for end in rows.unitEnds {
      addRows(rows, start..<end)
      mergeCells()
      addMoments()
      start = end
    }
  }

  private mutating func addRows(_ rows: StratumRows, _ range: Range<Int>) {
    touchedCells.removeAll(keepingCapacity: true)
    for variable in auxiliaries.indices { auxiliaries[variable] = 0 }
    for row in range {
      let place = Int(placeOfCell[Int(rows.cells[row])])
      if !touchedCells.contains(place) {
        touchedCells.append(place)
        unit.a[place].update(repeating: 0, count: slots.figureCount + 1)
      }
      TallyKernel.addRow(
        rows.codes, from: row * stride + firstItem, weight: rows.weights[row], slots,
        to: unit.a[place])
      for variable in 0..<(rows.variables.isEmpty ? 0 : variables.count) {
        auxiliaries[variable] += rows.variables[row * variables.count + variable]
      }
      guard !variablesOfCell.isEmpty else { continue }
      for entry in variablesOfCell[place] {
        auxiliaries[entry.variable] += rows.weights[row] * entry.value
      }
    }
  }

  /// A set with one touched cell is that cell; one with more gets sums of its own.
  private mutating func mergeCells() {
    for set in rowOfSet.indices { rowOfSet[set] = -1 }
    for cell in touchedCells {
      TallyKernel.spread(unit.a[cell], slots, to: unit.w[cell], perItem: unit.perItem[cell])
      for set in plan.setsOfCell[cell] {
        let own = plan.cells.count + set
        if rowOfSet[set] < 0 {
          rowOfSet[set] = cell
          continue
        }
        let first = rowOfSet[set]
        if first != own {
          TallyKernel.copy(unit.a[first], to: unit.a[own], count: slots.figureCount)
          TallyKernel.copy(unit.w[first], to: unit.w[own], count: slots.figureCount)
          TallyKernel.copy(unit.perItem[first], to: unit.perItem[own], count: slots.itemCount)
          rowOfSet[set] = own
        }
        TallyKernel.add(unit.a[cell], to: unit.a[own], count: slots.figureCount)
        TallyKernel.add(unit.w[cell], to: unit.w[own], count: slots.figureCount)
        TallyKernel.add(unit.perItem[cell], to: unit.perItem[own], count: slots.itemCount)
      }
    }
  }

  private func addMoments() {
    for (set, row) in rowOfSet.enumerated() where row >= 0 {
      TallyKernel.addMoments(
        unit.a[row], unit.w[row], to: figures[2 * set], figures[2 * set + 1],
        count: slots.figureCount)
      TallyKernel.addProducts(
        unit.perItem[row], unit.perItem[row], to: perItem[set], count: slots.itemCount)
      for (place, x) in auxiliaries.enumerated() where x != 0 {
        let target = set * variables.count + place
        TallyKernel.addMultiple(
          unit.a[row], factor: x, to: explained.figures[target], count: slots.figureCount)
        TallyKernel.addMultiple(
          unit.perItem[row], factor: x, to: explained.items[target], count: slots.itemCount)
      }
    }
    let firstProduct = 2 * plan.setCount
    for (product, sets) in plan.products.enumerated() {
      let (i, j) = (rowOfSet[sets.0], rowOfSet[sets.1])
      guard i >= 0, j >= 0 else { continue }
      let row = firstProduct + 3 * product
      TallyKernel.addCrossMoments(
        unit.a[i], unit.w[i], unit.a[j], unit.w[j], to: figures[row], figures[row + 1],
        figures[row + 2], count: slots.figureCount)
      TallyKernel.addProducts(
        unit.perItem[i], unit.perItem[j], to: perItem[plan.setCount + product],
        count: slots.itemCount)
    }
  }

  /// Adds k₁·Σ of squares and products to the variances and covariances of all breakdowns.
  func fold(into breakdowns: [BreakdownFigures], factor: Double) {
    let wholes = NumberTable(rows: 1, width: slots.figureCount)
    for use in plan.segmentUses {
      let target = breakdowns[use.breakdown]
      let domain = target.segments.domains[use.segment]
      TallyKernel.widen(perItem[use.set], slots, to: wholes[0])
      TallyKernel.addSpread(
        figures[2 * use.set], figures[2 * use.set + 1], wholes[0], target.proportions[domain],
        target.inverses[domain], factor: factor, to: target.variances[domain],
        count: slots.figureCount)
    }
    for use in plan.pairUses {
      let target = breakdowns[use.breakdown]
      let row = 2 * plan.setCount + 3 * use.product
      TallyKernel.widen(perItem[plan.setCount + use.product], slots, to: wholes[0])
      TallyKernel.addCrossSpread(
        figures[row], wholes[0], target.shares(of: use.domains.0),
        target.shares(of: use.domains.1), factor: factor, to: target.covariances[use.pair],
        count: slots.figureCount)
    }
  }

  /// Adds k₁·Σ (Σ w·l)(Σ w·x) to what calibration takes out, breakdown by breakdown.
  func fold(into breakdowns: [CalibratedFigures], factor: Double) {
    guard !breakdowns.isEmpty else { return }
    let scratch = NumberTable(rows: 2, width: slots.figureCount)
    for use in plan.segmentUses {
      let target = breakdowns[use.breakdown]
      let domain = target.figures.segments.domains[use.segment]
      let shares = target.figures.shares(of: domain)
      for (place, variable) in variables.enumerated() {
        let row = use.set * variables.count + place
        TallyKernel.widen(explained.items[row], slots, to: scratch[0])
        TallyKernel.linearise(
          explained.figures[row], scratch[0], shares.proportions, shares.inverses,
          to: scratch[1], count: slots.figureCount)
        TallyKernel.addMultiple(
          scratch[1], factor: factor, to: target.products(domain: domain, variable: variable),
          count: slots.figureCount)
      }
    }
  }
}
