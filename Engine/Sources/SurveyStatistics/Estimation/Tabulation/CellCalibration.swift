import NumericKernels

/// A calibration of whole cells: all rows of a cell have the same auxiliary variables.
///
/// | symbol | meaning                                                               |
/// |--------|-----------------------------------------------------------------------|
/// | g      | what the weights of a cell are multiplied by                          |
/// | x      | the auxiliary variables of a cell, of which few are not 0             |
/// | P      | a generalised inverse of Σ d·x·xᵀ, d the weights before; of a raking  |
/// |        | what its ten rounds of means make of the sums of a variable           |
/// | M      | Σₕ k₁·Σ w²·x·xᵀ − k₂·Xₕ·Xₕᵀ, with Xₕ = Σ w·x of the stratum; of units |
/// |        | (Σ w·x)(Σ w·x)ᵀ for w²·x·xᵀ                                           |
struct CellCalibration: Sendable {
  typealias Entry = CalibrationTerms.Entry

  /// P, M and Xₕ.
  let terms: CalibrationTerms
  /// g of each cell; `nil` when the cells have been summed with the weights after calibration.
  let factors: [Double]?
  /// The variables that are not 0, cell by cell.
  let entries: [[Entry]]
  /// What a variable's sums are multiplied by before P, cell by cell: x/g; of a raking 1/x.
  let measures: [[Entry]]
  /// Whether these are sums over answers and not over weights: R's raking, which forgets them.
  let isByCounts: Bool

  /// - Parameters:
  ///   - cells: the sums before calibration.
  ///   - auxiliaries: the values of each variable in each cell, and its known total.
  ///   - strata: k₁ and k₂.
  ///   - method: the measure of distance.
  ///   - bounds: the smallest and largest g allowed.
  /// - Throws: ``CalibrationError``, which names the margin.
  init(
    _ cells: TalliedCells, to auxiliaries: [AuxiliaryTotal], strata: StratumFactors,
    method: CalibrationMethod, bounds: ClosedRange<Double>?
  ) throws(CalibrationError) {
    let wholes = cells.wholes
    let design: SurveyDesign
    do throws(DesignError) {
      design = try SurveyDesign(weights: wholes.map(\.x))
    } catch {
      throw .notReached(margin: "", wanted: auxiliaries.first?.total ?? 0, reached: 0)
    }
    let calibrated = try design.calibrated(to: auxiliaries, method: method, bounds: bounds)
    let g = zip(calibrated.weights, wholes).map { $1.x > 0 ? $0 / $1.x : 1 }
    factors = g
    isByCounts = false
    entries = wholes.indices.map { cell in Entry.list(auxiliaries.map { $0.values[cell] }) }
    measures = zip(entries, g).map { entries, g in entries.map { $0.times(1 / g) } }
    var products = CrossProducts(variables: auxiliaries.count, strata: strata.ofSums.count)
    for (cell, entries) in entries.enumerated() {
      let stratum = cells.numbering.strata[cell]
      products.add(entries, weight: g[cell] * wholes[cell].x, divisor: g[cell], to: stratum)
      products.addSquares(
        entries, strata.ofSquares[stratum] * g[cell] * g[cell] * wholes[cell].y)
    }
    let totals = products.subtractTotals(strata)
    terms = CalibrationTerms(
      slopes: products.information.generalisedInverse(), spread: products.spread,
      stratumTotals: totals)
  }

