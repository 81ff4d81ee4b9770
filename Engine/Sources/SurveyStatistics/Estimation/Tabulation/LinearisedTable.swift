/// The proportions of a table and their linearised values, summed by stratum.
struct LinearisedTable {
  private(set) var bases: [Int]
  private(set) var counts: [Int]
  /// Domain by domain, category by category.
  private(set) var proportions: [Double]
  private(set) var variances: [Double]
  /// Sₕ of each figure, stratum by stratum.
  private var stratumSums: [Double]
  /// √k₂ of each stratum.
  private let roots: [Double]
  private let stratumCount: Int

  init(_ strata: StratumSums, design: StageLayout) {
    let (domains, categories) = (strata.domainCount, strata.categoryCount)
    let count = domains * categories
    stratumCount = strata.stratumCount
    bases = Array(repeating: 0, count: domains)
    counts = Array(repeating: 0, count: count)
    proportions = Array(repeating: .nan, count: count)
    variances = proportions
    stratumSums = Array(repeating: 0, count: count * stratumCount)
    var outer = [Double](repeating: 0, count: stratumCount)
    var roots = outer
    for stratum in 0..<stratumCount where design.sampledUnits(stratum) > 1 {
      let n = Double(design.sampledUnits(stratum))
      let correction = design.populationCorrection(stratum)
      outer[stratum] = correction * n / (n - 1)
      roots[stratum] = (correction / (n - 1)).squareRoot()
    }
    self.roots = roots
    for domain in 0..<domains { linearise(domain, strata, outer) }
  }

  private mutating func linearise(_ domain: Int, _ strata: StratumSums, _ outer: [Double]) {
    let categories = strata.categoryCount
    var whole = [SIMD4<Double>](repeating: .zero, count: stratumCount)
    var totals = [SIMD4<Double>](repeating: .zero, count: categories)
    for category in 0..<categories {
      for stratum in 0..<stratumCount {
        let sum = strata.sums[strata.place(domain, category, stratum)]
        whole[stratum] += sum
        totals[category] += sum
      }
    }
    let total = totals.reduce(SIMD4<Double>.zero, +)
    let weight = total.x
    bases[domain] = Int(total.z)
    for category in 0..<categories {
      let figure = domain * categories + category
      counts[figure] = Int(totals[category].z)
      guard weight > 0 else { continue }
      // All answers in one category: exactly 1, however the sums were rounded.
      let p = totals[category].z == total.z ? 1 : totals[category].x / weight
      proportions[figure] = p
      var variance = 0.0
      for stratum in 0..<stratumCount {
        let sum = strata.sums[strata.place(domain, category, stratum)]
        let s = roots[stratum] * (sum.x - p * whole[stratum].x) / weight
        stratumSums[figure * stratumCount + stratum] = s
        let squares = ((1 - 2 * p) * sum.y + p * p * whole[stratum].y) / (weight * weight)
        variance += outer[stratum] * squares - s * s
      }
      variances[figure] = variance
    }
  }

  /// The covariance of two figures of different domains.
  func covariance(_ first: Int, _ second: Int) -> Double {
    stratumSums.withUnsafeBufferPointer { sums in
      var sum = 0.0
      let (a, b) = (first * stratumCount, second * stratumCount)
      for stratum in 0..<stratumCount { sum += sums[a + stratum] * sums[b + stratum] }
      return -sum
    }
  }
}
