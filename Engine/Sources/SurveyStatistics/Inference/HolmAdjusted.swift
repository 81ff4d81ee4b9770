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

/// Holm's adjustment of many small families.
enum HolmAdjustment {
  /// As ``holmAdjusted(_:)``, family by family; a family of many is sorted in another way.
  ///
  /// - Parameters:
  ///   - p: family after family, test by test, for each of `step` categories; replaced.
  ///   - families: how many tests each family has.
  ///   - step: the categories.
  static func adjust(_ p: inout [Double], families: [Int], step: Int) {
    let longest = min(families.max() ?? 0, few)
    var sorted = [Double](repeating: 0, count: longest)
    var places = [Int](repeating: 0, count: longest)
    var start = 0
    for tests in families {
      for category in 0..<step {
        guard tests <= few else {
          adjustMany(&p, stride(from: start + category, to: start + tests * step, by: step))
          continue
        }
        p.withUnsafeMutableBufferPointer { p in
          guard let first = p.baseAddress else { return }
          TallyKernel.adjustByHolm(
            first + start + category, step: step, tests: tests, &sorted, &places)
        }
      }
      start += tests * step
    }
  }

  /// Up to so many tests are sorted fastest by insertion.
  private static let few = 32

  private static func adjustMany(_ p: inout [Double], _ places: StrideTo<Int>) {
    for (place, adjusted) in zip(places, holmAdjusted(places.map { p[$0] })) {
      p[place] = adjusted
    }
  }
}
