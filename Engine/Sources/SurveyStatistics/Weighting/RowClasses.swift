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

  /// Of a raking the variables of each margin, one for each group.
  private(set) var margins: [Range<Int>]?

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

  /// The classes of group means; `nil` when there are so many that nothing is gained.
  ///
  /// A row's variable of its group is what the margin's weight is to the last weight; of one
  /// margin alone that is 1, and the means are those of a regression on the groups.
  ///
  /// - Parameters:
  ///   - means: the means of each margin, in their order.
  ///   - weights: those after the last margin.
  ///   - isRaking: whether the margins were gone through in rounds.
  init?(_ means: [GroupMeans], weights: [Double], isRaking: Bool) {
    var numbering = KeyNumbering()
    var ranges: [Range<Int>] = []
    for margin in means {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + margin.groupCount)
    }
    guard CellNumbering.crossings(means.map(\.groupCount)) != nil else { return nil }
    for row in weights.indices {
      let key = means.reduce(0) { $0 * ($1.groupCount + 1) + Int($1.groups[row]) }
      let number = numbering.number(of: key)
      if number == values.count {
        guard values.count < min(max(64, weights.count / 8), 65_535) else { return nil }
        values.append(Array(repeating: 0, count: ranges.last?.upperBound ?? 0))
        factors.append(0)
      }
      classOfRow.append(Int32(number))
      // Of rows that weigh nothing nothing is told, and nothing asked.
      guard factors[number] == 0, weights[row] > 0 else { continue }
      factors[number] = 1
      for (margin, range) in zip(means, ranges) {
        values[number][range.lowerBound + Int(margin.groups[row])] =
          margin.weights[row] / weights[row]
      }
    }
    for number in factors.indices { factors[number] = 1 }
    if isRaking { margins = ranges }
  }

  /// The classes as one more dimension to divide rows by.
  var column: DomainColumn? {
    try? DomainColumn(codes: classOfRow.map { UInt16($0 + 1) }, domainCount: values.count)
  }
}
