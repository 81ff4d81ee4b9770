import SafetyModel
package import Workflows

/// Coded answers such as those behind a publication, from a seed.
package enum InventedAnswers {
  /// As many rows and items as wanted; the first item is `item.q1`.
  package static func make(rows: Int = 200, items: Int = 6, seed: UInt64 = 1) -> StoredAnswers {
    var generator = SplitMix(state: seed)
    func draw(below bound: Int) -> [Int] {
      (0..<rows).map { _ in Int(generator.next() % UInt64(bound)) }
    }
    let strata = draw(below: 8)
    var coded: [String: StoredCodes] = [
      "dimension.area": StoredCodes(
        categories: ["north", "centre", "harbour", "countryside"],
        codes: draw(below: 5).map(UInt8.init))
    ]
    for item in 0..<items {
      coded["item.q\(item + 1)"] = StoredCodes(
        categories: ["never", "sometimes", "often"], codes: draw(below: 4).map(UInt8.init))
    }
    let scores = draw(below: 7).map { $0 == 0 ? Double.nan : Double($0) - 0.5 }
    return StoredAnswers(
      rowCount: rows, weights: draw(below: 1000).map { 1 + Double($0) / 7 },
      strata: strata.map(Int32.init), primaryUnits: nil,
      populationSizes: strata.map { 1000 + 50 * Double($0) }, lonelyUnit: .adjust,
      codedColumns: coded, numericColumns: ["index.disorder": scores])
  }
}

/// A small repeatable source of randomness (SplitMix64).
package struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64
  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
