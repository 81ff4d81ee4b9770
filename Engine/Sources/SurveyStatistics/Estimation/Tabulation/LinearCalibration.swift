import NumericKernels

/// All adjustments of a design's weights, and what they mean for the variance of every stage.
struct LinearCalibration: Sendable {
  let adjustment: LinearAdjustment
  /// One for each of the stages.
  let terms: [CalibrationTerms]

  /// - Parameters:
  ///   - adjustment: what all adjustments of the weights leave.
  ///   - stages: those that the variance is made of.
  init(_ adjustment: LinearAdjustment, stages: [StageLayout]) {
    self.adjustment = adjustment
    terms = stages.map { CalibrationTerms(adjustment, stage: $0) }
  }
}

extension CalibrationTerms {
  /// The terms of a calibration whose rows are not alike in cells.
  init(_ adjustment: LinearAdjustment, stage: StageLayout) {
    var sums = UnitSpread(columns: adjustment.columnCount, strata: StratumFactors(stage))
    for place in 0..<stage.unitOfRow.count {
      let row = Int(stage.rowsByUnit?[place] ?? Int32(place))
      let unit = stage.unitOfRow[row]
      sums.add(
        adjustment.explained(row), unit: unit, stratum: Int(stage.stratumOfUnit[Int(unit)]))
    }
    sums.close()
    self.init(
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
