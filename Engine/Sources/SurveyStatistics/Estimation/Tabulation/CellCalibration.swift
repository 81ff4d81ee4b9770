import NumericKernels

/// A calibration of whole cells: all rows of a cell have the same auxiliary variables.
///
/// | symbol | meaning                                                               |
/// |--------|-----------------------------------------------------------------------|
/// | g      | what the weights of a cell are multiplied by                          |
/// | x      | the auxiliary variables of a cell, of which few are not 0             |
/// | P      | a generalised inverse of Σ d·x·xᵀ, d the weights before               |
/// | M      | Σₕ k₁·Σ w²·x·xᵀ − k₂·Xₕ·Xₕᵀ, with Xₕ = Σ w·x of the stratum           |
struct CellCalibration: Sendable {
  /// One value of an auxiliary variable.
  struct Entry: Sendable {
    let variable: Int
    let value: Double
  }

  let variableCount: Int
  let factors: [Double]
  /// The variables that are not 0, cell by cell.
  let entries: [[Entry]]
  /// P, row by row.
  let inverse: Matrix
  /// M.
  let spread: Matrix
  /// Xₕ of each stratum, as far as it is not 0.
  let stratumTotals: [[Entry]]

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
    self.init(
      cells, factors: zip(calibrated.weights, wholes).map { $1.x > 0 ? $0 / $1.x : 1 },
      values: wholes.indices.map { cell in auxiliaries.map { $0.values[cell] } },
      variableCount: auxiliaries.count, strata: strata)
  }

  /// A calibration that has been done row by row, whose classes are the cells' last dimension.
  init(_ cells: TalliedCells, classes: RowClasses, strata: StratumFactors) {
    let dimensions = cells.numbering.sizes.count
    let classOfCell = (0..<cells.numbering.count).map { cell in
      Int(cells.numbering.codes[(cell + 1) * dimensions - 1]) - 1
    }
    self.init(
      cells, factors: classOfCell.map { classes.factors[$0] },
      values: classOfCell.map { classes.values[$0] },
      variableCount: classes.values.first?.count ?? 0, strata: strata)
  }

  private init(
    _ cells: TalliedCells, factors g: [Double], values: [[Double]], variableCount: Int,
    strata: StratumFactors
  ) {
    let wholes = cells.wholes
    self.variableCount = variableCount
    factors = g
    entries = values.map { values in
      values.enumerated().compactMap { $1 == 0 ? nil : Entry(variable: $0, value: $1) }
    }
    var sums = CrossProducts(variables: variableCount, strata: strata.ofSums.count)
    for (cell, entries) in entries.enumerated() {
      let stratum = cells.numbering.strata[cell]
      sums.add(
        entries, weight: wholes[cell].x, calibrated: g[cell] * wholes[cell].x,
        squares: strata.ofSquares[stratum] * g[cell] * g[cell] * wholes[cell].y, to: stratum)
    }
    stratumTotals = sums.subtractTotals(strata)
    spread = sums.spread
    inverse = sums.information.generalisedInverse()
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

  mutating func add(
    _ entries: [CellCalibration.Entry], weight: Double, calibrated: Double, squares: Double,
    to stratum: Int
  ) {
    for a in entries {
      totals[stratum][a.variable] += calibrated * a.value
      for b in entries {
        information[a.variable, b.variable] += weight * a.value * b.value
        spread[a.variable, b.variable] += squares * a.value * b.value
      }
    }
  }

  /// Takes k₂·X·Xᵀ from the spread; returns what is not 0 of each stratum's X.
  mutating func subtractTotals(_ strata: StratumFactors) -> [[CellCalibration.Entry]] {
    let entries = totals.map { totals in
      totals.enumerated().compactMap {
        $1 == 0 ? nil : CellCalibration.Entry(variable: $0, value: $1)
      }
    }
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
