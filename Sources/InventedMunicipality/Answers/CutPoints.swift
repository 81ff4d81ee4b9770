/// Where the hidden tendency turns into the next category.
enum CutPoints {
  /// One person of so many is asked when the cut points are set.
  private static let spacing = 8

  /// For each item the tendencies at which the population of the reference year passes from one
  /// category to the next.
  static func calibrated(
    questionnaire: Questionnaire, behaviour: Behaviour, frame: Frame, seed: UInt64
  ) -> [String: [Double]] {
    let model = AnswerModel(
      questionnaire: questionnaire, behaviour: behaviour, year: behaviour.referenceYear,
      seed: seed, cutPoints: [:])
    var tendencies = [[Double]](repeating: [], count: model.items.count)
    for person in stride(from: 0, to: frame.personCount, by: spacing) {
      let cell = frame.cell(of: person)
      let factors = model.factors.values(of: person, in: cell)
      for (place, item) in model.items.enumerated() {
        tendencies[place].append(item.tendency(of: person, in: cell, factors: factors))
      }
    }
    var cutPoints: [String: [Double]] = [:]
    for (item, values) in zip(model.items, tendencies) {
      cutPoints[item.code] = quantiles(of: values, shares: item.behaviour.shares)
    }
    return cutPoints
  }

  /// The values with the given shares between them; one fewer than the shares.
  static func quantiles(of values: [Double], shares: [Double]) -> [Double] {
    let sorted = values.sorted()
    var below = 0.0
    return shares.dropLast().map { share in
      below += share
      let place = Int((below * Double(sorted.count)).rounded())
      return sorted[min(max(place, 1), sorted.count) - 1]
    }
  }
}
