/// The p of a family of tests, adjusted so that a false finding anywhere in it stays rare.
///
///     pₖ' = max over j ≤ k of min(1, (m − j + 1) · pⱼ),   p₁ ≤ … ≤ pₘ
///
/// - Parameter p: one p for each test of the family; NaN for a test that could not be made, which
///   stays NaN and is left out of m, as in R.
/// - Returns: the adjusted p, in the order given.
///
/// Source: Holm, *A simple sequentially rejective multiple test procedure*, 1979.
/// R: `p.adjust(p, "holm")`.
public func holmAdjusted(_ p: [Double]) -> [Double] {
  let order = p.indices.filter { !p[$0].isNaN }.sorted { p[$0] < p[$1] }
  var adjusted = p
  var largest = 0.0
  for (place, index) in order.enumerated() {
    largest = max(largest, min(1, Double(order.count - place) * p[index]))
    adjusted[index] = largest
  }
  return adjusted
}

/// Holm's adjustment of every `step`-th p from a place on.
enum HolmAdjustment {
  /// As ``holmAdjusted(_:)``, without memory of its own.
  static func adjust(
    _ p: inout [Double], from start: Int, step: Int, tests: Int, _ order: inout [Int]
  ) {
    order.removeAll(keepingCapacity: true)
    for place in stride(from: start, to: start + tests * step, by: step) where !p[place].isNaN {
      order.append(place)
    }
    order.sort { p[$0] < p[$1] }
    var largest = 0.0
    for (rank, place) in order.enumerated() {
      largest = max(largest, min(1, Double(order.count - rank) * p[place]))
      p[place] = largest
    }
  }
}
