package import SafetyModel
package import SurveyStatistics

/// One figure from several waves, for groups that are too small in each of them.
///
/// It is model-based: a figure of no single year, right for any of them only if nothing changed.
/// That is tested first, and a group whose waves differ more than chance is not pooled.
package struct PoolWaves: Sendable {
  /// Waves with their years; the one that the others are pooled with comes last.
  let waves: [(year: Int, numbers: EstimateNumbers)]
  let weights: PoolingWeights
  /// Waves are told to differ below this p.
  let level: Double

  package init(
    waves: [(year: Int, numbers: EstimateNumbers)], weights: PoolingWeights = .precision,
    level: Double = 0.05
  ) {
    self.waves = waves
    self.weights = weights
    self.level = level
  }

  package func callAsFunction(
    _ number: EstimateNumbers.Number, by breakdown: [PublishedDimension]
  ) throws -> AnalystReport.Table {
    guard let last = waves.last else {
      throw Problems([Problem("estimate.poolNeedsWaves")])
    }
    let tables = try waves.map { year, numbers in
      try figures(of: number, by: breakdown, in: numbers, year)
    }
    var table = AnalystReport.Table(
      subject: number.name, measure: last.numbers.statistic.name, by: breakdown.map(\.code),
      adjustment: last.numbers.choices.adjustment)
    table.model = AnalystReport.Model(
      kind: .pooledWaves, method: weights.rawValue, waves: waves.map(\.year))
    table.estimates = SurveyAnalysis.keys(of: breakdown).flatMap { key in
      let own = tables.map { figures in figures.first { $0.domain == key } }
      return own.compactMap(\.self) + [pooled(key, own, last.numbers.choices)]
    }
    return table
  }

  private func figures(
    of number: EstimateNumbers.Number, by breakdown: [PublishedDimension],
    in numbers: EstimateNumbers, _ year: Int
  ) throws -> [AnalystReport.Figure] {
    let codebook = numbers.analysis.codebook
    let dimensions = breakdown.compactMap { codebook.dimension($0.code) }
    var own = number
    if case .subject(let subject) = number {
      guard let found = codebook.subject(subject.code), found.asksTheSame(as: subject) else {
        throw differs(subject.code, year)
      }
      own = .subject(found)
    }
    guard dimensions.count == breakdown.count else {
      throw differs(breakdown.map(\.code).joined(separator: " × "), year)
    }
    let table = try numbers([own], breakdowns: [dimensions])
    return (table.first?.estimates ?? []).map { figure in
      var figure = figure
      figure.wave = year
      return figure
    }
  }

  private func differs(_ code: String, _ year: Int) -> Problems {
    Problems([
      Problem("estimate.changeDiffers", arguments: ["code": code, "wave": String(year)])
    ])
  }

  /// The pooled figure; without a value when the waves differ or one of them has none.
  private func pooled(
    _ key: [String], _ figures: [AnalystReport.Figure?], _ choices: EstimateChoices
  ) -> AnalystReport.Figure {
    let years = figures.map { figure in
      Estimate(
        value: figure?.value ?? .nan, standardError: figure?.standardError ?? .nan,
        base: figure?.base ?? 0, degreesOfFreedom: figure?.degreesOfFreedom ?? .nan)
    }
    let base = years.reduce(0) { $0 + $1.base }
    var none = AnalystReport.Figure(domain: key, statistic: "pooled", base: base)
    do {
      let pooled = try PooledYears(years, weights: weights, refusingBelow: level)
      var figure = pooled.estimate.figure(
        of: key, base: base, confidence: choices.confidence)
      figure.statistic = "pooled"
      figure.differingWavesP = pooled.p.ifFinite
      return figure
    } catch {
      if case .yearsDiffer(_, let p) = error { none.differingWavesP = p.ifFinite }
      return none
    }
  }
}
