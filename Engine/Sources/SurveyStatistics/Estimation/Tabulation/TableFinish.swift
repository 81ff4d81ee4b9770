import NumericKernels

/// From proportions and their covariances to intervals, comparisons and their p.
struct TableFinish {
  /// The domains of each dimension.
  let sizes: [Int]
  private let degreesOfFreedom: Double
  private let t: Double
  private var tail: StudentTail

  init(degreesOfFreedom: Double, confidence: Double, sizes: [Int]) {
    self.sizes = sizes
    self.degreesOfFreedom = degreesOfFreedom
    t = StudentDistribution.quantile(0.5 + confidence / 2, degreesOfFreedom: degreesOfFreedom)
    tail = StudentTail(degreesOfFreedom: degreesOfFreedom)
  }

  /// The same, made ready for a number of tests.
  func prepared(forTests count: Int) -> TableFinish {
    guard count > 20_000 else { return self }
    var prepared = self
    prepared.tail = StudentTail(degreesOfFreedom: degreesOfFreedom, reach: .far)
    return prepared
  }

  /// All items of a breakdown.
  func items(_ figures: BreakdownFigures) -> [TabulatedItem] {
    let families = figures.frame.families.map(\.count)
    return (0..<figures.slots.itemCount).map { item in
      let range = figures.slots.figures(of: item)
      let bases = (0..<figures.segments.domainCount).map {
        figures.bases[$0 * figures.slots.itemCount + item]
      }
      var table = TabulatedItem(
        categoryCount: range.count, bases: bases,
        counts: figures.counts.columns(range).map { Int($0) },
        proportions: figures.proportions.columns(range),
        standardErrors: figures.variances.columns(range).map { max($0, 0).squareRoot() }, t: t)
      table.compare(
        figures.pairs, families: families,
        differences: figures.combined(range, of: figures.proportions, -),
        errors: zip(
          figures.combined(range, of: figures.variances, +), figures.covariances.columns(range)
        ).map { max($0 - 2 * $1, 0).squareRoot() }, tail: tail)
      return table
    }
  }

  /// One item of a breakdown, from estimates made one by one.
  func item(_ estimates: DomainEstimates, breakdown: Breakdown) -> TabulatedItem {
    let families = breakdown.families(sizes: sizes)
    let categories = 0..<estimates.statisticCount
    let domains = 0..<estimates.domainCount
    let all = domains.flatMap { domain in
      categories.map { estimates[domain: domain, statistic: $0] }
    }
    var table = TabulatedItem(
      categoryCount: categories.count,
      bases: domains.map {
        categories.isEmpty ? 0 : estimates[domain: $0, statistic: 0].base
      }, counts: all.map { $0.count ?? 0 }, proportions: all.map(\.value),
      standardErrors: all.map(\.standardError), t: t)
    let pairs = families.flatMap(\.self)
    let differences = pairs.flatMap { pair in
      categories.map { estimates.difference((pair.0, $0), minus: (pair.1, $0)) }
    }
    table.compare(
      pairs, families: families.map(\.count), differences: differences.map(\.value),
      errors: differences.map(\.standardError), tail: tail)
    return table
  }
}

extension BreakdownFigures {
  /// For each pair of domains the first one's numbers and the second's, taken together.
  fileprivate func combined(
    _ range: Range<Int>, of table: NumberTable, _ operation: (Double, Double) -> Double
  ) -> [Double] {
    [Double](unsafeUninitializedCapacity: pairs.count * range.count) { buffer, count in
      for pair in pairs {
        let (first, second) = (table[pair.0], table[pair.1])
        for figure in range {
          buffer[count] = operation(first[figure], second[figure])
          count += 1
        }
      }
    }
  }
}
