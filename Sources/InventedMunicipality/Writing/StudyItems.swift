extension StudyFile {
  var items: String {
    "items:\n" + questionnaire.questions.map(item).joined()
      + questionnaire.combined.map(item).joined()
  }

  private func item(_ question: Questionnaire.Question) -> String {
    let categories = questionnaire.categories(of: question).enumerated().map { place, category in
      YamlWords.category(
        category.code, value: String(place + 1), sv: category.sv, en: category.en)
    }
    return StudyItem(
      code: question.code, column: questionnaire.column(of: question.code), sv: question.sv,
      en: question.en, label: question.label, topic: question.topic, arena: question.arena,
      direction: question.direction ?? "lower-is-better", categories: categories,
      missing: missing(of: question), headline: question.headline
    ).text
  }

  private func item(_ combined: Questionnaire.Combined) -> String {
    let scale = questionnaire.scales[combined.scale] ?? []
    let categories = scale.enumerated().map { place, category in
      YamlWords.category(category.code, value: String(place), sv: category.sv, en: category.en)
    }
    return StudyItem(
      code: combined.code, column: StudyFile.column(of: combined), sv: combined.sv,
      en: combined.en, label: combined.label, topic: combined.topic, arena: nil,
      direction: "lower-is-better", categories: categories, missing: [],
      headline: combined.headline
    ).text
  }

  private func missing(of question: Questionnaire.Question) -> [String] {
    question.arena == "school-or-work" ? ["7", "8", "9"] : ["8", "9"]
  }

  var indices: String {
    "indices:\n" + questionnaire.indices.map(index).joined()
  }

  private func index(_ index: Questionnaire.Index) -> String {
    """
      \(index.code):
        label: \(YamlWords.words(sv: index.label.sv, en: index.label.en))
        description:
          sv: \(YamlWords.quoted(index.sv))
          en: \(YamlWords.quoted(index.en))
        topic: \(index.topic)
        direction: lower-is-better
        items: \(YamlWords.list(index.items))
        scale-max: 6
        minimum-answered: \(index.minimumAnswered)

    """
  }
}

/// One entry under `items`.
private struct StudyItem {
  var code: String
  var column: String
  var sv: String
  var en: String
  var label: Questionnaire.Words
  var topic: String
  var arena: String?
  var direction: String
  var categories: [String]
  var missing: [String]
  var headline: Questionnaire.Headline

  private var missingLine: String {
    guard !missing.isEmpty else { return "" }
    let meanings = missing.contains("7") ? "7 gäller inte mig, 8 vill" : "8 vill"
    return "    missing: \(YamlWords.list(missing))  # \(meanings) inte svara, 9 vet ej\n"
  }

  var text: String {
    """

      \(code):
        column: \(column)
        question:
          sv: \(YamlWords.quoted(sv))
          en: \(YamlWords.quoted(en))
        label: \(YamlWords.words(sv: label.sv, en: label.en))
        topic: \(topic)
    \(arena.map { "    arena: \($0)\n" } ?? "")\
        direction: \(direction)
        categories:
    \(YamlWords.indented(categories.joined(separator: "\n"), by: 6))
    \(missingLine)\
        headline:
          categories: \(YamlWords.list(headline.categories))
          label: \(YamlWords.words(sv: headline.sv, en: headline.en))

    """
  }
}
