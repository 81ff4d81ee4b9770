import NumericKernels

/// From sums by stratum and domain to figures with their uncertainty.
///
///     V = Σₕ k₁·[(1 − 2p)·Σw²·y + p²·Σw²]/W² − k₂·Sₕ²,   Cov = −Σₕ k₂·Sₕᵈ·Sₕᵉ
///
/// | symbol | meaning                                                              |
/// |--------|----------------------------------------------------------------------|
/// | k₁, k₂ | (1 − f)·n/(n − 1) and (1 − f)/(n − 1) of the stratum                  |
/// | Sₕ     | (Σw·y − p·Σw)/W in the stratum, of the domain                        |
///
/// This is the linearised covariance of elements, whose domains share no rows.
struct TableFinish {
  let degreesOfFreedom: Double
  let confidence: Double
  /// The domains of each dimension.
  let sizes: [Int]
  private let t: Double
  private let tail: StudentTail

  init(degreesOfFreedom: Double, confidence: Double, sizes: [Int]) {
    self.degreesOfFreedom = degreesOfFreedom
    self.confidence = confidence
    self.sizes = sizes
    t = StudentDistribution.quantile(0.5 + confidence / 2, degreesOfFreedom: degreesOfFreedom)
    tail = StudentTail(degreesOfFreedom: degreesOfFreedom)
  }

  func item(_ strata: StratumSums, design: StageLayout, breakdown: Breakdown) -> TabulatedItem {
    let linearised = LinearisedTable(strata, design: design)
    var item = TabulatedItem(
      domainCount: strata.domainCount, categoryCount: strata.categoryCount)
    item.bases = linearised.bases
    item.counts = linearised.counts
    item.proportions = linearised.proportions
    item.standardErrors = linearised.variances.map { max($0, 0).squareRoot() }
    finish(&item, breakdown) { first, second in
      linearised.variances[first] + linearised.variances[second]
        - 2 * linearised.covariance(first, second)
    }
    return item
  }

  func item(_ estimates: DomainEstimates, breakdown: Breakdown) -> TabulatedItem {
    let categories = estimates.statisticCount
    var item = TabulatedItem(domainCount: estimates.domainCount, categoryCount: categories)
    for domain in 0..<estimates.domainCount {
      for category in 0..<categories {
        let estimate = estimates[domain: domain, statistic: category]
        item.bases[domain] = estimate.base
        item.counts[domain * categories + category] = estimate.count ?? 0
        item.proportions[domain * categories + category] = estimate.value
        item.standardErrors[domain * categories + category] = estimate.standardError
      }
    }
    finish(&item, breakdown) { first, second in
      let error = estimates.difference(
        (first / categories, first % categories), minus: (second / categories, second % categories)
      ).standardError
      return error * error
    }
    return item
  }

  private func finish(
    _ item: inout TabulatedItem, _ breakdown: Breakdown,
    varianceOfDifference: (_ first: Int, _ second: Int) -> Double
  ) {
    for (p, error) in zip(item.proportions, item.standardErrors) {
      item.linear.append(ConfidenceInterval(lower: p - t * error, upper: p + t * error))
      let (centre, half) = (Elementary.log(p / (1 - p)), t * error / (p * (1 - p)))
      item.logit.append(
        ConfidenceInterval(
          lower: 1 / (1 + Elementary.exp(half - centre)),
          upper: 1 / (1 + Elementary.exp(-half - centre))))
    }
    let categories = item.categoryCount
    for family in breakdown.families(sizes: sizes) {
      let start = item.p.count
      for (first, second) in family {
        item.pairs.append((first, second))
        for category in 0..<categories {
          let (a, b) = (first * categories + category, second * categories + category)
          let difference = item.proportions[a] - item.proportions[b]
          let error = max(varianceOfDifference(a, b), 0).squareRoot()
          item.differences.append(difference)
          item.differenceErrors.append(error)
          item.p.append(tail.twoSidedP(difference / error))
        }
      }
      item.adjustedP.append(contentsOf: item.p[start...])
      adjust(&item.adjustedP, from: start, tests: family.count, step: categories)
    }
  }

  /// Holm's adjustment of every `step`-th p from a place on, for each of the categories.
  private func adjust(_ p: inout [Double], from start: Int, tests: Int, step: Int) {
    for category in 0..<step {
      let places = (0..<tests).map { start + $0 * step + category }
      for (place, value) in zip(places, holmAdjusted(places.map { p[$0] })) { p[place] = value }
    }
  }
}
