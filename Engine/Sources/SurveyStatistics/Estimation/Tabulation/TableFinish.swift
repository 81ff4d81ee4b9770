import NumericKernels

/// From proportions and their covariances to intervals, comparisons and their p.
struct TableFinish {
  /// The domains of each dimension.
  let sizes: [Int]
  private let t: Double
  private let tail: StudentTail

  init(degreesOfFreedom: Double, confidence: Double, sizes: [Int]) {
    self.sizes = sizes
    t = StudentDistribution.quantile(0.5 + confidence / 2, degreesOfFreedom: degreesOfFreedom)
    tail = StudentTail(degreesOfFreedom: degreesOfFreedom)
  }

  /// All items of a breakdown.
  func items(_ figures: BreakdownFigures) -> [TabulatedItem] {
    let pairs = figures.pairs
    return (0..<figures.slots.itemCount).map { item in
      let range = figures.slots.figures(of: item)
      var table = TabulatedItem(
        domainCount: figures.segments.domainCount, categoryCount: range.count, pairs: pairs)
      for domain in 0..<table.domainCount {
        table.bases[domain] = figures.bases[domain * figures.slots.itemCount + item]
        let (n, p, v) = (
          figures.counts[domain], figures.proportions[domain], figures.variances[domain]
        )
        for figure in range {
          table.append(
            count: Int(n[figure]), proportion: p[figure],
            standardError: max(v[figure], 0).squareRoot(), t: t)
        }
      }
      compare(&table, range, figures, pairs)
      adjust(&table, figures.families)
      return table
    }
  }

  private func compare(
    _ table: inout TabulatedItem, _ range: Range<Int>, _ figures: BreakdownFigures,
    _ pairs: [(Int, Int)]
  ) {
    for (place, pair) in pairs.enumerated() {
      let (p, q) = (figures.proportions[pair.0], figures.proportions[pair.1])
      let (v, w) = (figures.variances[pair.0], figures.variances[pair.1])
      let covariances = figures.covariances[place]
      for figure in range {
        let variance = v[figure] + w[figure] - 2 * covariances[figure]
        table.append(
          difference: p[figure] - q[figure], error: max(variance, 0).squareRoot(), tail: tail)
      }
    }
  }

  /// One item of a breakdown, from estimates made one by one.
  func item(_ estimates: DomainEstimates, breakdown: Breakdown) -> TabulatedItem {
    let families = breakdown.families(sizes: sizes)
    var table = TabulatedItem(
      domainCount: estimates.domainCount, categoryCount: estimates.statisticCount,
      pairs: families.flatMap(\.self))
    for domain in 0..<estimates.domainCount {
      for category in 0..<estimates.statisticCount {
        let estimate = estimates[domain: domain, statistic: category]
        table.bases[domain] = estimate.base
        table.append(
          count: estimate.count ?? 0, proportion: estimate.value,
          standardError: estimate.standardError, t: t)
      }
    }
    for pair in table.pairs {
      for category in 0..<estimates.statisticCount {
        let difference = estimates.difference(
          (pair.first, category), minus: (pair.second, category))
        table.append(difference: difference.value, error: difference.standardError, tail: tail)
      }
    }
    adjust(&table, families)
    return table
  }

  /// Holm's adjustment, family by family and category by category.
  private func adjust(_ table: inout TabulatedItem, _ families: [[(Int, Int)]]) {
    let step = table.categoryCount
    table.adjustedP = table.p
    var start = 0
    var order: [Int] = []
    for family in families {
      for category in 0..<step {
        HolmAdjustment.adjust(
          &table.adjustedP, from: start + category, step: step, tests: family.count, &order)
      }
      start += family.count * step
    }
  }
}
