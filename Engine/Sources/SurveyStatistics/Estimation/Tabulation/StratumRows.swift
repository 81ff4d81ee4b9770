/// The rows of one stratum, those of one primary unit together.
struct StratumRows {
  /// Row by row the codes of all items.
  var codes: [UInt8] = []
  var weights: [Double] = []
  /// The cell of each row.
  var cells: [Int32] = []
  /// After each unit's last row.
  var unitEnds: [Int] = []

  /// Takes all rows out and keeps their room.
  mutating func removeAll() {
    codes.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    unitEnds.removeAll(keepingCapacity: true)
  }
}
