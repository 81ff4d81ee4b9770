import NumericKernels

/// What a place in the order of all values counts for in a rank test.
public enum RankScore: String, Sendable, Hashable, CaseIterable, Codable {
  /// The place itself, as a share of the population: Wilcoxon's and Kruskal and Wallis's test.
  case wilcoxon
  /// The normal quantile of the place: van der Waerden's test. R: `"vanderWaerden"`.
  case normal = "vanderWaerden"
  /// Whether the place is above the middle: Mood's median test.
  case median

  /// The score at a place r of N, both in persons.
  public func score(_ place: Double, of size: Double) -> Double {
    switch self {
    case .wilcoxon: place / size
    case .normal: NormalDistribution.quantile(place / size)
    case .median: place > size / 2 ? 1 : 0
    }
  }
}

/// A test of whether a variable tends to be larger in some groups than in others.
public struct RankTest: Sendable {
  /// The mean score of every group but the first that has anyone, minus that of the first; G − 1.
  public let differences: JointEstimates
  /// The degrees of freedom of the numerator: groups with anyone − 1.
  public let numeratorDegreesOfFreedom: Double
  /// Those of the denominator: of the rows used, − (groups − 1).
  public let denominatorDegreesOfFreedom: Double

  /// F, 0 or more: the test that no group differs; for two groups the square of t.
  public var statistic: Double {
    (differences.covariance.inverseQuadraticForm(differences.values) ?? .nan)
      / numeratorDegreesOfFreedom
  }

  /// p of no group being different; NaN when it is undefined.
  public var p: Double {
    denominatorDegreesOfFreedom > 0
      ? FisherDistribution.upperTail(
        statistic, degreesOfFreedom: numeratorDegreesOfFreedom, denominatorDegreesOfFreedom)
      : .nan
  }
}

extension SurveyDesign {
  /// Tests by ranks whether a variable tends to be larger in some groups than in others.
  ///
  ///     r = Σ w over lower values and equal ones before + w/2,   s = score(r/N),   N = Σ w
  ///     δ_g = s̄_g − s̄_1,   F = δᵀ V⁻¹ δ / (G − 1)
  ///
  /// Equal values share the plain mean of their r, as in R. For answers on a scale, where distances
  /// between answers mean nothing. The covariance V is the design's, with scores taken as known.
  ///
  /// - Parameters:
  ///   - y: the variable; only its order counts.
  ///   - groups: the group of each row; rows in none count nowhere.
  ///   - score: what a place counts for.
  ///   - within: the rows of a subpopulation; `nil` for everyone. Rows with gaps are left out.
  /// - Returns: the test; its p is NaN for fewer than two groups.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Lumley and Scott, *Two-sample rank tests under complex sampling*, 2013.
  /// R: `svyranktest(y ~ group, design, test)`. Golden values: `Golden/variant_stages.json`.
  public func rankTest(
    of y: NumericColumn, across groups: DomainColumn, score: RankScore = .wilcoxon,
    within: [Bool]? = nil
  ) throws(EstimationError) -> RankTest {
    try rankTest(of: y, across: groups, within: within, scoring: score.score)
  }

  /// The same test with scores of one's own.
  ///
  /// - Parameters:
  ///   - y: the variable; only its order counts.
  ///   - groups: the group of each row; rows in none count nowhere.
  ///   - within: the rows of a subpopulation; `nil` for everyone. Rows with gaps are left out.
  ///   - scoring: what the place r of N persons counts for; r and N are in persons.
  /// - Returns: the test.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// R: `svyranktest(y ~ group, design, test = function(r, N) …)`.
  public func rankTest(
    of y: NumericColumn, across groups: DomainColumn, within: [Bool]? = nil,
    scoring: (_ place: Double, _ size: Double) -> Double
  ) throws(EstimationError) -> RankTest {
    try check(Statistic.lengths([("y", y)], within) + [("groups", groups.codes.count)])
    let known = Statistic.completeRows([y], within: within)
    let present = known.indices.map { known[$0] && groups.codes[$0] > 0 }
    let rows = present.indices.filter { present[$0] }
    let used = Set(rows.map { groups.codes[$0] }).sorted()
    let scores = RankScore.scores(
      rows.map { y.values[$0] }, weights: rows.map { weights[$0] }, scoring)
    let columns =
      [rows.map { _ in 1.0 }]
      + used.dropFirst().map { group in rows.map { groups.codes[$0] == group ? 1 : 0 } }
    let own = rows.map { weights[$0] }
    let fit = RegressionFit(scores, on: columns, weights: own, family: .linear)
    // The scores are not ranked again in each replicate: what moves is the total of influences.
    let influences = fit.influences.dropFirst().map { influence in
      var values = [Double](repeating: 0, count: rowCount)
      for (place, row) in rows.enumerated() where own[place] != 0 {
        values[row] = influence[place] / own[place]
      }
      return NumericColumn(values: values)
    }
    let totals = try estimate(.total(of: Array(influences), within: present))
    let first = Double(used.count - 1)
    return RankTest(
      differences: JointEstimates(
        values: Array(fit.coefficients.dropFirst()), covariance: totals.covariance,
        degreesOfFreedom: Double(degreesOfFreedom(within: present)) - first),
      numeratorDegreesOfFreedom: first,
      denominatorDegreesOfFreedom: Double(degreesOfFreedom(within: present)) - first)
  }
}

extension RankScore {
  /// The score of each value at its middle place among all.
  static func scores(
    _ values: [Double], weights: [Double], _ scoring: (Double, Double) -> Double
  ) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var places = [Double](repeating: 0, count: values.count)
    var sum = CompensatedSum()
    var start = 0
    while start < order.count {
      var end = start
      var middles = 0.0
      while end < order.count, values[order[end]] == values[order[start]] {
        sum.add(weights[order[end]])
        middles += sum.value - weights[order[end]] / 2
        end += 1
      }
      // R takes the plain mean of the middles of equal values, whatever their weights.
      for place in start..<end { places[order[place]] = middles / Double(end - start) }
      start = end
    }
    return places.map { scoring($0, sum.value) }
  }
}
