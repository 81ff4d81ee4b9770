/// The proportions of all items in the domains of one breakdown, and how they vary together.
///
///     V = Σₕ k₁·[(1 − 2p)·Σw²·y + p²·Σw²]/W² − k₂·Sₕ²,   Cov = −Σₕ k₂·Sₕᵈ·Sₕᵉ
///
/// | symbol | meaning                                                              |
/// |--------|----------------------------------------------------------------------|
/// | k₁, k₂ | see ``StratumFactors``                                               |
/// | Sₕ     | (Σw·y − p·Σw)/W in the stratum, of the domain                        |
///
/// This is the linearised covariance of elements, whose domains share no rows.
struct BreakdownFigures {
  let frame: BreakdownFrame
  let slots: SlotLayout
  /// Answers of each domain to each item.
  private(set) var bases: [Int] = []
  /// Domain by domain, figure by figure; whole numbers.
  let counts: NumberTable
  let proportions: NumberTable
  /// 1/W.
  let inverses: NumberTable
  /// Sₕ of each figure, segment by segment.
  let parts: NumberTable
  let variances: NumberTable
  /// The covariances of each pair of domains, family by family.
  let covariances: NumberTable

  init(_ sums: CategorySums, _ frame: BreakdownFrame) {
    (self.frame, slots) = (frame, sums.slots)
    let segments = frame.segments
    let (domains, width) = (segments.domainCount, slots.figureCount)
    counts = NumberTable(rows: domains, width: width)
    proportions = NumberTable(rows: domains, width: width, filledWith: .nan)
    inverses = NumberTable(rows: domains, width: width, filledWith: .nan)
    parts = NumberTable(rows: segments.strata.count, width: width)
    variances = NumberTable(rows: domains, width: width)
    covariances = NumberTable(rows: frame.pairs.count, width: width)
    let weights = NumberTable(rows: segments.strata.count, width: width)
    for (cell, segment) in segments.segmentOfCell.enumerated() where segment >= 0 {
      TallyKernel.add(sums.weights[cell], to: weights[segment], count: width)
      TallyKernel.add(sums.counts[cell], to: counts[segments.domains[segment]], count: width)
    }
    for domain in 0..<domains { estimate(domain, weights) }
    let wholes = NumberTable(rows: 1, width: width)
    for segment in segments.strata.indices {
      let domain = segments.domains[segment]
      TallyKernel.spread(weights[segment], slots, to: wholes[0])
      TallyKernel.linearise(
        weights[segment], wholes[0], proportions[domain], inverses[domain], to: parts[segment],
        count: width)
    }
  }

  var segments: DomainSegments { frame.segments }
  var pairs: [(Int, Int)] { frame.pairs }

  /// The proportions of a domain, and 1/W.
  func shares(of domain: Int) -> TallyKernel.Shares {
    TallyKernel.Shares(proportions: proportions[domain], inverses: inverses[domain])
  }

  private mutating func estimate(_ domain: Int, _ weights: NumberTable) {
    let width = slots.figureCount
    let scratch = NumberTable(rows: 3, width: width)
    let (totals, wholes, answers) = (scratch[0], scratch[1], scratch[2])
    let (own, counts) = (proportions[domain], counts[domain])
    for segment in segments.segments(of: domain) {
      TallyKernel.add(weights[segment], to: totals, count: width)
    }
    TallyKernel.spread(totals, slots, to: wholes)
    TallyKernel.spread(counts, slots, to: answers)
    for item in 0..<slots.itemCount {
      let figures = slots.figures(of: item)
      bases.append(figures.isEmpty ? 0 : Int(answers[figures.lowerBound]))
      for figure in figures where wholes[figure] != 0 {
        // All answers in one category: exactly 1, however the sums were rounded.
        own[figure] = counts[figure] == answers[figure] ? 1 : totals[figure] / wholes[figure]
        inverses[domain][figure] = 1 / wholes[figure]
      }
    }
  }

  /// Fills in the variances and covariances of a sample of elements.
  func addElementVariances(_ sums: CategorySums, _ factors: StratumFactors) {
    let width = slots.figureCount
    let squares = NumberTable(rows: segments.strata.count, width: width)
    for (cell, segment) in segments.segmentOfCell.enumerated() where segment >= 0 {
      TallyKernel.add(sums.squares[cell], to: squares[segment], count: width)
    }
    let wholes = NumberTable(rows: 1, width: width)
    for (segment, stratum) in segments.strata.enumerated() {
      let domain = segments.domains[segment]
      TallyKernel.spread(squares[segment], slots, to: wholes[0])
      TallyKernel.addSpread(
        squares[segment], squares[segment], wholes[0], proportions[domain], inverses[domain],
        factor: factors.ofSquares[stratum], to: variances[domain], count: width)
    }
    subtractSums(factors)
  }

  /// Adds the variances and covariances of the same figures at another stage of the sample.
  func addSpread(of other: BreakdownFigures) {
    let width = slots.figureCount
    for domain in 0..<segments.domainCount {
      TallyKernel.add(other.variances[domain], to: variances[domain], count: width)
    }
    for pair in pairs.indices {
      TallyKernel.add(other.covariances[pair], to: covariances[pair], count: width)
    }
  }

  /// Takes k₂·S² from the variances and k₂·Sᵈ·Sᵉ from the covariances.
  func subtractSums(_ factors: StratumFactors) {
    let width = slots.figureCount
    for (segment, stratum) in segments.strata.enumerated() {
      TallyKernel.subtractProducts(
        parts[segment], parts[segment], factor: factors.ofSums[stratum],
        from: variances[segments.domains[segment]], count: width)
    }
    for (place, pair) in pairs.enumerated() {
      segments.shared(pair.0, pair.1) { first, second in
        TallyKernel.subtractProducts(
          parts[first], parts[second], factor: factors.ofSums[segments.strata[first]],
          from: covariances[place], count: width)
      }
    }
  }
}
