import NumericKernels
package import SafetyModel
package import SurveyStatistics

/// Figures of small groups that borrow strength from each other: a Fay–Herriot model.
///
/// They are model-based: each stands beside the direct figure that it came from, with the part that
/// the group's own answers have in it. Groups without answers are predicted.
package struct ModelSmallAreas: Sendable {
  let analysis: SurveyAnalysis
  let choices: EstimateChoices
  let method: AreaVarianceMethod
  /// Whether figures are moved to agree with the direct one of all groups together.
  let isBenchmarked: Bool
  let covariates: AreaCovariates?

  package init(
    analysis: SurveyAnalysis, choices: EstimateChoices, method: AreaVarianceMethod = .reml,
    isBenchmarked: Bool = true, covariates: AreaCovariates? = nil
  ) {
    self.analysis = analysis
    self.choices = choices
    self.method = method
    self.isBenchmarked = isBenchmarked
    self.covariates = covariates
  }

  package func callAsFunction(
    _ number: EstimateNumbers.Number, by breakdown: [PublishedDimension]
  ) throws -> AnalystReport.Table {
    let numbers = EstimateNumbers(analysis: analysis, statistic: .mean, choices: choices)
    let keys = SurveyAnalysis.keys(of: breakdown)
    let members = try analysis.members(of: breakdown)
    let values = try analysis.values(of: number)
    let joint = try analysis.design.estimate(.joined(numbers.statistics(of: values, in: members)))
    let used = keys.indices.filter { !joint.values[$0].isNaN }
    let naming = Naming(number: number.name, keys: used.map { keys[$0] }, covariates: covariates)
    let columns = try keys.map { key in try [1] + (covariates?.values(of: key) ?? []) }
    let model = try naming.telling { () throws(SmallAreaError) in
      try AreaModel(
        direct: used.map { joint.values[$0] },
        samplingVariances: used.map { joint.covariance[$0, $0] },
        covariates: (columns.first ?? []).indices.map { column in
          used.map { columns[$0][column] }
        }, method: method)
    }
    let sizes = used.map { place in size(values, members[place]) }
    let modelled = try naming.telling { () throws(SmallAreaError) in
      isBenchmarked ? try model.benchmarked(shares: sizes) : model.estimates
    }
    var table = AnalystReport.Table(
      subject: number.name, measure: "mean", by: breakdown.map(\.code),
      adjustment: choices.adjustment)
    table.model = AnalystReport.Model(
      kind: .areaModel, method: method.rawValue, isBenchmarked: isBenchmarked,
      varianceBetweenGroups: model.varianceBetweenAreas, explainedBy: covariates?.names ?? [])
    let direct = try numbers.figures(of: joint, values, keys, members)
    table.estimates = try keys.indices.flatMap { place in
      let estimate =
        try used.firstIndex(of: place).map { modelled[$0] }
        ?? naming.telling { () throws(SmallAreaError) in
          try model.prediction(covariates: columns[place])
        }
      return [labelled(direct[place], "direct"), figure(estimate, like: direct[place])]
    }
    return table
  }

  /// The weights of those who have the number: how much a group counts in the figure of all.
  private func size(_ values: NumericColumn, _ members: [Bool]) -> Double {
    values.values.indices.lazy.filter { members[$0] && !values.values[$0].isNaN }
      .map { analysis.design.weights[$0] }.compensatedSum()
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
      of: direct.domain, base: direct.base, confidence: choices.confidence)
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

/// What the engine refuses, in the names of the groups.
private struct Naming {
  let number: String
  let keys: [[String]]
  let covariates: AreaCovariates?

  func telling<Value>(_ work: () throws(SmallAreaError) -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      throw Problems([problem(error)])
    }
  }

  private func problem(_ error: SmallAreaError) -> Problem {
    func group(_ area: Int) -> String { keys[area].joined(separator: " × ") }
    switch error {
    case .tooFewAreas(let count, let minimum):
      return Problem(
        "areas.tooFew", arguments: ["count": String(count), "minimum": String(minimum)])
    case .badSamplingVariance(let area, _):
      return Problem(
        "areas.noVariance", arguments: ["subject": number, "group": group(area)])
    case .dependentCovariate(let column):
      return Problem(
        "areas.dependent",
        arguments: ["column": column == 0 ? "1" : covariates?.names[column - 1] ?? ""])
    case .badShare(let area):
      return Problem("areas.noVariance", arguments: ["subject": number, "group": group(area)])
    case .notConverged, .areaCountMismatch, .missingValue, .tooFewYears, .badYear, .yearsDiffer:
      return Problem("areas.notConverged", arguments: ["subject": number])
    }
  }
}
