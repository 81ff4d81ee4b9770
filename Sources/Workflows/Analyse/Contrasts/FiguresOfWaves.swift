import SafetyModel
import SurveyStatistics

extension EstimatedWave: ContrastSource {
  package var own: EstimatedWave { self }

  package func basis(
    of figures: [ContrastFigure], in contrasts: [Contrast]
  ) throws -> ContrastBasis {
    ContrastBasis(try analysis.design.estimate(statistic(of: figures)))
  }

  /// The figures as one statistic, by this wave's own coding.
  func statistic(of figures: [ContrastFigure]) throws -> Statistic {
    .joined(
      try figures.flatMap { figure in
        try numbers.statistics(
          of: analysis.values(of: counterpart(of: figure.number)),
          in: [members(of: figure.group)])
      })
  }

  /// Who is in a group of one or several dimensions' values.
  ///
  /// - Throws: `Problems` when the wave lacks one of them.
  func members(of group: [ContrastNames.Value]) throws -> [Bool] {
    var members = Array(repeating: true, count: analysis.answers.rowCount)
    for value in group {
      guard let dimension = analysis.codebook.dimension(value.dimension),
        let place = dimension.values.firstIndex(where: { $0.code == value.code })
      else { throw differs(group.map(\.code).joined(separator: "/")) }
      let codes = try analysis.domainColumn(of: [dimension]).codes
      for row in members.indices where Int(codes[row]) != place + 1 { members[row] = false }
    }
    return members
  }
}

extension MeasureChanges: ContrastSource {
  package var own: EstimatedWave { now }
  package var years: [Int] { [now.year, then.year] }

  package func basis(
    of figures: [ContrastFigure], in contrasts: [Contrast]
  ) throws -> ContrastBasis {
    let (first, second) = (
      figures.filter { $0.year != then.year }, figures.filter { $0.year == then.year }
    )
    let estimates = try estimate(now: now.statistic(of: first), then: then.statistic(of: second))
    return ContrastBasis(
      estimates: estimates,
      figures: figures.map { figure in (first + second).map { $0 == figure ? 1 : 0 } })
  }
}

/// A wave whose groups are all given the same composition.
package struct StandardisedWave: ContrastSource {
  package let own: EstimatedWave
  let standard: Standard

  package init(own: EstimatedWave, standard: Standard) {
    self.own = own
    self.standard = standard
  }

  package func basis(
    of figures: [ContrastFigure], in contrasts: [Contrast]
  ) throws -> ContrastBasis {
    let common = try figures.common(in: contrasts, for: "--standardise")
    let numbers = own.numbers
    let analysis = try own.analysis.standardised(
      to: standard, by: common.dimensions.compactMap(own.analysis.codebook.dimension),
      for: common.number)
    var basis = try EstimatedWave(
      year: own.year,
      numbers: EstimateNumbers(
        analysis: analysis, statistic: numbers.statistic, choices: numbers.choices,
        interval: numbers.interval)
    ).basis(of: figures, in: contrasts)
    basis.standardisedBy = standard.dimensions.map(\.code)
    return basis
  }
}
