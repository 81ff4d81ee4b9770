import NumericKernels
import SafetyModel
import SurveyStatistics

extension StoredAnswers {
  /// The sample as it was drawn.
  ///
  /// - Throws: `Problems` where later stages make no design, else `DesignError`.
  var drawn: SurveyDesign {
    get throws {
      let stored = design
      let includesLonely = stored?.includesLonelyInDomains ?? false
      guard let stageCount = stored?.stageCount, stageCount > 1 else {
        return try SurveyDesign(
          weights: weights, strata: strata, primaryUnits: primaryUnits,
          populationSizes: populationSizes, lonelyUnits: lonelyUnit.rule,
          includesLonelyInDomains: includesLonely)
      }
      let first = SamplingStage(
        units: primaryUnits ?? weights.indices.map(Int32.init), strata: strata,
        populationSizes: populationSizes)
      let later = try (2...stageCount).map { stage in
        SamplingStage(
          units: try numbers(StoredDesign.unit(stage)).map { Int32($0) },
          populationSizes: numericColumns[StoredDesign.size(stage)])
      }
      do {
        return try SurveyDesign(
          weights: weights, stages: [first] + later, lonelyUnits: lonelyUnit.rule,
          includesLonelyInDomains: includesLonely)
      } catch {
        throw Problems([Problem("design.stages", arguments: ["reason": "\(error)"])])
      }
    }
  }

  func numbers(_ name: String) throws -> [Double] {
    guard let values = numericColumns[name] else { throw MissingColumn(column: name) }
    return values
  }

  /// Codes from 1 that were stored as numbers.
  fileprivate func groups(_ name: String, count: Int? = nil) throws -> DomainColumn {
    let values = try numbers(name)
    return try DomainColumn(
      codes: values.map { UInt16(clamping: Int($0)) },
      domainCount: count ?? Int(values.max() ?? 0))
  }
}

extension SurveyDesign {
  /// The same sample with its weights treated as they are to be: adjusted for those who did not
  /// answer, trimmed, calibrated.
  ///
  /// - Throws: `Problems` when there are no such weights.
  func weighted(by answers: StoredAnswers) throws -> SurveyDesign {
    guard let stored = answers.design else { return self }
    var design = self
    if let nonresponse = stored.nonresponse {
      design = try design.adjusted(by: nonresponse, answers)
    }
    if let trimming = stored.trimming {
      design = design.trimmed(
        to: trimming.least...trimming.largest, strictly: trimming.isStrict)
    }
    guard let calibration = stored.calibration else { return design }
    let totals = CalibrationTotals(calibration, answers)
    do {
      return try totals.calibrated(design)
    } catch let error as CalibrationError {
      throw Problems([error.problem])
    }
  }

  private func adjusted(
    by nonresponse: NonresponseDescription, _ answers: StoredAnswers
  ) throws -> SurveyDesign {
    guard let responded = answers.responded else { return self }
    // With all answers there is nothing to adjust for; the check has warned of it.
    guard responded.contains(false) else { return self }
    do {
      switch nonresponse.method {
      case .classes:
        let classes = try answers.groups(StoredDesign.explaining(0))
        return try adjustedForNonresponse(
          responded,
          by: FrameVariable(
            name: nonresponse.by.joined(separator: " × "), categories: classes))
      case .propensity:
        let variables = try nonresponse.by.enumerated().map { place, name in
          FrameVariable(
            name: name, categories: try answers.groups(StoredDesign.explaining(place)))
        }
        return try adjustedForNonresponse(responded, explainedBy: variables)
      }
    } catch let error as ResponseError {
      throw Problems([error.problem])
    }
  }

  /// The same sample with replicates for its uncertainty.
  func replicated(
    _ replicates: ReplicateDescription, from answers: StoredAnswers
  ) throws -> SurveyDesign {
    switch replicates {
    case .jackknife: return jackknifed()
    case .bootstrap(let count, let seed):
      var random = SeededRandom(seed: UInt64(seed))
      return bootstrapped(count: count, using: &random)
    case .given(let given):
      let columns = try given.columns.map { name in
        let values = try answers.numbers("variable.\(name)")
        return given.isCombined ? values : zip(values, weights).map(*)
      }
      return try SurveyDesign(
        weights: weights,
        replicates: ReplicateWeights(
          weights: columns, scale: given.usedScale,
          factors: given.factors.isEmpty ? nil : given.factors,
          centre: given.isAroundEstimate ? .estimate : .mean))
    }
  }
}

