/// How the people of one year answer one question.
struct ItemModel {
  let code: String
  let behaviour: Behaviour.Item
  private let chance: Chance
  private let shifts: [Double]
  /// How much each factor counts, in the factors' order.
  private let loadings: [Double]
  private let trend: Double
  /// The answer beside the scale: 1-based position of its category, or 0 for "not applicable".
  private let asideCategory: Int

  private static let noise = 0.65

  init(
    question: Questionnaire.Question, categories: [Questionnaire.Category],
    behaviour: Behaviour.Item, factors: [String], years: Int, areas: [String], chance: Chance
  ) {
    code = question.code
    self.behaviour = behaviour
    self.chance = chance
    shifts = behaviour.shift?.byCell(areas: areas) ?? Cell.all.map { _ in 0 }
    loadings = factors.map { behaviour.on[$0] ?? 0 }
    trend = (behaviour.trend ?? 0) * Double(years)
    asideCategory =
      categories.firstIndex { $0.code == behaviour.aside?.category }.map { $0 + 1 } ?? 0
  }

  /// The hidden tendency: the greater, the later the category.
  func tendency(of person: Int, in cell: Cell, factors: [Double]) -> Double {
    var value = shifts[cell.index] + trend + ItemModel.noise * chance.normal(of: person)
    for (loading, factor) in zip(loadings, factors) { value += loading * factor }
    return value
  }

  /// What the person would answer: the 1-based position of a category, or `nil` when the question
  /// does not apply.
  func answer(of person: Int, in cell: Cell, factors: [Double], cutPoints: [Double]) -> Int? {
    if let aside = behaviour.aside,
      chance.uniform(of: person, draw: 1) < aside.shares[cell.ageGroup]
    {
      return asideCategory == 0 ? nil : asideCategory
    }
    let tendency = tendency(of: person, in: cell, factors: factors)
    return 1 + cutPoints.prefix { tendency > $0 }.count
  }

  /// What stands in the file instead of an answer, if anything.
  func silence(of person: Int, defaults: Behaviour) -> Silence? {
    let draw = chance.uniform(of: person, draw: 2)
    let refuses = behaviour.refuses ?? defaults.refuses
    let dontKnow = behaviour.dontKnow ?? 0.008
    if draw < refuses { return .refuses }
    if draw < refuses + dontKnow { return .doesNotKnow }
    if draw < refuses + dontKnow + defaults.skips { return .skips }
    return nil
  }
}

/// A question without an answer.
enum Silence { case refuses, doesNotKnow, skips }
