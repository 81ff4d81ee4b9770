import SafetyModel
import SurveyStatistics

/// A figure that a contrast is made of.
struct ContrastFigure: Hashable {
  let number: EstimateNumbers.Number
  let group: [ContrastNames.Value]
  /// Of the earlier wave.
  let isEarlier: Bool
}

/// The figures of several contrasts, each once: those of the study's own wave first.
struct ContrastFigures {
  private let now: [ContrastFigure]
  private let then: [ContrastFigure]

  init(_ figures: [ContrastFigure]) {
    var (seen, now, then) = (Set<ContrastFigure>(), [ContrastFigure](), [ContrastFigure]())
    for figure in figures where seen.insert(figure).inserted {
      if figure.isEarlier { then.append(figure) } else { now.append(figure) }
    }
    (self.now, self.then) = (now, then)
  }

  /// What each figure is multiplied by; one that stands twice counts twice.
  func coefficients(_ terms: [(coefficient: Double, figure: ContrastFigure)]) -> [Double] {
    (now + then).map { figure in
      terms.reduce(0) { $1.figure == figure ? $0 + $1.coefficient : $0 }
    }
  }

  /// The number and the dimensions that all figures share; `nil` when they differ.
  var common: (number: EstimateNumbers.Number, dimensions: [String])? {
    let all = now + then
    guard let first = all.first else { return nil }
    let dimensions = first.group.map(\.dimension)
    let isCommon = all.allSatisfy {
      $0.number == first.number && $0.group.map(\.dimension) == dimensions
    }
    return isCommon ? (first.number, dimensions) : nil
  }

  func estimate(
    _ numbers: EstimateNumbers, _ changes: MeasureChanges?
  ) throws -> JointEstimates {
    let own = try now.map { figure in
      try numbers.statistic(
        of: numbers.analysis.values(of: figure.number),
        in: numbers.analysis.members(of: figure.group) ?? [])
    }
    guard let changes, !then.isEmpty else {
      return try numbers.analysis.design.estimate(.joined(own))
    }
    let earlier = try then.map { figure in
      try changes.earlierStatistic(of: figure.number, in: figure.group)
    }
    return own.isEmpty
      ? try changes.then.analysis.design.estimate(.joined(earlier))
      : try changes.estimate(now: .joined(own), then: .joined(earlier))
  }
}

extension EstimateNumbers {
  /// One figure: the statistic of a number among some.
  func statistic(
    of values: NumericColumn, in members: [Bool]
  ) throws -> SurveyStatistics.Statistic {
    .joined(try statistics(of: values, in: [members]))
  }
}

extension SurveyAnalysis {
  /// Who is in a group of one or several dimensions' values; `nil` when the codebook lacks one.
  func members(of group: [ContrastNames.Value]) throws -> [Bool]? {
    var members = Array(repeating: true, count: answers.rowCount)
    for value in group {
      guard let dimension = codebook.dimension(value.dimension),
        let place = dimension.values.firstIndex(where: { $0.code == value.code })
      else { return nil }
      let codes = try domainColumn(of: [dimension]).codes
      for row in members.indices where Int(codes[row]) != place + 1 { members[row] = false }
    }
    return members
  }
}

extension MeasureChanges {
  /// A figure of the earlier wave, by its own coding of the same number.
  func earlierStatistic(
    of number: EstimateNumbers.Number, in group: [ContrastNames.Value]
  ) throws -> Statistic {
    guard isComparable(number) else { throw differs(number.name) }
    guard let members = try then.analysis.members(of: group) else {
      throw differs(group.map(\.code).joined(separator: "/"))
    }
    return try then.numbers.statistic(of: earlierValues(of: number), in: members)
  }
}
