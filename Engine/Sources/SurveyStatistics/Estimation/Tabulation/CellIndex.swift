/// Which cell each row is in: its stratum crossed with all dimensions; only cells that occur count.
struct CellIndex {
  /// The cell of each row.
  private(set) var cellOfRow: [Int32] = []
  /// The stratum of each cell.
  private(set) var strata: [Int] = []
  /// For each cell the code in every dimension, 0 for none.
  private(set) var codes: [[Int]] = []
  let stratumCount: Int
  let sizes: [Int]

  init(design: SurveyDesign, dimensions: [DomainColumn]) {
    stratumCount = design.layout.stratumCount
    sizes = dimensions.map(\.domainCount)
    let span = sizes.reduce(stratumCount) { $0 * ($1 + 1) }
    var keys = [Int](repeating: 0, count: design.rowCount)
    for row in keys.indices {
      keys[row] = Int(design.layout.stratumOfUnit[Int(design.layout.unitOfRow[row])])
    }
    for dimension in dimensions {
      let size = dimension.domainCount + 1
      dimension.codes.withUnsafeBufferPointer { codes in
        for row in keys.indices { keys[row] = keys[row] * size + Int(codes[row]) }
      }
    }
    number(keys, span: span)
  }

  /// Numbers the keys that occur, by a table when one fits in memory and by a dictionary else.
  private mutating func number(_ keys: [Int], span: Int) {
    cellOfRow = [Int32](repeating: 0, count: keys.count)
    var table = [Int32](repeating: -1, count: span <= 1 << 24 ? span : 0)
    var places: [Int: Int32] = [:]
    for (row, key) in keys.enumerated() {
      let known = table.isEmpty ? places[key] ?? -1 : table[key]
      let cell = known >= 0 ? known : Int32(strata.count)
      if known < 0 {
        if table.isEmpty { places[key] = cell } else { table[key] = cell }
        append(key)
      }
      cellOfRow[row] = cell
    }
  }

  private mutating func append(_ key: Int) {
    var rest = key
    var digits = [Int](repeating: 0, count: sizes.count)
    for place in sizes.indices.reversed() {
      digits[place] = rest % (sizes[place] + 1)
      rest /= sizes[place] + 1
    }
    strata.append(rest)
    codes.append(digits)
  }

  /// The domain of each cell in a breakdown, from 0; −1 for none.
  func domains(of breakdown: Breakdown) -> [Int] {
    codes.map { digits in
      var domain = 0
      for place in breakdown.dimensions {
        guard digits[place] > 0 else { return -1 }
        domain = domain * sizes[place] + digits[place] - 1
      }
      return domain
    }
  }
}
