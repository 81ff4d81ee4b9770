import NumericKernels
import SafetyModel
import SurveyStatistics

/// A Fay–Herriot model of one number by one breakdown, in the names of the study.
struct FittedAreas {
  let number: EstimateNumbers.Number
  let keys: [[String]]
  /// For each group who is in it.
  let members: [[Bool]]
  let direct: JointEstimates
  /// The places of the groups that have answers: the model's areas.
  let answered: [Int]
  let covariates: AreaCovariates?
  let model: AreaModel
  /// How much each area counts in the figure of all; `nil` for figures as the model gives them.
  let sizes: [Double]?
  private let naming: SmallAreaNaming

  /// - Throws: `Problems` that name the group or column that the model refuses.
  init(
    number: EstimateNumbers.Number, keys: [[String]], members: [[Bool]], direct: JointEstimates,
    covariates: AreaCovariates?, method: AreaVarianceMethod, size: ((Int) -> Double)?
  ) throws {
    (self.number, self.keys, self.members, self.direct) = (number, keys, members, direct)
    self.covariates = covariates
    let answered = keys.indices.filter { !direct.values[$0].isNaN }
    self.answered = answered
    sizes = size.map { answered.map($0) }
    let rows = try answered.map { try Self.row(of: keys[$0], covariates) }
    naming = SmallAreaNaming(
      number: number.name, keys: answered.map { keys[$0] }, covariates: covariates?.names ?? [])
    model = try naming.telling { () throws(SmallAreaError) in
      try AreaModel(
        direct: answered.map { direct.values[$0] },
        samplingVariances: answered.map { direct.covariance[$0, $0] },
        covariates: (0...(covariates?.names.count ?? 0)).map { column in
          rows.map { $0[column] }
        }, method: method)
    }
  }

  /// The figure of each group; those without answers are predicted.
  func estimates() throws -> [ModelBasedEstimate] {
    let areas = try naming.telling { () throws(SmallAreaError) in
      try sizes.map(model.benchmarked) ?? model.estimates
    }
    return try keys.indices.map { place in
      if let area = answered.firstIndex(of: place) { return areas[area] }
      let row = try Self.row(of: keys[place], covariates)
      return try naming.telling { () throws(SmallAreaError) in
        try model.prediction(covariates: row)
      }
    }
  }

  /// The same figures together, those of groups with answers first.
  func joint() throws -> (estimates: JointEstimates, keys: [[String]]) {
    let others = keys.indices.filter { !answered.contains($0) }.map { keys[$0] }
    let rows = try others.map { try Self.row(of: $0, covariates) }
    let estimates = try naming.telling { () throws(SmallAreaError) in
      try model.joint(benchmarkedTo: sizes, predicting: rows)
    }
    return (estimates, answered.map { keys[$0] } + others)
  }

  /// What the figures lean on, for the report.
  var description: AnalystReport.Model {
    AnalystReport.Model(
      kind: .areaModel, method: model.method.rawValue, isBenchmarked: sizes != nil,
      varianceBetweenGroups: model.varianceBetweenAreas, explainedBy: covariates?.names ?? [])
  }

  /// One, and what is known of a group from elsewhere.
  private static func row(of key: [String], _ covariates: AreaCovariates?) throws -> [Double] {
    try [1] + (covariates?.values(of: key) ?? [])
  }
}

/// What the engine refuses, in the names of the groups.
private struct SmallAreaNaming {
  let number: String
  let keys: [[String]]
  let covariates: [String]

  func telling<Value>(_ work: () throws(SmallAreaError) -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      throw Problems([problem(error)])
    }
  }

  private func problem(_ error: SmallAreaError) -> Problem {
    switch error {
    case .tooFewAreas(let count, let minimum):
      return Problem(
        "areas.tooFew", arguments: ["count": String(count), "minimum": String(minimum)])
    case .badSamplingVariance(let area, _), .badSize(let area):
      return Problem(
        "areas.noVariance",
        arguments: ["subject": number, "group": keys[area].joined(separator: " × ")])
    case .dependentCovariate(let column):
      return Problem(
        "areas.dependent", arguments: ["column": column == 0 ? "1" : covariates[column - 1]])
    case .notConverged, .areaCountMismatch, .missingValue, .tooFewYears, .badYear, .yearsDiffer:
      return Problem("areas.notConverged", arguments: ["subject": number])
    }
  }
}
