/// Numbers the units of a stage so that those of one stratum follow each other.
struct UnitNumbering {
  private(set) var unitOfRow: [Int32]
  private(set) var stratumOfUnit: [Int32] = []
  private(set) var firstUnits: [Int32] = []
  private(set) var rowsByUnit: [Int32]?

  /// - Parameters:
  ///   - strata: the stratum of each row, 0 ..< stratumCount.
  ///   - stratumCount: the number of strata.
  ///   - units: a code for each row, distinct within its stratum; `nil` when rows are units.
  init(strata: [Int32], stratumCount: Int, units: [Int32]?) {
    unitOfRow = [Int32](repeating: 0, count: strata.count)
    var rows = Self.rows(sortedBy: strata, count: stratumCount)
    if let units {
      let dense = Densified(units)
      // Stable: first by unit, then by stratum.
      let byUnit = Self.rows(sortedBy: dense.codes, count: dense.originals.count)
      rows = Self.rows(byUnit, sortedBy: strata, count: stratumCount)
      number(rows, strata: strata, units: dense.codes)
    } else {
      number(rows, strata: strata, units: nil)
    }
    while firstUnits.count <= stratumCount { firstUnits.append(Int32(stratumOfUnit.count)) }
    let inOrder = rows.indices.allSatisfy { rows[$0] == Int32($0) }
    rowsByUnit = inOrder ? nil : rows
  }

  private mutating func number(_ rows: [Int32], strata: [Int32], units: [Int32]?) {
    var previous: (stratum: Int32, unit: Int32)?
    for row in rows {
      let stratum = strata[Int(row)]
      let unit = units?[Int(row)] ?? row
      if previous?.stratum != stratum || previous?.unit != unit {
        while firstUnits.count <= Int(stratum) { firstUnits.append(Int32(stratumOfUnit.count)) }
        stratumOfUnit.append(stratum)
        previous = (stratum, unit)
      }
      unitOfRow[Int(row)] = Int32(stratumOfUnit.count - 1)
    }
  }

  /// Row numbers in the order of a code, rows of one code in their old order.
  private static func rows(
    _ source: [Int32]? = nil, sortedBy codes: [Int32], count: Int
  ) -> [Int32] {
    var starts = [Int](repeating: 0, count: count + 1)
    for code in codes { starts[Int(code) + 1] += 1 }
    for code in 0..<count { starts[code + 1] += starts[code] }
    var sorted = [Int32](repeating: 0, count: codes.count)
    for place in codes.indices {
      let row = source?[place] ?? Int32(place)
      let code = Int(codes[Int(row)])
      sorted[starts[code]] = row
      starts[code] += 1
    }
    return sorted
  }
}
