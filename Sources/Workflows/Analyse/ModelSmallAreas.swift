import NumericKernels
package import SafetyModel
package import SurveyStatistics

/// Figures of small groups that borrow strength from each other: a Fay–Herriot model.
///
/// They are model-based: each stands beside the direct figure that it came from, with the part that
/// the group's own answers have in it. Groups without answers are predicted.
package struct ModelSmallAreas: Sendable {
  /// The wave, with means for its statistic.
  package let own: EstimatedWave
  let method: AreaVarianceMethod
  /// Whether figures are moved to agree with the direct one of all groups together.
  let isBenchmarked: Bool
  /// A table with what is known of each group from elsewhere; `nil` for nothing.
  let covariates: SourceTable?

  package init(
    _ own: EstimatedWave, method: AreaVarianceMethod = .reml, isBenchmarked: Bool = true,
    covariates: SourceTable? = nil
  ) {
    self.own = own
    self.method = method
    self.isBenchmarked = isBenchmarked
    self.covariates = covariates
  }

  package func callAsFunction(
    _ number: EstimateNumbers.Number, by breakdown: [PublishedDimension]
  ) throws -> AnalystReport.Table {
    let fitted = try fitted(number, by: breakdown)
    var table = AnalystReport.Table(
      subject: number.name, measure: own.numbers.statistic.name, by: breakdown.map(\.code),
      adjustment: own.numbers.choices.adjustment)
    table.model = fitted.description
    let direct = try own.numbers.figures(
      of: fitted.direct, own.analysis.values(of: number), fitted.keys, fitted.members)
    let modelled = try fitted.estimates()
    table.estimates = direct.indices.flatMap { place in
      [labelled(direct[place], "direct"), figure(modelled[place], like: direct[place])]
    }
    return table
  }

  /// The model of one number by one breakdown.
  func fitted(
    _ number: EstimateNumbers.Number, by breakdown: [PublishedDimension]
  ) throws -> FittedAreas {
    let members = try own.analysis.members(of: breakdown)
    let values = try own.analysis.values(of: number)
    return try FittedAreas(
      number: number, keys: SurveyAnalysis.keys(of: breakdown), members: members,
      direct: own.analysis.design.estimate(
        .joined(own.numbers.statistics(of: values, in: members))),
      covariates: covariates.map { try AreaCovariates($0, by: breakdown) }, method: method,
      size: isBenchmarked ? { size(values, members[$0]) } : nil)
  }

  /// The weights of those who have the number: how much a group counts in the figure of all.
  private func size(_ values: NumericColumn, _ members: [Bool]) -> Double {
    values.values.indices.lazy.filter { members[$0] && !values.values[$0].isNaN }
      .map { own.analysis.design.weights[$0] }.compensatedSum()
  }

  private func labelled(
    _ figure: AnalystReport.Figure, _ statistic: String
  ) -> AnalystReport.Figure {
    var figure = figure
    figure.statistic = statistic
    return figure
  }

  private func figure(
    _ estimate: ModelBasedEstimate, like direct: AnalystReport.Figure
  ) -> AnalystReport.Figure {
    var figure = estimate.figure(
      of: direct.domain, base: direct.base, confidence: own.numbers.choices.confidence)
    figure.statistic = "model-based"
    return figure
  }
}

extension ModelBasedEstimate {
  func figure(of domain: [String], base: Int, confidence: Double) -> AnalystReport.Figure {
    let interval = interval(confidence: confidence)
    return AnalystReport.Figure(
      domain: domain, statistic: "model-based", value: value.ifFinite,
      standardError: rootMeanSquaredError.ifFinite, lower: interval.lower.ifFinite,
      upper: interval.upper.ifFinite, base: base, directWeight: directWeight)
  }
}
