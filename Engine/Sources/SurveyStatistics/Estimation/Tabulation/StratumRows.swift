/// The rows of one stratum, those of one primary unit together.
struct StratumRows {
  /// Row by row the codes of all items.
  var codes: [UInt8] = []
  var weights: [Double] = []
  /// The cell of each row.
  var cells: [Int32] = []
  /// Row by row what a calibration of rows takes out for coefficients of 1; empty without one.
  var variables: [Double] = []
  /// After each unit's last row.
  var unitEnds: [Int] = []

  /// Makes room for some rows.
  mutating func reserveCapacity(_ rows: Int, itemCount: Int) {
    codes.reserveCapacity(rows * itemCount)
    weights.reserveCapacity(rows)
    cells.reserveCapacity(rows)
  }
}
