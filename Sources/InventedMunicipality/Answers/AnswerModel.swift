/// How the people of one year answer all questions.
struct AnswerModel {
  let questionnaire: Questionnaire
  let behaviour: Behaviour
  let factors: FactorModel
  /// In the order of the questionnaire.
  let items: [ItemModel]
  private let cutPoints: [[Double]]

  init(
    questionnaire: Questionnaire, behaviour: Behaviour, year: Int, seed: UInt64,
    cutPoints: [String: [Double]]
  ) {
    self.questionnaire = questionnaire
    self.behaviour = behaviour
    let areas = questionnaire.areas.map(\.code)
    factors = FactorModel(behaviour, year: year, areas: areas, seed: seed)
    let codes = factors.codes
    items = questionnaire.questions.compactMap { question in
      behaviour.items[question.code].map { item in
        ItemModel(
          question: question, categories: questionnaire.categories(of: question), behaviour: item,
          factors: codes, years: year - behaviour.referenceYear, areas: areas,
          chance: Chance(seed: seed, purpose: "item.\(question.code).\(year)"))
      }
    }
    self.cutPoints = items.map { cutPoints[$0.code] ?? [] }
  }

  /// What a person would answer to the question at a place in ``items``, were everyone to answer.
  func answer(at place: Int, of person: Int, in cell: Cell, factors: [Double]) -> Int? {
    items[place].answer(
      of: person, in: cell, factors: factors, cutPoints: cutPoints[place])
  }

  /// The file values of a respondent's answers: `1` … for a category, `7` not applicable, `8`
  /// won't say, `9` doesn't know, empty for a skipped or not asked question.
  func fileValues(of person: Int, in cell: Cell) -> [String] {
    let factors = factors.values(of: person, in: cell)
    var values: [String: String] = [:]
    return questionnaire.questions.indices.map { place in
      let question = questionnaire.questions[place]
      if let gates = question.askedIf, !gates.contains(where: { isYes(values[$0]) }) { return "" }
      let value = fileValue(at: place, of: person, in: cell, factors: factors)
      values[question.code] = value
      return value
    }
  }

  private func fileValue(
    at place: Int, of person: Int, in cell: Cell, factors: [Double]
  ) -> String {
    switch items[place].silence(of: person, defaults: behaviour) {
    case .refuses: "8"
    case .doesNotKnow: "9"
    case .skips: ""
    case nil: answer(at: place, of: person, in: cell, factors: factors).map(String.init) ?? "7"
    }
  }

  /// Whether the file value says that it happened, once or several times.
  private func isYes(_ value: String?) -> Bool { value == "2" || value == "3" }
}
