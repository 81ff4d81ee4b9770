import DisclosureControl
import SafetyModel
import Workflows

/// A survey of a few rows, to be changed by a test.
struct SourceSurvey {
  var study: Study
  var columns: [SourceColumn]
  var rowCount: Int

  /// Columns as texts, separated by blanks; `.` is nothing at all.
  init(_ columns: [(name: String, values: String)], study: Study = SourceSurvey.study) {
    self.study = study
    self.columns = columns.map { SourceSurvey.texts($0.name, $0.values) }
    rowCount = columns.first.map { $0.values.split(separator: " ").count } ?? 0
  }

  static func texts(
    _ name: String, _ values: String, labels: [SourceValueLabel] = [], label: String? = nil
  ) -> SourceColumn {
    let texts = values.split(separator: " ").map { $0 == "." ? "" : String($0) }
    var distinct = [""]
    for text in texts where !distinct.contains(text) { distinct.append(text) }
    let codes = texts.map { Int32(distinct.firstIndex(of: $0) ?? 0) }
    return SourceColumn(
      name: name, label: label, valueLabels: labels,
      values: .coded(distinct: distinct, codes: codes))
  }

  var input: StudyInput {
    StudyInput(
      document: StudyDocument(study: study, file: "study.yaml", positions: [:]),
      table: SourceTable(file: "data.csv", rowCount: rowCount, columns: columns), areas: nil)
  }

  static func category(_ code: String, _ values: String...) -> CategoryDescription {
    CategoryDescription(code: code, label: LocalisedText(["en": code]), fileValues: values)
  }

  static func item(_ code: String, column: String, missing: [String] = []) -> ItemDescription {
    ItemDescription(
      code: code, column: column, question: LocalisedText(["en": code]),
      label: LocalisedText(["en": code]), topic: "topic", arena: nil, direction: .lowerIsBetter,
      categories: [category("safe", "1", "Safe"), category("so-so", "2"), category("unsafe", "3")],
      missing: missing,
      headline: HeadlineDescription(
        categories: ["unsafe"], label: LocalisedText(["en": "Unsafe"])))
  }

  static let study = Study(
    code: "small", series: "small", wave: 2025, title: LocalisedText(["en": "Small"]),
    targetPopulation: LocalisedText(["en": "All"]), data: DataDescription(file: "data.csv"),
    design: DesignDescription(weightColumn: "w"), dimensions: [],
    topics: [TopicDescription(code: "topic", label: LocalisedText(["en": "Topic"]))],
    items: [item("dark", column: "q1", missing: ["9"])],
    publish: PublicationPlan(highlights: ["dark"], breakdowns: [], rules: DisclosureRules()))
}
