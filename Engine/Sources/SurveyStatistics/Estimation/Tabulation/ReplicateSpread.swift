/// How the figures of all breakdowns vary over replicates of the weights, eight at a time.
///
///     Cov = scale · Σᵣ fᵣ·(δᵣ − m)(δᵣ' − m'),   δᵣ = pᵣ − p
///
/// with m the mean of δ over the replicates that count, or 0 when they are measured from the
/// estimate. The rows are read once for every eight replicates, in the order of their cells.
struct ReplicateSpread {
  private let tally: DesignTally
  private let replicates: ReplicateWeights
  private let breakdowns: [BreakdownFigures]
  private let order: [Int32]
  private let codes: [UInt8]
  /// The sums and then the deviations of each domain, for each breakdown.
  private let domains: [LaneTable]
  /// For each breakdown Σf·δ² in its variances; here Σf·δ and Σδ, domain by domain.
  private let firstMoments: [(weighted: NumberTable, plain: NumberTable)]
  /// For each breakdown and domain, by item: the replicates in which somebody is left.
  private let kept: [NumberTable]

  init(_ tally: DesignTally, _ replicates: ReplicateWeights, _ breakdowns: [BreakdownFigures]) {
    (self.tally, self.replicates, self.breakdowns) = (tally, replicates, breakdowns)
    order = tally.order.places
    codes = tally.codes(of: order)
    let width = tally.cells.slots.figureCount
    domains = breakdowns.map { LaneTable(rows: $0.segments.domainCount, width: width) }
    kept = breakdowns.map {
      NumberTable(rows: $0.segments.domainCount, width: $0.slots.itemCount)
    }
    firstMoments = breakdowns.map {
      (
        NumberTable(rows: $0.segments.domainCount, width: width),
        NumberTable(rows: $0.segments.domainCount, width: width)
      )
    }
  }

  /// Fills in the variances and covariances of all breakdowns.
  ///
  /// - Returns: false when a domain is empty in a replicate and deviations are from the mean: such
  ///   a mean is over other replicates for every figure, which is not what is summed here.
  func fill() -> Bool {
    for first in stride(from: 0, to: replicates.weights.count, by: 8) {
      let count = min(8, replicates.weights.count - first)
      sum(first, count)
      var factors = LaneTable.Lanes.zero
      var isUsed = LaneTable.Lanes.zero
      for lane in 0..<count {
        factors[lane] = replicates.factors[first + lane]
        isUsed[lane] = factors[lane] > 0 ? 1 : 0
      }
      for place in breakdowns.indices { deviate(place, factors, isUsed) }
    }
    let used = Double(replicates.factors.count { $0 > 0 })
    for place in breakdowns.indices {
      guard leaveOutEmpty(place, used: used) || replicates.centre == .estimate else { return false }
      centre(place, used: used)
    }
    return true
  }

  /// Makes figures undefined that no replicate has; whether all replicates have all the others.
  private func leaveOutEmpty(_ place: Int, used: Double) -> Bool {
    let breakdown = breakdowns[place]
    var isComplete = true
    for domain in 0..<breakdown.segments.domainCount {
      for item in 0..<breakdown.slots.itemCount {
        let figures = breakdown.slots.figures(of: item)
        guard let first = figures.first, breakdown.inverses[domain][first].isFinite else {
          continue
        }
        if kept[place][domain][item] < used { isComplete = false }
        guard kept[place][domain][item] == 0 else { continue }
        for figure in figures { breakdown.variances[domain][figure] = .nan }
      }
    }
    return isComplete
  }

  /// Sums of eight replicates' weights, cell by cell and from there into the domains.
  private func sum(_ first: Int, _ count: Int) {
    let slots = tally.cells.slots
    let cell = LaneTable(rows: 1, width: slots.figureCount + 1)
    for table in domains { table.clear() }
    var place = 0
    while place < order.count {
      let own = tally.cellOfRow[Int(order[place])]
      cell.clear()
      while place < order.count, tally.cellOfRow[Int(order[place])] == own {
        var weights = LaneTable.Lanes.zero
        for lane in 0..<count {
          weights[lane] = max(replicates.weights[first + lane][Int(order[place])], 0)
        }
        TallyKernel.addRow(
          codes, from: place * slots.itemCount, weights: weights, slots, to: cell[0])
        place += 1
      }
      for (breakdown, table) in zip(breakdowns, domains) {
        let segment = breakdown.segments.segmentOfCell[Int(own)]
        guard segment >= 0 else { continue }
        TallyKernel.add(
          cell[0], to: table[breakdown.segments.domains[segment]], count: slots.figureCount)
      }
    }
  }

  /// Turns sums into deviations, and adds their squares and products.
  private func deviate(_ place: Int, _ factors: LaneTable.Lanes, _ isUsed: LaneTable.Lanes) {
    let (breakdown, table) = (breakdowns[place], domains[place])
    let slots = breakdown.slots
    for domain in 0..<breakdown.segments.domainCount {
      TallyKernel.deviate(
        table[domain], slots, from: breakdown.proportions[domain], isUsed, kept: kept[place][domain]
      )
      TallyKernel.addDeviations(
        table[domain], factors, to: breakdown.variances[domain],
        firstMoments[place].weighted[domain], firstMoments[place].plain[domain],
        count: slots.figureCount)
    }
    for (index, pair) in breakdown.pairs.enumerated() {
      TallyKernel.addDeviationProducts(
        table[pair.0], table[pair.1], factors, to: breakdown.covariances[index],
        count: slots.figureCount)
    }
  }

  /// Measures from the mean where that is asked for, and scales.
  private func centre(_ place: Int, used: Double) {
    let breakdown = breakdowns[place]
    let all = replicates.factors.reduce(0, +)
    let isMean = replicates.centre == .mean
    func centred(_ sum: Double, _ a: (f: Double, m: Double), _ b: (f: Double, m: Double)) -> Double
    {
      replicates.scale * (sum - a.m * b.f - b.m * a.f + a.m * b.m * all)
    }
    func moments(_ domain: Int, _ figure: Int) -> (f: Double, m: Double) {
      let moments = firstMoments[place]
      return (
        moments.weighted[domain][figure],
        isMean ? moments.plain[domain][figure] / used : 0
      )
    }
    let width = breakdown.slots.figureCount
    for domain in 0..<breakdown.segments.domainCount {
      for figure in 0..<width {
        let own = moments(domain, figure)
        breakdown.variances[domain][figure] = centred(
          breakdown.variances[domain][figure], own, own)
      }
    }
    for (index, pair) in breakdown.pairs.enumerated() {
      for figure in 0..<width {
        breakdown.covariances[index][figure] = centred(
          breakdown.covariances[index][figure], moments(pair.0, figure), moments(pair.1, figure))
      }
    }
  }
}
