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

  /// The cells, those of one stratum together, strata ascending.
  var inStratumOrder: [Int] {
    strata.map(Int32.init).placesInOrder(count: (strata.max() ?? -1) + 1).map(Int.init)
  }

  /// The crossing of a cell.
  func crossing(of cell: Int) -> Int {
    sizes.indices.reduce(0) { $0 * (sizes[$1] + 1) + Int(codes[cell * sizes.count + $1]) }
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
