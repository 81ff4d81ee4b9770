import SafetyModel
import Workflows

extension YamlSection {
  func items() -> [ItemDescription] {
    guard required("items") != nil else { return [] }
    let entries = entries("items", codes: .address)
    return entries.map { entry in
      entry.section(in: form, keys: Self.itemKeys).item(entry.code)
    }
  }

  private static let itemKeys = [
    "column", "question", "label", "topic", "arena", "direction", "categories", "missing",
    "headline",
  ]

  private func item(_ code: String) -> ItemDescription {
    ItemDescription(
      code: code, column: text("column"), question: words("question"), label: words("label"),
      topic: text("topic"), arena: choice("arena", of: Arena.self),
      direction: choice("direction", of: Direction.self) ?? .neutral,
      categories: categories("categories"), missing: texts("missing"), headline: headline())
  }

  private func headline() -> HeadlineDescription {
    guard let section = requiredSection("headline", keys: ["categories", "label"]) else {
      return HeadlineDescription(categories: [], label: LocalisedText([:]))
    }
    return HeadlineDescription(
      categories: section.requiredTexts("categories"), label: section.words("label"))
  }

  func indices() -> [IndexDescription] {
    entries("indices", codes: .address).map { entry in
      entry.section(in: form, keys: Self.indexKeys).index(entry.code)
    }
  }

  private static let indexKeys = [
    "label", "description", "topic", "direction", "items", "scale-max", "scores",
    "minimum-answered",
  ]

  private func index(_ code: String) -> IndexDescription {
    let items = requiredTexts("items")
    let scores = scores()
    let scaleMax = scores?.max() ?? number("scale-max") ?? 100
    if scaleMax <= 0 { report("study.scaleMaxTooSmall", at: "scale-max") }
    return IndexDescription(
      code: code, label: words("label"), description: words("description"), topic: text("topic"),
      direction: choice("direction", of: Direction.self) ?? .neutral, items: items,
      scaleMax: scaleMax,
      minimumAnswered: whole("minimum-answered", in: 1...max(1, items.count)) ?? items.count,
      scores: scores)
  }

  /// What each answer counts as: numbers from 0, of which one is above; they make the scale.
  private func scores() -> [Double]? {
    let words = texts("scores")
    guard !words.isEmpty else { return nil }
    let scores = words.compactMap { Double(plainNumber: $0) }
    guard scores.count == words.count, !scores.contains(where: { $0 < 0 }),
      scores.contains(where: { $0 > 0 })
    else {
      report("study.badScores", at: "scores")
      return nil
    }
    if number("scale-max") != nil { report("study.scoresAndScale", at: "scale-max") }
    return scores
  }
}
