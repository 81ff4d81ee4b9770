package import SafetyModel
package import SurveyStatistics

/// One figure from several waves, for groups that are too small in each of them.
///
/// It is model-based: a figure of no single year, right for any of them only if nothing changed.
/// That is tested first, and a group whose waves differ more than chance is not pooled.
package struct PoolWaves: Sendable {
  /// The wave that names are of.
  package let own: EstimatedWave
  /// All waves by their years, the own one among them.
  let waves: [EstimatedWave]
  let weights: PoolingWeights
  /// Waves are told to differ below this p.
  let level: Double

  /// - Throws: `Problems` when two waves are of one year.
  package init(
    _ own: EstimatedWave, with others: [EstimatedWave], weights: PoolingWeights = .precision,
    level: Double = 0.05
  ) throws {
    self.own = own
    waves = try (others + [own]).byYear()
    self.weights = weights
    self.level = level
  }

  package func callAsFunction(
    _ number: EstimateNumbers.Number, by breakdown: [PublishedDimension]
  ) throws -> AnalystReport.Table {
    let tables = try waves.map { try figures(of: number, by: breakdown, in: $0) }
    var table = AnalystReport.Table(
      subject: number.name, measure: own.numbers.statistic.name, by: breakdown.map(\.code),
      adjustment: own.numbers.choices.adjustment)
    table.model = model
    table.estimates = SurveyAnalysis.keys(of: breakdown).flatMap { key in
      let known = tables.map { figures in figures.first { $0.domain == key } }
      return known.compactMap(\.self) + [pooled(key, known)]
    }
    return table
  }

  var model: AnalystReport.Model {
    AnalystReport.Model(
      kind: .pooledWaves, method: weights.rawValue, waves: waves.map(\.year))
  }

  private func figures(
    of number: EstimateNumbers.Number, by breakdown: [PublishedDimension], in wave: EstimatedWave
  ) throws -> [AnalystReport.Figure] {
    let table = try wave.numbers(
      [wave.counterpart(of: number)], breakdowns: [wave.counterparts(of: breakdown)])
    return (table.first?.estimates ?? []).map { figure in
      var figure = figure
      figure.wave = wave.year
      return figure
    }
  }

  /// The pooled figure; without a value when the waves differ or one of them has none.
  private func pooled(
    _ key: [String], _ figures: [AnalystReport.Figure?]
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
        of: key, base: base, confidence: own.numbers.choices.confidence)
      figure.statistic = "pooled"
      figure.differingWavesP = pooled.p.ifFinite
      return figure
    } catch {
      if case .yearsDiffer(_, let p) = error { none.differingWavesP = p.ifFinite }
      return none
    }
  }
}
