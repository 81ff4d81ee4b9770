/// Σw, Σw² and the number of answers of every category of an item, in every cell.
struct CellSums {
  /// For each cell, for each code from 0: (Σw, Σw², n, 0).
  let sums: [SIMD4<Double>]
  /// Codes of a cell: the categories and 0 for missing.
  let width: Int

  init(item: CodedColumn, cells: CellIndex, weights: [Double]) {
    let width = item.categoryCount + 1
    self.width = width
    var sums = [SIMD4<Double>](repeating: .zero, count: cells.strata.count * width)
    // One addition of four numbers a row; the table stays in the cache nearest to the processor.
    sums.withUnsafeMutableBufferPointer { sums in
      cells.cellOfRow.withUnsafeBufferPointer { cells in
        item.codes.withUnsafeBufferPointer { codes in
          weights.withUnsafeBufferPointer { weights in
            for row in 0..<weights.count {
              let weight = weights[row]
              sums[Int(cells[row]) * width + Int(codes[row])] +=
                SIMD4(weight, weight * weight, weight > 0 ? 1 : 0, 0)
            }
          }
        }
      }
    }
    self.sums = sums
  }
}

/// The same sums by stratum and domain of one breakdown.
struct StratumSums {
  /// For each domain, for each category from 0, for each stratum: (Σw, Σw², n, 0).
  private(set) var sums: [SIMD4<Double>]
  let domainCount: Int
  let categoryCount: Int
  let stratumCount: Int

  init(_ cellSums: CellSums, cells: CellIndex, breakdown: Breakdown) {
    domainCount = breakdown.dimensions.reduce(1) { $0 * cells.sizes[$1] }
    categoryCount = cellSums.width - 1
    stratumCount = cells.stratumCount
    sums = Array(repeating: .zero, count: domainCount * categoryCount * stratumCount)
    let domains = cells.domains(of: breakdown)
    for (cell, domain) in domains.enumerated() where domain >= 0 {
      for category in 0..<categoryCount {
        sums[place(domain, category, cells.strata[cell])] +=
          cellSums.sums[cell * cellSums.width + category + 1]
      }
    }
  }

  /// Where a sum stands.
  func place(_ domain: Int, _ category: Int, _ stratum: Int) -> Int {
    (domain * categoryCount + category) * stratumCount + stratum
  }
}
