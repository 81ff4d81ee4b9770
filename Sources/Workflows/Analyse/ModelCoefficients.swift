import NumericKernels
package import SafetyModel
package import SurveyStatistics

/// What a model has to explain a figure by, with the coefficients that it found.
struct ModelCoefficients {
  /// One column of the model.
  struct Column {
    /// A dimension or number by code; `nil` for the intercept.
    var term: String?
    /// The value that the column is about, for a dimension.
    var value: String?
    /// The value that it is compared with.
    var reference: String?
  }

  let regression: Regression
  /// In the order of the coefficients.
  let columns: [Column]
  let confidence: Double

  /// One coefficient for each column, and for each term whether all of its coefficients are 0.
  var report: AdjustedReport.Model {
    AdjustedReport.Model(
      family: regression.family.rawValue, coefficients: columns.indices.map(coefficient),
      terms: terms.map(test))
  }

  private var terms: [String] {
    var terms: [String] = []
    for term in columns.compactMap(\.term) where !terms.contains(term) { terms.append(term) }
    return terms
  }

  private func coefficient(_ place: Int) -> AdjustedReport.Coefficient {
    let found = regression.coefficient(place)
    let interval = found.interval(confidence: confidence)
    let column = columns[place]
    return AdjustedReport.Coefficient(
      term: column.term, value: column.value, reference: column.reference,
      coefficient: AdjustedReport.Figure(
        value: found.value.ifFinite, standardError: found.standardError.ifFinite,
        lower: interval.lower.ifFinite, upper: interval.upper.ifFinite),
      t: found.t.ifFinite, degreesOfFreedom: found.degreesOfFreedom.ifFinite,
      p: found.p.ifFinite,
      ratio: column.term == nil ? nil : ratio(found, interval))
  }

  /// An intercept is no ratio, but a level.
  private func ratio(
    _ found: Difference, _ interval: ConfidenceInterval
  ) -> AdjustedReport.Figure? {
    guard regression.family.hasRatios else { return nil }
    let value = Elementary.exp(found.value)
    return AdjustedReport.Figure(
      value: value.ifFinite, standardError: (value * found.standardError).ifFinite,
      lower: Elementary.exp(interval.lower).ifFinite,
      upper: Elementary.exp(interval.upper).ifFinite)
  }

  /// A column that the others make up has no coefficient, and takes no part.
  private func test(_ term: String) -> AdjustedReport.TermTest {
    let places = columns.indices.filter {
      columns[$0].term == term && !regression.coefficients.values[$0].isNaN
    }
    let test = regression.coefficients.waldTest(
      of: places, degreesOfFreedom: regression.residualDegreesOfFreedom)
    return AdjustedReport.TermTest(
      term: term, statistic: places.isEmpty ? nil : test.statistic.ifFinite,
      degreesOfFreedom: [test.numeratorDegreesOfFreedom, test.denominatorDegreesOfFreedom]
        .filter(\.isFinite), p: places.isEmpty ? nil : test.p.ifFinite)
  }
}

extension RegressionFamily {
  /// Whether coefficients are logarithms of ratios: of odds, hazards, rates, shares or means.
  package var hasRatios: Bool {
    switch self {
    case .logistic, .complementaryLogLog, .counts, .amounts, .proportionRatios, .meanRatios: true
    case .linear, .probit, .cauchit, .proportionDifferences, .reciprocalAmounts,
      .amountDifferences, .inverseGaussian, .countDifferences, .countRoots:
      false
    }
  }

  /// Whether a number can be explained by the family: yes or no, a count, an amount above 0.
  func allows(_ value: Double) -> Bool {
    switch self {
    case .logistic, .complementaryLogLog, .probit, .cauchit, .proportionRatios,
      .proportionDifferences:
      value == 0 || value == 1
    case .counts, .countDifferences, .countRoots: value >= 0
    case .amounts, .reciprocalAmounts, .amountDifferences, .inverseGaussian: value > 0
    case .linear, .meanRatios: true
    }
  }
}