/// What a sample is calibrated to, as the engine takes it.
private struct CalibrationTotals {
  let calibration: CalibrationDescription
  let answers: StoredAnswers

  init(_ calibration: CalibrationDescription, _ answers: StoredAnswers) {
    self.calibration = calibration
    self.answers = answers
  }

  func calibrated(_ design: SurveyDesign) throws -> SurveyDesign {
    switch calibration.method {
    case .postStratification:
      guard let margin = try margins().first else { return design }
      return try design.postStratified(to: margin)
    case .raking where isPlain: return try design.raked(to: margins())
    case .raking: return try design.calibrated(to: auxiliaries(), options: options(.raking))
    case .linear: return try design.calibrated(to: auxiliaries(), options: options(.linear))
    case .logit: return try design.calibrated(to: auxiliaries(), options: options(.logit))
    }
  }

  /// Categories only, without bounds: iterative proportional fitting.
  private var isPlain: Bool {
    calibration.numbers.isEmpty && calibration.bounds.isEmpty && calibration.level == .row
  }

  private func options(_ method: CalibrationMethod) -> CalibrationOptions {
    var options = CalibrationOptions()
    options.method = method
    if let least = calibration.bounds.first, let largest = calibration.bounds.last {
      options.bounds = least...largest
    }
    options.bounded = calibration.bounded == .factor ? .factor : .weight
    options.byPrimaryUnit = calibration.level == .cluster
    return options
  }

  private func margins() throws -> [AuxiliaryMargin] {
    try calibration.margins.map { margin in
      AuxiliaryMargin(
        name: margin.code,
        groups: try answers.groups(
          StoredDesign.margin(margin.code), count: margin.totals.count),
        totals: margin.totals.map(\.total))
    }
  }

  /// A column of ones, each margin's groups but the first, and the numbers: as R's model formula.
  private func auxiliaries() throws -> [AuxiliaryTotal] {
    let margins = try margins()
    let size =
      margins.first.map { $0.totals.compensatedSum() } ?? calibration.population
    let ones = size.map { size in
      AuxiliaryTotal(
        margin: margins.first?.name ?? "population",
        values: Array(repeating: 1, count: answers.rowCount), total: size)
    }
    let groups = margins.flatMap { margin in
      margin.totals.indices.dropFirst().map { place in
        AuxiliaryTotal(
          margin: margin.name,
          values: margin.groups.codes.map { Int($0) == place + 1 ? 1 : 0 },
          total: margin.totals[place])
      }
    }
    let numbers = try calibration.numbers.map { number in
      AuxiliaryTotal(
        margin: number.code, values: try answers.numbers(StoredDesign.number(number.code)),
        total: number.total)
    }
    return [ones].compactMap(\.self) + groups + numbers
  }
}

extension CalibrationError {
  /// What is told of weights that cannot be made: the worst margin.
  fileprivate var problem: Problem {
    switch self {
    case .notReached(let margin, let wanted, let reached):
      Problem(
        "calibration.notReached",
        arguments: [
          "margin": margin, "wanted": wanted.canonicalText, "reached": reached.canonicalText,
        ])
    case .badBounds(let lower, let upper):
      Problem(
        "calibration.badBounds",
        arguments: ["lower": lower.canonicalText, "upper": upper.canonicalText])
    case .emptyCategory(let margin, _), .unknownCategory(let margin, _),
      .missingValue(let margin, _), .rowCountMismatch(let margin, _, _):
      Problem("calibration.failed", arguments: ["margin": margin, "reason": "\(self)"])
    }
  }
}

extension ResponseError {
  /// What is told of a response that cannot be described.
  var problem: Problem {
    switch self {
    case .notConverged: Problem("response.notConverged")
    case .nobodyAnswered(let variable, let category):
      Problem(
        "response.nobodyAnswered",
        arguments: ["variable": variable, "category": String(category)])
    case .missingCategory(let variable, let row):
      Problem("response.missing", rows: [row + 1], variable: variable)
    case .noContrast(let respondents, let sampled):
      Problem(
        "response.noContrast",
        arguments: ["respondents": String(respondents), "sampled": String(sampled)])
    case .outOfRange(let name, let value):
      Problem(
        "response.outOfRange", arguments: ["name": name, "value": value.canonicalText])
    case .noVariables: Problem("response.noVariables")
    case .rowCountMismatch(let column, _, _):
      Problem("response.missing", variable: column)
    }
  }
}
