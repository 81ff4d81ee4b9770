import NumericKernels

/// What varies from sample to sample in a predicted margin.
public enum MarginVariation: String, Sendable, Hashable, CaseIterable, Codable {
  /// Everything: who was drawn, and the coefficients that they gave. R survey leaves out how the two
  /// go together: its variance is the sum of the other two.
  case all
  /// The coefficients; the composition counts as known. Stata's `margins` by default.
  case coefficients
  /// The composition; the coefficients count as known.
  case composition
}

/// What groups would have if everything else in a model were alike.
public struct PredictedMargins: Sendable {
  /// The margin of each group, in the unit of y: in [0, 1] for 1 and 0; NaN where nobody is in it.
  public let margins: JointEstimates
  /// For each margin its derivative by every coefficient of the model; empty without anyone.
  public let slopes: [[Double]]
  /// The model: coefficients of the column of ones, of the others, and then of every group but the
  /// first that has anyone.
  public let regression: Regression
}

extension SurveyDesign {
  /// The mean of a variable in each group if all groups were composed like the whole.
  ///
  ///     m_g = Σ w·μ(x·β + γ_g) / Σ w   over everyone, each taken to be in group g
  ///     linearised value: (μ_g(x) − m_g)/Σw + (∂m_g/∂β)ᵀ·(linearised value of β)
  ///
  /// Is an area's difference still there when age, sex and tenure are alike? The difference of two
  /// margins answers, in percentage points, what a coefficient answers in odds.
  ///
  /// - Parameters:
  ///   - y: what is explained; 1 and 0 for the logistic family.
  ///   - groups: the group of each row; rows in none count nowhere.
  ///   - columns: what else explains it, without the column of ones.
  ///   - family: the kind of variable that y is.
  ///   - within: the rows of a subpopulation; `nil` for everyone. Rows with gaps are left out.
  ///   - variation: what counts as random.
  /// - Returns: the margins, with the joint covariance of the delta method.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Graubard and Korn, *Predictive margins with survey data*, 1999.
  /// R: `svypredmeans(svyglm(y ~ x, design, family), ~group)`.
  /// Golden values: `Golden/peers/estimators.json`, by numerical derivatives and statsmodels.
  public func predictedMargins(
    of y: NumericColumn, across groups: DomainColumn, adjustingFor columns: [NumericColumn],
    family: RegressionFamily = .logistic, within: [Bool]? = nil,
    variation: MarginVariation = .all
  ) throws(EstimationError) -> PredictedMargins {
    try check(
      Statistic.lengths([("y", y)] + columns.named("columns"), within)
        + [("groups", groups.codes.count)])
    let model = MarginModel(
      y: y.values, columns: columns, groups: groups, family: family, variation: variation,
      within: within, weights: weights)
    let margins = try estimate(model.statistic)
    let regression = try regression(
      of: y, on: model.columns.map(NumericColumn.init), family: family, within: model.present)
    return PredictedMargins(
      margins: margins, slopes: model.slopes(regression.coefficients.values, weights),
      regression: regression)
  }
}

/// A regression on groups and other columns, and what it predicts for each group.
private struct MarginModel {
  let y: [Double]
  /// The ones, the other columns, and the groups but the first that has anyone.
  let columns: [[Double]]
  let present: [Bool]
  let groupCount: Int
  /// The column of each group; `nil` for the first, which is the reference.
  let columnOfGroup: [Int: Int?]
  let family: RegressionFamily
  let variation: MarginVariation

