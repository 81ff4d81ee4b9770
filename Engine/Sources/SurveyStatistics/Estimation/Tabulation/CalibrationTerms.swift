import NumericKernels

/// What a calibration means for the variance of every figure.
struct CalibrationTerms: Sendable {
  /// One value of an auxiliary variable.
  struct Entry: Sendable {
    let variable: Int
    let value: Double
  }

  /// P: what the coefficients b are of the sums that they follow from.
  let slopes: Matrix
  /// M: how the sums of what is taken out for coefficients of 1 vary together.
  let spread: Matrix
  /// Of each stratum the sums of what is taken out, as far as they are not 0.
  let stratumTotals: [[Entry]]

  /// The number of auxiliary variables.
  var variableCount: Int { slopes.rows }
}

extension CalibrationTerms.Entry {
  /// The values that are not 0.
  static func list(_ values: [Double]) -> [CalibrationTerms.Entry] {
    values.enumerated().compactMap { $1 == 0 ? nil : .init(variable: $0, value: $1) }
  }

  func times(_ factor: Double) -> CalibrationTerms.Entry {
    .init(variable: variable, value: value * factor)
  }
}
