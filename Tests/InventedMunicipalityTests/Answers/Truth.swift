@testable import InventedMunicipality

/// What everyone in the frame would answer to one question, counted by cell.
struct Truth {
  /// By cell: how many would give an answer, and how many of them one that the headline counts.
  private let counts: [(answers: Int, headline: Int)]

  init(_ code: String, in year: Invented.Year) throws {
    let item = try HeadlineItem(code, in: year.model)
    var counts = [(answers: Int, headline: Int)](repeating: (0, 0), count: Cell.count)
    for cell in Cell.all {
      for person in year.frame.persons(in: cell) {
        let factors = year.model.factors.values(of: person, in: cell)
        let answer = year.model.answer(at: item.place, of: person, in: cell, factors: factors)
        guard let answer else { continue }
        counts[cell.index].answers += 1
        if item.headline.contains(answer) { counts[cell.index].headline += 1 }
      }
    }
    self.counts = counts
  }

  /// The share of the headline among those in a group who would answer.
  func proportion(in group: (Cell) -> Bool) -> Double {
    let cells = Cell.all.filter(group)
    let answers = cells.map { counts[$0.index].answers }.reduce(0, +)
    return Double(cells.map { counts[$0.index].headline }.reduce(0, +)) / Double(answers)
  }
}

/// Where a question stands in the model, and which answers its headline counts.
struct HeadlineItem {
  let place: Int
  let headline: Set<Int>
  let categoryCount: Int

  init(_ code: String, in model: AnswerModel) throws {
    struct NoSuchItem: Error {}
    let questions = model.questionnaire.questions
    guard let place = questions.firstIndex(where: { $0.code == code }) else { throw NoSuchItem() }
    let categories = model.questionnaire.categories(of: questions[place]).map(\.code)
    self.place = place
    categoryCount = categories.count
    headline = Set(
      questions[place].headline.categories.compactMap { categories.firstIndex(of: $0) }
        .map { $0 + 1 })
  }
}
