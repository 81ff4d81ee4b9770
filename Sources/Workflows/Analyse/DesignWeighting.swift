import NumericKernels
import SafetyModel
import SurveyStatistics

extension SurveyDesign {
  /// The same sample with weights raked to the margins that were stored with the answers.
  ///
  /// - Throws: `Problems` when no weights reach the totals.
  func calibrated(by answers: StoredAnswers) throws -> SurveyDesign {
    let names = answers.codedColumns.keys.filter { $0.hasPrefix("calibration.") }.sorted()
    var margins: [AuxiliaryMargin] = []
    for name in names { margins.append(try answers.margin(name)) }
    if margins.isEmpty { return self }
    do {
      return try raked(to: margins)
    } catch {
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
    case .given(let columns, let scale):
      let given = try columns.map { name in
        guard let values = answers.numericColumns["variable.\(name)"] else {
          throw MissingColumn(column: name)
        }
        return values
      }
      return try SurveyDesign(
        weights: weights, replicates: ReplicateWeights(weights: given, scale: scale))
    }
  }
}

extension StoredAnswers {
  /// A margin as it was stored: the group of each row, and the size of each row's group.
  fileprivate func margin(_ name: String) throws -> AuxiliaryMargin {
    guard let stored = codedColumns[name], let sizes = numericColumns[name] else {
      throw MissingColumn(column: name)
    }
    var totals = [Double](repeating: 0, count: stored.categories.count)
    for (code, size) in zip(stored.codes, sizes) where code > 0 { totals[Int(code) - 1] = size }
    return AuxiliaryMargin(
      name: String(name.dropFirst("calibration.".count)),
      groups: try DomainColumn(
        codes: stored.codes.map(UInt16.init), domainCount: stored.categories.count),
      totals: totals)
  }
}

extension CalibrationError {
  /// What is told of weights that cannot be made: the worst margin.
  fileprivate var problem: Problem {
    if case .notReached(let margin, let wanted, let reached) = self {
      return Problem(
        "calibration.notReached",
        arguments: [
          "margin": margin, "wanted": wanted.canonicalText, "reached": reached.canonicalText,
        ])
    }
    return Problem("calibration.failed", arguments: ["reason": "\(self)"])
  }
}
