package import SafetyModel
package import SurveyStatistics

/// Estimates a number of each respondent by groups: its mean, total, quantile, or ratio to another.
///
/// A number is an index, a variable of the data file, or an item's headline as 1 and 0: the mean of
/// that is a share, and its total a number of persons. All groups of a table are estimated
/// together, so that differences have their joint covariance.
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

  let analysis: SurveyAnalysis
  let statistic: Statistic
  let choices: EstimateChoices
  /// Of means that are shares; all other figures have the linear one.
  let interval: IntervalMethod

  package init(
    analysis: SurveyAnalysis, statistic: Statistic, choices: EstimateChoices = EstimateChoices(),
    interval: IntervalMethod = .linear
  ) {
    self.interval = interval
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
        var table = try EstimateNumbers(
          analysis: used, statistic: statistic, choices: choices, interval: interval
        )
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
    let joint = try analysis.design.estimate(.joined(try statistics(of: values, in: members)))
    table.estimates = try figures(of: joint, values, keys, members)
    if choices.covariance { table.covariance = joint.covarianceRows }
    compare(joint, keys, in: &table)
    return table
  }

  func figures(
    of joint: JointEstimates, _ values: NumericColumn, _ keys: [[String]], _ members: [[Bool]]
  ) throws -> [AnalystReport.Figure] {
    if case .quantile(let share) = statistic {
      return try zip(keys, members).map { try quantile(share, of: values, in: $1, key: $0) }
    }
    let method = statistic == .mean && values.isShare ? interval : .linear
    return try keys.indices.map { domain in
      let answered = zip(members[domain], values.values).map { $0 && !$1.isNaN }
      let own = Double(analysis.design.degreesOfFreedom(within: answered))
      let degreesOfFreedom = self.degreesOfFreedom(within: answered)
      let value = joint.values[domain]
      // Only the exact interval of a share of 0 or 1 asks what the base is worth.
      let isExact = method != .linear && (value == 0 || value == 1)
      let estimate = Estimate(
        value: value, standardError: joint.standardErrors[domain],
        base: try base(of: values, in: members[domain]), degreesOfFreedom: degreesOfFreedom,
        domainDegreesOfFreedom: own,
        effectiveBase: isExact ? try effectiveBase(of: values, in: answered) : nil)
      var figure = figure(
        keys[domain], value, estimate.standardError,
        estimate.interval(method, confidence: choices.confidence), base: estimate.base,
        degreesOfFreedom)
      // The figures of several waves have none.
      if joint.designEffects.count == keys.count {
        let withReplacement = joint.designEffectsWithReplacement[domain]
        figure.designEffect = analysis.designEffect(
          joint.designEffects[domain], withReplacement: withReplacement)
        figure.designEffectWithReplacement = withReplacement.ifFinite
      }
      return figure
    }
  }

  private func effectiveBase(of values: NumericColumn, in members: [Bool]) throws -> Double {
    let codes = zip(values.values, members).map { $1 ? UInt8($0 == 0 ? 1 : 2) : 0 }
    return try analysis.design.proportions(
      of: SurveyStatistics.CodedColumn(codes: codes, categoryCount: 2),
      by: .everyone(rowCount: codes.count))[domain: 0, statistic: 0].effectiveBase
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
    case .mean: return members.map { .mean(of: [values], within: $0) }
    case .quantile(let share):
      return try members.map { members in
        try analysis.design.linearisedQuantile(
          of: values, at: share, within: members, rule: choices.quantileRule,
          method: choices.quantileInterval, confidence: choices.confidence,
          degreesOfFreedom: degreesOfFreedom(within: members))
      }
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
    let degreesOfFreedom = self.degreesOfFreedom(within: members)
    let estimate = try analysis.design.quantiles(
      of: values, at: [share], within: members, rule: choices.quantileRule,
      method: choices.quantileInterval, confidence: choices.confidence,
      degreesOfFreedom: degreesOfFreedom)[0]
    return figure(
      key, estimate.value, estimate.standardError, estimate.interval, base: base,
      degreesOfFreedom)
  }

  private func degreesOfFreedom(within members: [Bool]) -> Double {
    choices.degreesOfFreedom(
      design: Double(analysis.design.degreesOfFreedom),
      domain: Double(analysis.design.degreesOfFreedom(within: members)))
  }

  func figure(
    _ key: [String], _ value: Double, _ standardError: Double, _ interval: ConfidenceInterval,
    base: Int, _ degreesOfFreedom: Double
  ) -> AnalystReport.Figure {
    AnalystReport.Figure(
      domain: key, statistic: statistic.name, value: value.ifFinite,
      standardError: standardError.ifFinite, lower: interval.lower.ifFinite,
      upper: interval.upper.ifFinite, base: base, degreesOfFreedom: degreesOfFreedom.ifFinite)
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
