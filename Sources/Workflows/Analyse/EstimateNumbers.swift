package import SafetyModel
import SurveyStatistics

/// Estimates a number of each respondent by groups: its mean, total, quantile, or ratio to another.
///
/// A number is an index, a variable of the data file, or an item's headline as 1 and 0: the mean of
/// that is a share, and its total a number of persons. All groups of a table are estimated
/// together, so that differences have their joint covariance; quantiles have no joint covariance
/// and are not compared.
package struct EstimateNumbers: Sendable {
  package enum Statistic: Sendable, Hashable {
    case mean, total
    /// The value below which a part of the population lies.
    case quantile(Double)
    /// The total of the number ÷ that of another.
    case ratio(to: Number)

    package var name: String {
      switch self {
      case .mean: "mean"
      case .total: "total"
      case .quantile: "quantile"
      case .ratio: "ratio"
      }
    }
  }

  package enum Number: Sendable, Hashable {
    /// An item or index of the study.
    case subject(PublishedSubject)
    /// A variable that was coded along with the answers.
    case variable(String)

    package var name: String {
      switch self {
      case .subject(let subject): subject.code
      case .variable(let name): name
      }
    }
  }

  let analysis: SurveyAnalysis
  let statistic: Statistic
  let choices: EstimateChoices

  package init(
    analysis: SurveyAnalysis, statistic: Statistic, choices: EstimateChoices = EstimateChoices()
  ) {
    self.analysis = analysis
    self.statistic = statistic
    self.choices = choices
  }

  package func callAsFunction(
    _ numbers: [Number], breakdowns: [[PublishedDimension]], standard: Standard? = nil,
    testsMeans: Bool = false
  ) throws -> [AnalystReport.Table] {
    try numbers.flatMap { number in
      try breakdowns.map { breakdown in
        guard let standard else {
          return try table(number, by: breakdown, testsMeans: testsMeans)
        }
        let used = try analysis.standardised(to: standard, by: breakdown, for: number)
        var table = try EstimateNumbers(analysis: used, statistic: statistic, choices: choices)
          .table(number, by: breakdown, testsMeans: testsMeans)
        table.standardisedBy = standard.dimensions.map(\.code)
        return table
      }
    }
  }

  private func table(
    _ number: Number, by dimensions: [PublishedDimension], testsMeans: Bool
  ) throws -> AnalystReport.Table {
    let values = try analysis.values(of: number)
    let keys = SurveyAnalysis.keys(of: dimensions)
    let members = try analysis.members(of: dimensions)
    var table = AnalystReport.Table(
      subject: number.name, measure: statistic.name, by: dimensions.map(\.code),
      adjustment: choices.adjustment)
    if testsMeans, !dimensions.isEmpty {
      table.tests = [try analysis.equality(of: values, by: dimensions)]
    }
    if case .quantile(let share) = statistic {
      table.estimates = try zip(keys, members).map {
        try quantile(share, of: values, in: $1, key: $0)
      }
      return table
    }
    let joint = try analysis.design.estimate(.joined(try statistics(of: values, in: members)))
    table.estimates = try figures(of: joint, values, keys, members)
    compare(joint, keys, in: &table)
    return table
  }

  func figures(
    of joint: JointEstimates, _ values: NumericColumn, _ keys: [[String]], _ members: [[Bool]]
  ) throws -> [AnalystReport.Figure] {
    try keys.indices.map { domain in
      let degreesOfFreedom = choices.degreesOfFreedom(
        design: Double(analysis.design.degreesOfFreedom),
        domain: Double(analysis.design.degreesOfFreedom(within: members[domain])))
      let interval = ConfidenceInterval.linear(
        joint.values[domain], standardError: joint.standardErrors[domain],
        degreesOfFreedom: degreesOfFreedom, confidence: choices.confidence)
      return figure(
        keys[domain], joint.values[domain], joint.standardErrors[domain], interval,
        base: try base(of: values, in: members[domain]), degreesOfFreedom)
    }
  }

  private func compare(
    _ joint: JointEstimates, _ keys: [[String]], in table: inout AnalystReport.Table
  ) {
    guard choices.comparison != .none else { return }
    let pairs = EstimateStudy.pairs(of: keys)
    let named = pairs.map { (keys[$0], keys[$1]) }
    table.family = pairs.count
    table.differences =
      choices.comparison == .ratio
      ? choices.pairs(
        pairs.map { joint.ratio($0, to: $1) }, between: named, statistic: statistic.name)
      : choices.pairs(
        pairs.map { joint.difference($0, minus: $1) }, between: named, statistic: statistic.name)
  }

  /// What the engine is asked for, one figure for each group.
  func statistics(
    of values: NumericColumn, in members: [[Bool]]
  ) throws -> [SurveyStatistics.Statistic] {
    switch statistic {
    case .total: return members.map { .total(of: [values], within: $0) }
    case .ratio(let number):
      let other = try analysis.values(of: number)
      return members.map { .ratio(of: values, to: other, within: $0) }
    case .mean, .quantile: return members.map { .mean(of: [values], within: $0) }
    }
  }

  private func quantile(
    _ share: Double, of values: NumericColumn, in members: [Bool], key: [String]
  ) throws -> AnalystReport.Figure {
    let base = try base(of: values, in: members)
    guard base > 0 else {
      return figure(
        key, .nan, .nan, ConfidenceInterval(lower: .nan, upper: .nan), base: 0, .nan)
    }
    let degreesOfFreedom = choices.degreesOfFreedom(
      design: Double(analysis.design.degreesOfFreedom),
      domain: Double(analysis.design.degreesOfFreedom(within: members)))
    let estimate = try analysis.design.quantiles(
      of: values, at: [share], within: members, rule: choices.quantileRule,
      method: choices.quantileInterval, confidence: choices.confidence,
      degreesOfFreedom: degreesOfFreedom)[0]
    return figure(
      key, estimate.value, estimate.standardError, estimate.interval, base: base,
      degreesOfFreedom)
  }

  func figure(
    _ key: [String], _ value: Double, _ standardError: Double, _ interval: ConfidenceInterval,
    base: Int, _ degreesOfFreedom: Double
  ) -> AnalystReport.Figure {
    AnalystReport.Figure(
      domain: key, statistic: statistic.name, value: value.ifFinite,
      standardError: standardError.ifFinite, lower: interval.lower.ifFinite,
      upper: interval.upper.ifFinite, base: base, count: nil, designEffect: nil,
      degreesOfFreedom: degreesOfFreedom.ifFinite)
  }

  /// The respondents of a group who have the number, and the other one of a ratio.
  func base(of values: NumericColumn, in members: [Bool]) throws -> Int {
    var present = values.values.indices.filter { members[$0] && !values.values[$0].isNaN }
    if case .ratio(let number) = statistic {
      let other = try analysis.values(of: number).values
      present.removeAll { other[$0].isNaN }
    }
    return present.count { analysis.design.weights[$0] > 0 }
  }
}

extension SurveyAnalysis {
  /// The number of each respondent; NaN is missing.
  func values(of number: EstimateNumbers.Number) throws -> NumericColumn {
    switch number {
    case .variable(let name): try stored("variable.\(name)")
    case .subject(let subject):
      switch subject.kind {
      case .index: try stored("index.\(subject.code)")
      case .item: try headline(of: subject)
      }
    }
  }

  /// 1 for those whose answer the headline counts, 0 for the others who answered.
  func headline(of subject: PublishedSubject) throws -> NumericColumn {
    let counted = subject.categories.map { subject.headlineCategories.contains($0.code) }
    return NumericColumn(
      values: try codedColumn(of: subject).codes.map { code in
        code == 0 ? .nan : counted[Int(code) - 1] ? 1 : 0
      })
  }

  private func stored(_ name: String) throws -> NumericColumn {
    guard let values = answers.numericColumns[name] else { throw MissingColumn(column: name) }
    return NumericColumn(values: values)
  }
}
