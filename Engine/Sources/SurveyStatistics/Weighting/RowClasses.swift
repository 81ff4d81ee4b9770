import NumericKernels

/// Rows that are alike to a calibration: the same auxiliary variables and the same factor.
///
/// Where they are few, what calibration takes out of a variance follows from sums over classes.
struct RowClasses: Sendable {
  /// The class of each row, from 0.
  private(set) var classOfRow: [Int32] = []
  /// For each class the value of every variable.
  private(set) var values: [[Double]] = []
  /// For each class what its weights are multiplied by.
  private(set) var factors: [Double] = []

  /// Finds the classes; `nil` when there are so many that nothing is gained.
  init?(_ variables: [[Double]], factors rowFactors: [Double]) {
    var numbering = KeyNumbering()
    var firstRows: [Int] = []
    let columns = variables + [rowFactors]
    for row in rowFactors.indices {
      var hash: UInt64 = 0
      for column in columns { hash = (hash ^ column[row].bitPattern) &* 0x9E37_79B9_7F4A_7C15 }
      let number = numbering.number(of: Int(truncatingIfNeeded: hash ^ hash >> 32))
      if number == firstRows.count { firstRows.append(row) }
      // Two classes of one hash, which are not told apart, or too many.
      let first = firstRows[number]
      guard firstRows.count <= max(64, rowFactors.count / 8), firstRows.count <= 65_535,
        columns.allSatisfy({ $0[row] == $0[first] })
      else { return nil }
      classOfRow.append(Int32(number))
    }
    values = firstRows.map { row in variables.map { $0[row] } }
    factors = firstRows.map { rowFactors[$0] }
  }

  /// The classes as one more dimension to divide rows by.
  var column: DomainColumn? {
    try? DomainColumn(codes: classOfRow.map { UInt16($0 + 1) }, domainCount: values.count)
  }
}
