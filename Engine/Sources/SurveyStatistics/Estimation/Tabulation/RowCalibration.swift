import NumericKernels

/// A calibration whose rows are not alike in cells: what it takes out of each row.
///
/// It is by numbers of many values, or by primary unit, or one adjustment upon another.
struct RowCalibration: Sendable {
  let adjustment: LinearAdjustment
  let terms: CalibrationTerms
  let rows: DesignTally

  /// - Parameters:
  ///   - adjustment: what all adjustments of the weights leave.
  ///   - rows: the rows in the order of their cells, of the stage that the variance is about.
  ///   - layout: that stage.
  ///   - strata: k₁ and k₂.
  init(
    _ adjustment: LinearAdjustment, rows: DesignTally, layout: StageLayout,
    strata: StratumFactors
  ) {
    (self.adjustment, self.rows) = (adjustment, rows)
    var sums = UnitSpread(columns: adjustment.columnCount, strata: strata)
    for place in 0..<rows.cellOfRow.count {
      let row = Int(layout.rowsByUnit?[place] ?? Int32(place))
      let unit = layout.unitOfRow[row]
      sums.add(
        adjustment.explained(row), unit: unit, stratum: Int(layout.stratumOfUnit[Int(unit)]))
    }
    sums.close()
    terms = CalibrationTerms(
      slopes: adjustment.coefficients, spread: sums.spread,
      stratumTotals: sums.totals.map(CalibrationTerms.Entry.list))
  }
}

/// Σ k₁·z·zᵀ − k₂·Z·Zᵀ over the units of all strata, with Z = Σ z of a stratum.
private struct UnitSpread {
  private(set) var spread: Matrix
  private(set) var totals: [[Double]]
  private let strata: StratumFactors
  private var z: [Double]
  private var open: (unit: Int32, stratum: Int)?

  init(columns: Int, strata: StratumFactors) {
    spread = Matrix(rows: columns, columns: columns)
    z = Array(repeating: 0, count: columns)
    totals = Array(repeating: z, count: strata.ofSums.count)
    self.strata = strata
  }

  /// Adds a row; those of a unit follow each other.
  mutating func add(_ values: ArraySlice<Double>, unit: Int32, stratum: Int) {
    if open?.unit != unit { closeUnit() }
    open = (unit, stratum)
    for (place, value) in values.enumerated() { z[place] += value }
  }

  /// Takes the strata's sums out, after the last row.
  mutating func close() {
    closeUnit()
    for (stratum, total) in totals.enumerated() {
      spread.addToLowerTriangle(total, factor: -strata.ofSums[stratum])
    }
    spread = spread.mirrored
  }

  private mutating func closeUnit() {
    guard let stratum = open?.stratum else { return }
    spread.addToLowerTriangle(z, factor: strata.ofSquares[stratum])
    for place in z.indices {
      totals[stratum][place] += z[place]
      z[place] = 0
    }
  }
}
