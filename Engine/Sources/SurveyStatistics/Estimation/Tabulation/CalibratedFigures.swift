import NumericKernels

/// What calibration takes out of the variances of one breakdown.
///
/// With e = w·(l − x·b), the residual of a linearised value l = (y − p)/W of the domain,
///
///     b = P·Σ d·l·x,   G = Σₕ k₁·Σ w²·l·x − k₂·Sₕ·Xₕ
///     Cov(e, e') = Cov(l, l') − b'·G − b·G' + bᵀ·M·b'
///
/// so that everything that rows are needed for is in the sums of their cells.
struct CalibratedFigures {
  let figures: BreakdownFigures
  let calibration: CellCalibration
  /// Domain by domain, one row for each auxiliary variable.
  private let b: NumberTable
  private let g: NumberTable
  /// M·b.
  private let m: NumberTable

  init(_ figures: BreakdownFigures, _ calibration: CellCalibration) {
    (self.figures, self.calibration) = (figures, calibration)
    let rows = figures.segments.domainCount * calibration.variableCount
    let width = figures.slots.figureCount
    b = NumberTable(rows: rows, width: width)
    g = NumberTable(rows: rows, width: width)
    m = NumberTable(rows: rows, width: width)
  }

  /// Corrects the variances and covariances, which are those of the linearised values so far.
  func correct(_ sums: CategorySums, _ cells: TalliedCells, _ strata: StratumFactors) {
    let totals = NumberTable(rows: b.rowCount, width: b.width)
    addCells(sums, cells, strata, totals)
    addStrata(strata)
    multiply(calibration.inverse, totals, to: b)
    multiply(calibration.spread, b, to: m)
    let variables = calibration.variableCount
    for domain in 0..<figures.segments.domainCount {
      correct(figures.variances[domain], domain * variables, domain * variables)
    }
    for (place, pair) in figures.pairs.enumerated() {
      correct(figures.covariances[place], pair.0 * variables, pair.1 * variables)
    }
  }

  /// Σ d·l·x, and the first part of G.
  private func addCells(
    _ sums: CategorySums, _ cells: TalliedCells, _ strata: StratumFactors, _ totals: NumberTable
  ) {
    let width = b.width
    let scratch = NumberTable(rows: 2, width: width)
    for (cell, segment) in figures.segments.segmentOfCell.enumerated() where segment >= 0 {
      let domain = figures.segments.domains[segment]
      let shares = figures.shares(of: domain)
      TallyKernel.spread(sums.weights[cell], figures.slots, to: scratch[0])
      TallyKernel.linearise(
        sums.weights[cell], scratch[0], shares.proportions, shares.inverses, to: scratch[1],
        count: width)
      for entry in calibration.entries[cell] {
        TallyKernel.addMultiple(
          scratch[1], factor: entry.value / calibration.factors[cell],
          to: totals[domain * calibration.variableCount + entry.variable], count: width)
      }
      TallyKernel.spread(sums.squares[cell], figures.slots, to: scratch[0])
      TallyKernel.linearise(
        sums.squares[cell], scratch[0], shares.proportions, shares.inverses, to: scratch[1],
        count: width)
      let factor = strata.ofSquares[cells.numbering.strata[cell]]
      for entry in calibration.entries[cell] {
        TallyKernel.addMultiple(
          scratch[1], factor: entry.value * factor,
          to: g[domain * calibration.variableCount + entry.variable], count: width)
      }
    }
  }

  /// The second part of G.
  private func addStrata(_ strata: StratumFactors) {
    for (segment, stratum) in figures.segments.strata.enumerated() {
      let first = figures.segments.domains[segment] * calibration.variableCount
      for entry in calibration.stratumTotals[stratum] {
        TallyKernel.addMultiple(
          figures.parts[segment], factor: -strata.ofSums[stratum] * entry.value,
          to: g[first + entry.variable], count: b.width)
      }
    }
  }

  /// A matrix times the rows of each domain.
  private func multiply(_ matrix: Matrix, _ source: NumberTable, to target: NumberTable) {
    let variables = calibration.variableCount
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
    for variable in 0..<calibration.variableCount {
      let (i, j) = (first + variable, second + variable)
      TallyKernel.subtractProducts(b[j], g[i], factor: 1, from: target, count: b.width)
      TallyKernel.subtractProducts(b[i], g[j], factor: 1, from: target, count: b.width)
      TallyKernel.subtractProducts(b[i], m[j], factor: -1, from: target, count: b.width)
    }
  }
}
