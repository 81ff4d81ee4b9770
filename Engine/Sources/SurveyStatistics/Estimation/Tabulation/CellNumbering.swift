/// The cells that occur: a stratum crossed with all dimensions.
struct CellNumbering: Sendable {
  /// The domains of each dimension.
  let sizes: [Int]
  /// The stratum of each cell.
  private(set) var strata: [Int] = []
  /// For each cell the code in every dimension, 0 for none, cell by cell.
  private(set) var codes: [UInt16] = []
  private var numbering = KeyNumbering()

  init(sizes: [Int]) {
    self.sizes = sizes
  }

  var count: Int { strata.count }

  /// The crossings of the dimensions, each with one place more for none; `nil` when too many.
  static func crossings(_ sizes: [Int]) -> Int? {
    sizes.reduce(1) { product, size in
      product.flatMap { product in
        let (next, overflow) = product.multipliedReportingOverflow(by: size + 1)
        return overflow || next > 1 << 31 ? nil : next
      }
    }
  }

  /// The cell of a stratum and a crossing: Σ codes, the last dimension fastest.
  mutating func cell(stratum: Int, crossing: Int, crossings: Int) -> Int {
    let cell = numbering.number(of: stratum * crossings + crossing)
    if cell == strata.count { append(stratum, crossing) }
    return cell
  }

  private mutating func append(_ stratum: Int, _ crossing: Int) {
    var rest = crossing
    var digits = [UInt16](repeating: 0, count: sizes.count)
    for place in sizes.indices.reversed() {
      digits[place] = UInt16(rest % (sizes[place] + 1))
      rest /= sizes[place] + 1
    }
    strata.append(stratum)
    codes.append(contentsOf: digits)
  }

  /// Numbers the cells of other rows, whose strata have other numbers.
  ///
  /// - Returns: the number that each of the other's cells has here.
  mutating func merge(_ other: CellNumbering, strata: [Int]) -> [Int32] {
    // What numbered them is what they are: stratum and crossing in one.
    guard let crossings = Self.crossings(sizes) else { return [] }
    return other.numbering.keys.map { key in
      Int32(
        cell(
          stratum: strata[key / crossings], crossing: key % crossings, crossings: crossings))
    }
  }

  /// The cells, those of one stratum together, strata ascending.
  var inStratumOrder: [Int] {
    GroupedPlaces(strata.map(Int32.init), groupCount: (strata.max() ?? -1) + 1).places.map(Int.init)
  }

  /// The domain of each cell in a breakdown, from 0; −1 for none.
  func domains(of breakdown: Breakdown) -> [Int] {
    (0..<count).map { cell in
      var domain = 0
      for place in breakdown.dimensions {
        let code = Int(codes[cell * sizes.count + place])
        guard code > 0 else { return -1 }
        domain = domain * sizes[place] + code - 1
      }
      return domain
    }
  }
}
