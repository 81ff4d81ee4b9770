import NumericKernels

/// What calibration takes out of the variances of one breakdown.
///
/// With e = w·(l − x·b), the residual of a linearised value l = (y − p)/W of the domain,
///
///     b = P·Σ d·l·x,   G = Σₕ k₁·Σ w²·l·x − k₂·Sₕ·Xₕ,   of units Σ (Σ w·l)(Σ w·x) for Σ w²·l·x
///     Cov(e, e') = Cov(l, l') − b'·G − b·G' + bᵀ·M·b'
///
/// so that everything that rows are needed for is in the sums of their cells.
struct CalibratedFigures {
  let figures: BreakdownFigures
  let terms: CalibrationTerms
  /// Domain by domain, one row for each auxiliary variable: what b follows from, Σ d·l·x.
  private let totals: NumberTable
  private let b: NumberTable
  private let g: NumberTable
  /// M·b.
  private let m: NumberTable

  init(_ figures: BreakdownFigures, _ terms: CalibrationTerms) {
    (self.figures, self.terms) = (figures, terms)
    let rows = figures.segments.domainCount * terms.variableCount
    let width = figures.slots.figureCount
    totals = NumberTable(rows: rows, width: width)
    b = NumberTable(rows: rows, width: width)
    g = NumberTable(rows: rows, width: width)
    m = NumberTable(rows: rows, width: width)
  }

  /// The row of Σ d·l·x of a domain and an auxiliary variable.
  func totals(domain: Int, variable: Int) -> UnsafeMutablePointer<Double> {
    totals[domain * terms.variableCount + variable]
  }

  /// The row of G of a domain and an auxiliary variable.
  func products(domain: Int, variable: Int) -> UnsafeMutablePointer<Double> {
    g[domain * terms.variableCount + variable]
  }

  /// Corrects the variances and covariances, which are those of the linearised values so far.
  ///
  /// Σ d·l·x and the first part of G must be there.
  func correct(_ strata: StratumFactors) {
    addStrata(strata)
    multiply(terms.slopes, totals, to: b)
    multiply(terms.spread, b, to: m)
    let variables = terms.variableCount
    for domain in 0..<figures.segments.domainCount {
      correct(figures.variances[domain], domain * variables, domain * variables)
    }
    for (place, pair) in figures.pairs.enumerated() {
      correct(figures.covariances[place], pair.0 * variables, pair.1 * variables)
    }
  }

  /// Σ d·l·x, or of a raking the sums of l itself, of a calibration of cells.
  func addTotals(_ sums: CategorySums, _ calibration: CellCalibration) {
    let source = calibration.isByCounts ? sums.counts : sums.weights
    addCells(source) { cell, domain, linearised in
      for entry in calibration.measures[cell] {
        TallyKernel.addMultiple(
          linearised, factor: entry.value, to: totals(domain: domain, variable: entry.variable),
          count: b.width)
      }
    }
  }

  /// The first part of G, of a sample of elements and a calibration of cells.
  func addElements(
    _ sums: CategorySums, _ calibration: CellCalibration, _ cells: TalliedCells,
    _ strata: StratumFactors
  ) {
    addCells(sums.squares) { cell, domain, linearised in
      let factor = strata.ofSquares[cells.numbering.strata[cell]]
      for entry in calibration.entries[cell] {
        TallyKernel.addMultiple(
          linearised, factor: entry.value * factor,
          to: products(domain: domain, variable: entry.variable), count: b.width)
      }
    }
  }

  /// Calls a closure with each cell, its domain, and the sums of its linearised values.
  private func addCells(
    _ source: NumberTable, _ body: (Int, Int, UnsafeMutablePointer<Double>) -> Void
  ) {
    let scratch = NumberTable(rows: 2, width: b.width)
    for (cell, segment) in figures.segments.segmentOfCell.enumerated() where segment >= 0 {
      let domain = figures.segments.domains[segment]
      let shares = figures.shares(of: domain)
      TallyKernel.spread(source[cell], figures.slots, to: scratch[0])
      TallyKernel.linearise(
        source[cell], scratch[0], shares.proportions, shares.inverses, to: scratch[1],
        count: b.width)
      body(cell, domain, scratch[1])
    }
  }

  /// The second part of G.
  private func addStrata(_ strata: StratumFactors) {
    for (segment, stratum) in figures.segments.strata.enumerated() {
      let first = figures.segments.domains[segment] * terms.variableCount
      for entry in terms.stratumTotals[stratum] {
        TallyKernel.addMultiple(
          figures.parts[segment], factor: -strata.ofSums[stratum] * entry.value,
          to: g[first + entry.variable], count: b.width)
      }
    }
  }

  /// A matrix times the rows of each domain.
  private func multiply(_ matrix: Matrix, _ source: NumberTable, to target: NumberTable) {
    let variables = terms.variableCount
    for domain in 0..<figures.segments.domainCount {
      for i in 0..<variables {
        for j in 0..<variables where matrix[i, j] != 0 {
          TallyKernel.addMultiple(
            source[domain * variables + j], factor: matrix[i, j],
            to: target[domain * variables + i], count: b.width)
        }
      }
    }
  }

  /// target += −b'·G − b·G' + bᵀ·M·b', from the first rows of two domains.
  private func correct(_ target: UnsafeMutablePointer<Double>, _ first: Int, _ second: Int) {
    for variable in 0..<terms.variableCount {
      let (i, j) = (first + variable, second + variable)
      TallyKernel.subtractProducts(b[j], g[i], factor: 1, from: target, count: b.width)
      TallyKernel.subtractProducts(b[i], g[j], factor: 1, from: target, count: b.width)
      TallyKernel.subtractProducts(b[i], m[j], factor: -1, from: target, count: b.width)
    }
  }
}
