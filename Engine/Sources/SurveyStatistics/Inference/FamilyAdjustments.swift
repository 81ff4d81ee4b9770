/// The p of a family of tests, adjusted so that few of the findings are false on average.
///
///     pₖ' = min over j ≥ k of min(1, m/j · pⱼ),   p₁ ≤ … ≤ pₘ
///
/// - Parameter p: one p for each test; NaN stays NaN and is left out of m, as in R.
/// - Returns: the adjusted p, in the order given: below q, at most the part q is false on average.
///
/// Source: Benjamini and Hochberg, *Controlling the false discovery rate*, 1995.
/// R: `p.adjust(p, "BH")`. Golden values: `Golden/peers/estimators.json`, by statsmodels.
public func benjaminiHochbergAdjusted(_ p: [Double]) -> [Double] {
  steppedUp(p) { m, rank in m / rank }
}

/// The p of a family of tests, adjusted as by Holm but starting from the largest.
///
///     pₖ' = min over j ≥ k of min(1, (m − j + 1) · pⱼ),   p₁ ≤ … ≤ pₘ
///
/// More powerful than ``holmAdjusted(_:)``, but only right for tests that are independent or
/// positively dependent.
///
/// - Parameter p: one p for each test; NaN stays NaN and is left out of m, as in R.
/// - Returns: the adjusted p, in the order given.
///
/// Source: Hochberg, *A sharper Bonferroni procedure for multiple tests of significance*, 1988.
/// R: `p.adjust(p, "hochberg")`.
public func hochbergAdjusted(_ p: [Double]) -> [Double] {
  steppedUp(p) { m, rank in m - rank + 1 }
}

/// The p of a family of tests, each multiplied by the number of tests.
///
///     pₖ' = min(1, m · pₖ)
///
/// - Parameter p: one p for each test; NaN stays NaN and is left out of m, as in R.
/// - Returns: the adjusted p, in the order given.
///
/// R: `p.adjust(p, "bonferroni")`.
public func bonferroniAdjusted(_ p: [Double]) -> [Double] {
  let m = Double(p.count { !$0.isNaN })
  return p.map { $0.isNaN ? .nan : min(1, m * $0) }
}

/// From the largest p down: each times its factor, and never above the one before.
private func steppedUp(
  _ p: [Double], factor: (_ m: Double, _ rank: Double) -> Double
) -> [Double] {
  let order = p.indices.filter { !p[$0].isNaN }.sorted { p[$0] < p[$1] }
  var adjusted = p
  var smallest = 1.0
  for (place, index) in order.enumerated().reversed() {
    smallest = min(smallest, factor(Double(order.count), Double(place + 1)) * p[index])
    adjusted[index] = smallest
  }
  return adjusted
}