  /// A calibration that has been done row by row, whose classes are the cells' last dimension.
  ///
  /// - Parameters:
  ///   - cells: the sums after calibration.
  ///   - classes: the rows that are alike.
  ///   - strata: k₁ and k₂.
  ///   - units: where rows come from that were drawn together in units; `nil` for elements.
  init(
    _ cells: TalliedCells, classes: RowClasses, strata: StratumFactors,
    units: Tabulator.StratumReader? = nil
  ) {
    let dimensions = cells.numbering.sizes.count
    let classOfCell = (0..<cells.numbering.count).map { cell in
      Int(cells.numbering.codes[(cell + 1) * dimensions - 1]) - 1
    }
    let values = classes.values.map(Entry.list)
    let measuresOfClass = zip(values, classes.factors).map { entries, g in
      entries.map { entry in
        classes.margins == nil
          ? entry.times(1 / g) : Entry(variable: entry.variable, value: 1 / entry.value)
      }
    }
    factors = nil
    isByCounts = classes.margins != nil
    let variableCount = classes.values.first?.count ?? 0
    let entries = classOfCell.map { values[$0] }
    self.entries = entries
    measures = classOfCell.map { measuresOfClass[$0] }
    var products = CrossProducts(variables: variableCount, strata: strata.ofSums.count)
    for (cell, entries) in entries.enumerated() {
      let (stratum, whole) = (cells.numbering.strata[cell], cells.wholes[cell])
      products.add(
        entries, weight: whole.x, divisor: classes.factors[classOfCell[cell]], to: stratum)
      if units == nil { products.addSquares(entries, strata.ofSquares[stratum] * whole.y) }
    }
    if let units { products.addUnits(units, entries, strata) }
    let totals = products.subtractTotals(strata)
    let slopes =
      classes.margins.map { margins in
        RakingSlopes(
          margins, entries: entries, counts: cells.wholes.map(\.z), variables: variableCount
        ).matrix
      } ?? products.information.generalisedInverse()
    terms = CalibrationTerms(slopes: slopes, spread: products.spread, stratumTotals: totals)
  }
}

/// Σ d·x·xᵀ, M and X of all strata, while cells are added.
private struct CrossProducts {
  var information: Matrix
  var spread: Matrix
  private var totals: [[Double]]

  init(variables: Int, strata: Int) {
    information = Matrix(rows: variables, columns: variables)
    spread = information
    totals = Array(repeating: Array(repeating: 0, count: variables), count: strata)
  }

  var variables: Int { information.rows }

  /// Adds a cell to Σ d·x·xᵀ and X; `divisor` is g, so that d is what the weight was before.
  mutating func add(
    _ entries: [CalibrationTerms.Entry], weight: Double, divisor: Double, to stratum: Int
  ) {
    for a in entries {
      totals[stratum][a.variable] += weight * a.value
      for b in entries {
        information[a.variable, b.variable] += weight / divisor * a.value * b.value
      }
    }
  }

  /// M += k·x·xᵀ.
  mutating func addSquares(_ entries: [CalibrationTerms.Entry], _ factor: Double) {
    for a in entries {
      for b in entries { spread[a.variable, b.variable] += factor * a.value * b.value }
    }
  }

  /// M += k₁·(Σ w·x)(Σ w·x)ᵀ of each unit.
  mutating func addUnits(
    _ units: Tabulator.StratumReader, _ entries: [[CalibrationTerms.Entry]],
    _ strata: StratumFactors
  ) {
    var x = [Double](repeating: 0, count: variables)
    for stratum in strata.ofSquares.indices {
      let rows = units(stratum)
      var start = 0
      for end in rows.unitEnds {
        for row in start..<end {
          for entry in entries[Int(rows.cells[row])] {
            x[entry.variable] += rows.weights[row] * entry.value
          }
        }
        addSquares(CalibrationTerms.Entry.list(x), strata.ofSquares[stratum])
        for variable in x.indices { x[variable] = 0 }
        start = end
      }
    }
  }

  /// Takes k₂·X·Xᵀ from the spread; returns what is not 0 of each stratum's X.
  mutating func subtractTotals(_ strata: StratumFactors) -> [[CalibrationTerms.Entry]] {
    let entries = totals.map(CalibrationTerms.Entry.list)
    for (stratum, entries) in entries.enumerated() {
      for a in entries {
        for b in entries {
          spread[a.variable, b.variable] -= strata.ofSums[stratum] * a.value * b.value
        }
      }
    }
    return entries
  }
}
