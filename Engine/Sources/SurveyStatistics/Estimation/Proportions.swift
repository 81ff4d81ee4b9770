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
  /// - Returns: for each domain the categories in order, then the sums; proportions in [0, 1], NaN
  ///   in a domain without answers.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``; for a sum
  ///   ``EstimationError/noSuchCategory(index:categoryCount:)`` and
  ///   ``EstimationError/repeatedCategory(index:)``.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 5.8.
  /// R: `svyby(~factor(item), ~domain, design, svymean, na.rm = TRUE, covmat = TRUE)`.
  /// Golden values: the `svyby` of every `Golden/*.json`.
  public func proportions(
    of item: CodedColumn, by domains: DomainColumn, sums: [[Int]] = []
  ) throws(EstimationError) -> DomainEstimates {
    try check([("item", item.codes.count), ("domains", domains.codes.count)])
    let members = try Self.members(ofCategories: item.categoryCount, sums: sums)
    let sampling = CategorySampling(
      design: self, item: item, domains: domains, members: members)
    let tallies = sampling.tallies
    let spreads = sampling.spreads
    var estimates: [Estimate] = []
    for (domain, tally) in tallies.enumerated() {
      for (statistic, categories) in members.enumerated() {
        let p = tally.proportion(of: categories)
        estimates.append(
          estimate(
            p, statistic, spread: p * (1 - p), answers: tally.answers, sampling: spreads[domain],
            count: tally.count(of: categories)))
      }
    }
    return DomainEstimates(
      estimates: estimates, spreads: spreads, statisticCount: members.count, design: self)
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
}
