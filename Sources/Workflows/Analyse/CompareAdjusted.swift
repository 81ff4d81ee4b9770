import DisclosureControl
package import SafetyModel
package import SurveyStatistics

/// Compares groups raw, and as if they were alike in everything else: predicted margins.
///
/// Both are about the same respondents: those with an answer and a value of everything that is made
/// alike. Shares are explained by a logistic model, indices and variables by a linear one, unless
/// another is chosen.
package struct CompareAdjusted: Sendable {
  let analysis: SurveyAnalysis
  let confidence: Double
  let adjustment: FamilyAdjustment
  /// The smallest difference that matters, in the unit of the figures; `nil` for no test of it.
  let equivalenceMargin: Double?
  /// The kind of variable that is explained; `nil` for the one that fits the figure.
  let family: RegressionFamily?
  /// Whether the coefficients of the model are told.
  let withCoefficients: Bool

  package init(
    analysis: SurveyAnalysis, confidence: Double, adjustment: FamilyAdjustment = .holm,
    equivalenceMargin: Double? = nil, family: RegressionFamily? = nil,
    withCoefficients: Bool = false
  ) {
    self.family = family
    self.withCoefficients = withCoefficients
    self.analysis = analysis
    self.confidence = confidence
    self.adjustment = adjustment
    self.equivalenceMargin = equivalenceMargin
  }

  /// The model of a subject found no coefficients: a group where all or none say yes.
  package struct NotConverged: Error, Sendable, Hashable {
    package let subject: String
  }

  /// - Parameters:
  ///   - number: what is explained.
  ///   - dimension: the groups that are compared.
  ///   - others: the dimensions that are made alike.
  ///   - numbers: the numbers that are made alike, such as an age in years.
  /// - Returns: the groups raw and alike, with their differences.
  /// - Throws: ``NotConverged``, `Problems`, or what the engine throws.
  package func callAsFunction(
    _ number: EstimateNumbers.Number, across dimension: PublishedDimension,
    adjustingFor others: [PublishedDimension], numbers: [EstimateNumbers.Number] = []
  ) throws -> AdjustedReport.Table {
    let sample = try ComparedSample(
      of: analysis, explaining: number, across: dimension, by: others, numbers)
    let family = self.family ?? (number.isYesOrNo ? .logistic : .linear)
    try sample.check(family, of: number)
    let raw = try analysis.design.estimate(
      .joined(sample.masks.map { .mean(of: [sample.y], within: $0) }))
    let model = try analysis.design.predictedMargins(
      of: sample.y, across: sample.groups, adjustingFor: sample.columns,
      family: family, within: sample.rows)
    guard model.regression.hasSolution else { throw NotConverged(subject: number.name) }
    let pairs = dimension.values.indices.flatMap { first in
      dimension.values.indices.filter { $0 > first }.map { (first, $0) }
    }
    var table = AdjustedReport.Table(
      subject: number.name, measure: (number.isYesOrNo ? Measure.proportion : .mean).rawValue,
      across: dimension.code, adjustedFor: others.map(\.code) + numbers.map(\.name),
      base: sample.rows.count { $0 },
      groups: groups(of: dimension, sample.masks, raw, model.margins, number, family),
      family: pairs.count,
      differences: differences(pairs, raw, model.margins, dimension.values.map(\.code)))
    if withCoefficients {
      table.model =
        ModelCoefficients(
          regression: model.regression,
          columns: sample.names(analysis.design.weights), confidence: confidence
        ).report
    }
    return table
  }

  private func groups(
    of dimension: PublishedDimension, _ masks: [[Bool]], _ raw: JointEstimates,
    _ margins: JointEstimates, _ number: EstimateNumbers.Number, _ family: RegressionFamily
  ) -> [AdjustedReport.Group] {
    dimension.values.indices.map { group in
      let base = masks[group].count { $0 }
      // A linear model may predict shares outside 0 and 1.
      return AdjustedReport.Group(
        group: dimension.values[group].code, base: base,
        raw: figure(raw, group, base, number.isYesOrNo ? .logit : .linear),
        adjusted: figure(
          margins, group, base, number.isYesOrNo && family != .linear ? .logit : .linear))
    }
  }

  private func figure(
    _ estimates: JointEstimates, _ place: Int, _ base: Int, _ method: IntervalMethod
  ) -> AdjustedReport.Figure {
    let estimate = Estimate(
      value: estimates.values[place], standardError: estimates.standardErrors[place], base: base,
      degreesOfFreedom: estimates.degreesOfFreedom)
    let interval = estimate.interval(method, confidence: confidence)
    return AdjustedReport.Figure(
      value: estimate.value.ifFinite, standardError: estimate.standardError.ifFinite,
      lower: interval.lower.ifFinite, upper: interval.upper.ifFinite)
  }

  private func differences(
    _ pairs: [(Int, Int)], _ raw: JointEstimates, _ margins: JointEstimates, _ codes: [String]
  ) -> [AdjustedReport.Pair] {
    let plain = pairs.map { raw.difference($0.0, minus: $0.1) }
    let adjusted = pairs.map { margins.difference($0.0, minus: $0.1) }
    let family = TestFamily("differences", of: adjusted, adjustment: adjustment)
    return pairs.indices.map { place in
      let difference = adjusted[place]
      let equivalence = equivalenceMargin.map { difference.equivalence(within: $0).p }
      return AdjustedReport.Pair(
        first: codes[pairs[place].0], second: codes[pairs[place].1], raw: figure(plain[place]),
        rawP: plain[place].p.ifFinite, adjusted: figure(difference), t: difference.t.ifFinite,
        degreesOfFreedom: difference.degreesOfFreedom.ifFinite, p: difference.p.ifFinite,
        adjustedP: family.adjustedP[place].ifFinite, equivalenceP: equivalence?.ifFinite)
    }
  }

  private func figure(_ difference: Difference) -> AdjustedReport.Figure {
    let interval = difference.interval(confidence: confidence)
    return AdjustedReport.Figure(
      value: difference.value.ifFinite, standardError: difference.standardError.ifFinite,
      lower: interval.lower.ifFinite, upper: interval.upper.ifFinite)
  }
}

extension Regression {
  /// Whether the coefficients are numbers to be trusted: where all or none of a group say yes, one
  /// runs off, and its odds of a billion have no error.
  fileprivate var hasSolution: Bool {
    converged
      && (family != .logistic || coefficients.values.allSatisfy { $0.isNaN || $0.magnitude < 12 })
  }
}
