import DisclosureControl
package import SafetyModel
package import SurveyStatistics

/// Compares groups raw, and as if they were alike in everything else: predicted margins.
///
/// Both are about the same respondents: those with an answer and a value of every dimension. Shares
/// are explained by a logistic model, indices by a linear one.
package struct CompareAdjusted: Sendable {
  let analysis: SurveyAnalysis
  let confidence: Double
  let adjustment: FamilyAdjustment
  /// The smallest difference that matters, in the unit of the figures; `nil` for no test of it.
  let equivalenceMargin: Double?

  package init(
    analysis: SurveyAnalysis, confidence: Double, adjustment: FamilyAdjustment = .holm,
    equivalenceMargin: Double? = nil
  ) {
    self.analysis = analysis
    self.confidence = confidence
    self.adjustment = adjustment
    self.equivalenceMargin = equivalenceMargin
  }

  /// The model of a subject found no coefficients: a group where all or none say yes.
  package struct NotConverged: Error, Sendable, Hashable {
    package let subject: String
  }

  /// - Throws: ``NotConverged``, or what the engine throws.
  package func callAsFunction(
    _ subject: PublishedSubject, across dimension: PublishedDimension,
    adjustingFor others: [PublishedDimension]
  ) throws -> AdjustedReport.Table {
    let y = try analysis.headlineColumn(of: subject)
    let columns = try others.flatMap(analysis.indicators)
    let groups = try analysis.domainColumn(of: [dimension])
    let rows = y.values.indices.map { row in
      !y.values[row].isNaN && groups.codes[row] > 0
        && columns.allSatisfy { !$0.values[row].isNaN }
    }
    let masks = dimension.values.indices.map { group in
      rows.indices.map { rows[$0] && Int(groups.codes[$0]) == group + 1 }
    }
    let raw = try analysis.design.estimate(
      .joined(masks.map { .mean(of: [y], within: $0) }))
    let model = try analysis.design.predictedMargins(
      of: y, across: groups, adjustingFor: columns,
      family: subject.kind == .item ? .logistic : .linear, within: rows)
    guard model.regression.hasSolution else { throw NotConverged(subject: subject.code) }
    let pairs = dimension.values.indices.flatMap { first in
      dimension.values.indices.filter { $0 > first }.map { (first, $0) }
    }
    return AdjustedReport.Table(
      subject: subject.code, measure: (subject.kind == .item ? Measure.proportion : .mean).rawValue,
      across: dimension.code, adjustedFor: others.map(\.code), base: rows.count { $0 },
      groups: dimension.values.indices.map { group in
        let base = masks[group].count { $0 }
        return AdjustedReport.Group(
          group: dimension.values[group].code, base: base,
          raw: figure(raw, group, base, subject),
          adjusted: figure(model.margins, group, base, subject))
      },
      family: pairs.count,
      differences: differences(pairs, raw, model.margins, dimension.values.map(\.code)))
  }

  private func figure(
    _ estimates: JointEstimates, _ place: Int, _ base: Int, _ subject: PublishedSubject
  ) -> AdjustedReport.Figure {
    let estimate = Estimate(
      value: estimates.values[place], standardError: estimates.standardErrors[place], base: base,
      degreesOfFreedom: estimates.degreesOfFreedom)
    let interval = estimate.interval(
      subject.kind == .item ? .logit : .linear, confidence: confidence)
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

extension SurveyAnalysis {
  /// What a subject's headline is the mean of: 1 or 0 for an item, the index itself; NaN for none.
  package func headlineColumn(of subject: PublishedSubject) throws -> NumericColumn {
    if subject.kind == .index {
      guard let values = answers.numericColumns["index.\(subject.code)"] else {
        throw MissingColumn(column: "index.\(subject.code)")
      }
      return NumericColumn(values: values)
    }
    let yes = Set(
      subject.headlineCategories.compactMap { code in
        subject.categories.firstIndex { $0.code == code }.map { UInt8($0 + 1) }
      })
    return NumericColumn(
      values: try codedColumn(of: subject).codes.map { $0 == 0 ? .nan : yes.contains($0) ? 1 : 0 })
  }

  /// A column of 1 and 0 for each value of a dimension but its first; NaN where it is missing.
  package func indicators(of dimension: PublishedDimension) throws -> [NumericColumn] {
    let codes = try domainColumn(of: [dimension]).codes
    return dimension.values.indices.dropFirst().map { value in
      NumericColumn(values: codes.map { $0 == 0 ? .nan : Int($0) == value + 1 ? 1 : 0 })
    }
  }
}
