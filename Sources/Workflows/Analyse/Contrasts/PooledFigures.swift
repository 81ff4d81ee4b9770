import SurveyStatistics

extension PoolWaves: ContrastSource {
  package var years: [Int] { waves.map(\.year) }
  package var impliedYear: Int? { nil }
  package var statistic: String { "pooled" }

  /// A pooled figure is the weighted sum of those of the waves, which were drawn apart; one whose
  /// waves differ too much to be pooled is undefined, as in the table of figures.
  package func basis(
    of figures: [ContrastFigure], in contrasts: [Contrast]
  ) throws -> ContrastBasis {
    let columns = figures.map(\.ofAnyYear).eachOnce
    let samples = try waves.map { wave in
      try wave.analysis.design.estimate(wave.statistic(of: columns))
    }
    let rows = try figures.map { figure in
      let own = columns.firstIndex(of: figure.ofAnyYear) ?? 0
      let parts = try parts(of: figure, samples.map { ($0.values[own], $0.standardErrors[own]) })
      return parts.flatMap { part in columns.indices.map { $0 == own ? part : 0 } }
    }
    return ContrastBasis(
      estimates: samples.dropFirst().reduce(samples[0]) { JointEstimates($0, $1) }, figures: rows,
      model: model)
  }

  /// How much each wave counts in a figure.
  private func parts(
    of figure: ContrastFigure, _ estimates: [(value: Double, standardError: Double)]
  ) throws -> [Double] {
    if let year = figure.year { return waves.map { $0.year == year ? 1 : 0 } }
    let years = try zip(waves, estimates).map { wave, estimate in
      Estimate(
        value: estimate.value, standardError: estimate.standardError,
        base: try wave.numbers.base(
          of: wave.analysis.values(of: wave.counterpart(of: figure.number)),
          in: wave.members(of: figure.group)),
        degreesOfFreedom: .nan)
    }
    let pooled = try? PooledYears(years, weights: weights, refusingBelow: level)
    return pooled?.weights ?? waves.map { _ in .nan }
  }
}

extension ContrastFigure {
  fileprivate var ofAnyYear: ContrastFigure {
    ContrastFigure(number: number, group: group, year: nil)
  }
}
