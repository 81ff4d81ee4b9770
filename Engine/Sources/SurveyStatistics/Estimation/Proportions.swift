import NumericKernels

extension SurveyDesign {
  /// The proportions of all categories of an item in each domain, with their joint covariance.
  ///
  ///     p = Σ w·1(category) / Σ w   over the answers in the domain
  ///
  /// Missing answers are left out, which is what R does with `na.rm = TRUE`: the base of an item
  /// is those who answered it. The variance is that of the whole design: see ``DomainEstimates``.
  ///
  /// - Parameters:
  ///   - item: the answers.
  ///   - domains: the domain of each respondent.
  ///   - sums: extra statistics after the categories: each is the proportion of several
  ///     categories together, given by their places from 0.
  /// - Returns: for each domain the categories in order, then the sums; proportions in [0, 1].
  /// - Throws: ``EstimationError`` when columns differ in length, or a sum is not of the item.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 5.8.
  /// R: `svyby(~factor(item), ~domain, design, svymean, na.rm = TRUE, covmat = TRUE)`.
  public func proportions(
    of item: CodedColumn, by domains: DomainColumn, sums: [[Int]] = []
  ) throws(EstimationError) -> DomainEstimates {
    try check(columnLengths: [item.codes.count, domains.codes.count])
    let members = try Self.members(ofCategories: item.categoryCount, sums: sums)
    let tallies = tally(item, by: domains)
    var estimates: [Estimate] = []
    var totals: [UnitTotals] = []
    let rows = rows(in: domains)
    for domain in 0..<domains.domainCount {
      let tally = tallies[domain]
      let unitTotals = linearisedTotals(
        of: item, rows: rows[domain], tally: tally, members: members)
      for statistic in members.indices {
        estimates.append(
          estimate(statistic, members[statistic], tally: tally, totals: unitTotals))
      }
      totals.append(unitTotals)
    }
    return DomainEstimates(
      estimates: estimates, totals: totals, statisticCount: members.count, design: self)
  }

  /// The categories that each statistic is the sum of.
  private static func members(
    ofCategories count: Int, sums: [[Int]]
  ) throws(EstimationError) -> [[Int]] {
    for sum in sums {
      var seen = Set<Int>()
      for index in sum {
        guard index >= 0, index < count else {
          throw .noSuchCategory(index: index, categoryCount: count)
        }
        guard seen.insert(index).inserted else { throw .repeatedCategory(index: index) }
      }
    }
    return (0..<count).map { [$0] } + sums.map { $0.sorted() }
  }

  private func tally(_ item: CodedColumn, by domains: DomainColumn) -> [CategoryTally] {
    var tallies = [CategoryTally](
      repeating: CategoryTally(categoryCount: item.categoryCount), count: domains.domainCount)
    for row in weights.indices {
      let (domain, category) = (Int(domains.codes[row]), Int(item.codes[row]))
      guard domain > 0, category > 0, weights[row] > 0 else { continue }
      tallies[domain - 1].add(weights[row], category - 1, correction: populationCorrection(row))
    }
    return tallies
  }

  /// Σ w·(y − p)/W in each primary unit, for every statistic.
  private func linearisedTotals(
    of item: CodedColumn, rows: [Int32], tally: CategoryTally, members: [[Int]]
  ) -> UnitTotals {
    var totals = UnitTotals(width: members.count)
    let proportions = members.map(tally.proportion)
    var contains = [Bool](repeating: false, count: members.count * item.categoryCount)
    for (statistic, categories) in members.enumerated() {
      for category in categories { contains[category * members.count + statistic] = true }
    }
    for row in rows {
      let (row, category) = (Int(row), Int(item.codes[Int(row)]))
      guard category > 0, weights[row] > 0 else { continue }
      let share = weights[row] / tally.weight
      let offset = totals.open(unit: layout.unitOfRow[row])
      let first = (category - 1) * members.count
      for statistic in members.indices {
        let y = contains[first + statistic] ? 1.0 : 0.0
        totals.add(share * (y - proportions[statistic]), at: offset + statistic)
      }
    }
    totals.close(layout: layout)
    return totals
  }

  private func estimate(
    _ statistic: Int, _ members: [Int], tally: CategoryTally, totals: UnitTotals
  ) -> Estimate {
    let p = tally.proportion(of: members)
    return estimate(
      p, statistic, spread: p * (1 - p), answers: tally.answers, totals: totals,
      count: tally.count(of: members))
  }
}

/// The answers to an item in one domain, counted and weighted.
private struct CategoryTally {
  private(set) var answers = AnswerTally()
  private var weights: [Double]
  private var counts: [Int]

  init(categoryCount: Int) {
    weights = Array(repeating: 0, count: categoryCount)
    counts = Array(repeating: 0, count: categoryCount)
  }

  mutating func add(_ weight: Double, _ category: Int, correction: Double) {
    answers.add(weight, correction: correction)
    weights[category] += weight
    counts[category] += 1
  }

  var weight: Double { weights.compensatedSum() }

  func proportion(of members: [Int]) -> Double {
    members.lazy.map { weights[$0] }.compensatedSum() / weight
  }

  func count(of members: [Int]) -> Int {
    members.reduce(0) { $0 + counts[$1] }
  }
}
