/// The invented people of one year, all of whose answers are known, and samples of them.
///
/// For simulations: what a survey estimates can be compared with what is true of everyone. Persons
/// are numbered from 0, stratum by stratum.
package struct InventedPopulation: Sendable {
  package let year: Int
  /// The stratum of each person, from 0: area × sex × age group.
  package let strata: [Int]
  /// Area, sex (1 woman, 2 man), age group and background (1 born in Sweden, 2 outside), from 1.
  package let areas: [UInt16]
  package let sexes: [UInt16]
  package let ageGroups: [UInt16]
  package let backgrounds: [UInt16]
  /// Persons in each stratum.
  package let stratumSizes: [Int]
  /// How many are drawn in each stratum.
  package let sampledCounts: [Int]

  private let surveys: InventedSurveys
  private let frame: Frame
  private let wave: PopulationPlan.Wave
  private let model: AnswerModel
  private let cells: [Cell]

  package struct NoSuchYear: Error, Equatable { package let year: Int }
  package struct NoSuchItem: Error, Equatable { package let code: String }

  /// The people of a year in which there was a survey.
  package init(
    seed: UInt64 = InventedMunicipality.standardSeed, year: Int
  ) throws {
    surveys = try InventedSurveys(seed: seed)
    guard let wave = surveys.plan.waves.first(where: { $0.year == year }) else {
      throw NoSuchYear(year: year)
    }
    let frame = surveys.frame(of: year)
    (self.year, self.wave, self.frame) = (year, wave, frame)
    model = surveys.model(of: year)
    cells = Cell.all.flatMap { cell in
      repeatElement(cell, count: frame.persons(in: cell).count)
    }
    strata = cells.map(\.stratum)
    areas = cells.map { UInt16($0.area + 1) }
    sexes = cells.map { $0.isWoman ? 1 : 2 }
    ageGroups = cells.map { UInt16($0.ageGroup + 1) }
    backgrounds = cells.map { $0.isBornOutside ? 2 : 1 }
    stratumSizes = (0..<Cell.strata).map { frame.persons(inStratum: $0).count }
    sampledCounts = Sample.allocation(
      wave.sampled, frame: frame, ageLift: surveys.plan.ageLift)
  }

  package var personCount: Int { frame.personCount }
  package var areaCount: Int { Cell.areas }
  package var stratumCount: Int { Cell.strata }
  package var ageGroupCount: Int { Cell.ageGroups }

  /// The hidden tendency of everyone for an item: the greater, the later the category.
  package func tendencies(of code: String) throws -> [Double] {
    guard let item = model.items.first(where: { $0.code == code }) else {
      throw NoSuchItem(code: code)
    }
    return cells.indices.map { person in
      let factors = model.factors.values(of: person, in: cells[person])
      return item.tendency(of: person, in: cells[person], factors: factors)
    }
  }

  /// For everyone whether their answer to an item is one that the headline counts; `nil` for those
  /// to whom it does not apply.
  package func headline(of code: String) throws -> [Bool?] {
    let questions = model.questionnaire.questions
    guard let question = questions.first(where: { $0.code == code }),
      let place = model.items.firstIndex(where: { $0.code == code })
    else { throw NoSuchItem(code: code) }
    let categories = model.questionnaire.categories(of: question).map(\.code)
    let counted = Set(question.headline.categories.compactMap { categories.firstIndex(of: $0) })
    return cells.indices.map { person in
      let factors = model.factors.values(of: person, in: cells[person])
      return model.answer(at: place, of: person, in: cells[person], factors: factors)
        .map { counted.contains($0 - 1) }
    }
  }

  /// Who answers when a sample is drawn by a seed: the persons, ascending.
  package func respondents(seed: UInt64) -> [Int] {
    Sample(
      frame: frame, wave: wave, plan: surveys.plan, areas: surveys.questionnaire.areas.map(\.code),
      seed: seed
    ).respondents.sorted()
  }

  /// The weights of the example's data files for some respondents: raked to strata and background.
  package func weights(of respondents: [Int]) throws -> [Double] {
    var counts = [Int](repeating: 0, count: Cell.count)
    for person in respondents { counts[cells[person].index] += 1 }
    let weights = try Raking.weights(respondents: counts, frame: frame.counts)
    return respondents.map { weights[cells[$0].index] }
  }
}