  init(
    y: [Double], columns: [NumericColumn], groups: DomainColumn, family: RegressionFamily,
    variation: MarginVariation, within: [Bool]?, weights: [Double]
  ) {
    (self.y, self.family, self.variation) = (y, family, variation)
    let complete = Statistic.completeRows([NumericColumn(values: y)] + columns, within: within)
    let present = complete.indices.map { complete[$0] && groups.codes[$0] > 0 }
    self.present = present
    groupCount = groups.domainCount
    let used = Set(
      groups.codes.indices.lazy.filter { present[$0] && weights[$0] != 0 }.map {
        Int(groups.codes[$0])
      }
    ).sorted()
    var all = [y.map { _ in 1.0 }] + columns.map(\.values)
    var columnOfGroup: [Int: Int?] = used.first.map { [$0 - 1: nil] } ?? [:]
    for group in used.dropFirst() {
      columnOfGroup[group - 1] = .some(all.count)
      all.append(groups.codes.map { Int($0) == group ? 1 : 0 })
    }
    self.columns = all
    self.columnOfGroup = columnOfGroup
  }

  var statistic: Statistic {
    Statistic(columns: [("y", y.count)]) { weights, withInfluences in
      let rows = weights.indices.filter { present[$0] }
      // To a mean of 1, as in a regression: large weights would start the search at 0 and 1.
      let scale = rows.lazy.map { weights[$0] }.compensatedSum() / Double(rows.count)
      let fit = RegressionFit(
        rows.map { y[$0] }, on: columns.map { column in rows.map { column[$0] } },
        weights: rows.map { weights[$0] / scale }, family: family)
      let coefficients = fit.coefficients.map { $0.isNaN ? 0 : $0 }
      let influences = withInfluences && variation != .composition ? fit.exactInfluences : []
      var part = Statistic.Part(values: [], present: present)
      for group in 0..<groupCount {
        let margin = margin(group, coefficients, rows, weights)
        part.values.append(margin.value)
        guard withInfluences else { continue }
        part.influences.append(influence(margin, influences, rows, weights))
      }
      return [part]
    }
  }

  /// For each margin its derivative by every coefficient.
  func slopes(_ coefficients: [Double], _ weights: [Double]) -> [[Double]] {
    let rows = weights.indices.filter { present[$0] }
    let known = coefficients.map { $0.isNaN ? 0 : $0 }
    return (0..<groupCount).map { margin($0, known, rows, weights).slopes }
  }

  /// A margin, what it is the mean of, and its derivative by each coefficient.
  private typealias Margin = (value: Double, means: [Double], slopes: [Double])

  private func margin(
    _ group: Int, _ coefficients: [Double], _ rows: [Int], _ weights: [Double]
  ) -> Margin {
    guard let own = columnOfGroup[group] else { return (.nan, [], []) }
    // Everyone is taken to be in the group: 1 in its column, 0 in those of the others.
    let others = Set(columnOfGroup.values.compactMap(\.self))
    let moved = columns.indices.filter { !others.contains($0) } + [own].compactMap(\.self)
    func value(_ column: Int, _ row: Int) -> Double {
      column == own ? 1 : columns[column][row]
    }
    let weight = rows.lazy.map { weights[$0] }.compensatedSum()
    let predictors = rows.map { row in
      moved.reduce(0) { $0 + coefficients[$1] * value($1, row) }
    }
    let means = predictors.map(family.mean)
    var slopes = coefficients.map { _ in 0.0 }
    for column in moved {
      slopes[column] =
        zip(rows, predictors).lazy.map { weights[$0] * family.slope($1) * value(column, $0) }
        .compensatedSum() / weight
    }
    let mean = zip(rows, means).lazy.map { weights[$0] * $1 }.compensatedSum() / weight
    return (mean, means, slopes)
  }

  /// w·(linearised value) of every row.
  private func influence(
    _ margin: Margin, _ influences: [[Double]], _ rows: [Int], _ weights: [Double]
  ) -> [Double] {
    var column = [Double](repeating: 0, count: weights.count)
    guard !margin.value.isNaN else { return column }
    let weight = rows.lazy.map { weights[$0] }.compensatedSum()
    for (place, row) in rows.enumerated() {
      if variation != .coefficients {
        column[row] += weights[row] * (margin.means[place] - margin.value) / weight
      }
      for (slope, influence) in zip(margin.slopes, influences) where slope != 0 {
        column[row] += slope * influence[place]
      }
    }
    return column
  }
}
