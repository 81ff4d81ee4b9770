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
