package import SafetyModel
import Workflows

/// Reads a survey's study file, written in YAML; `docs/handbook/study-file.md` describes the form.
package struct YamlStudyFile: StudyFileReader {
  package init() {}

  package func readStudy(_ path: String) throws -> StudyDocument {
    try read(YamlText(contentsOf: path))
  }

  /// Reads a study from bytes; `file` is the name that messages tell.
  package func readStudy(bytes: [UInt8], file: String) throws -> StudyDocument {
    try read(YamlText(bytes: bytes, file: file))
  }

  private func read(_ text: YamlText) throws -> StudyDocument {
    let form = YamlForm(file: text.file)
    let root = form.root(try YamlNode.parsed(text), keys: Self.keys)
    let study = root.study()
    return StudyDocument(
      study: study, file: text.file, positions: form.positions, formProblems: form.problems)
  }

  private static let keys = [
    "study", "series", "wave", "title", "population", "field-period", "producer", "sampled",
    "example", "data", "design", "dimensions", "topics", "derived", "items", "indices", "publish",
  ]
}

extension YamlSection {
  fileprivate func study() -> Study {
    Study(
      code: code("study"), series: code("series"), wave: year("wave"), title: words("title"),
      targetPopulation: words("population"), fieldPeriod: fieldPeriod(),
      producer: optionalWords("producer"), sampledCount: whole("sampled", in: 1...1_000_000_000),
      isExample: flag("example"), data: dataDescription(), design: designDescription(),
      dimensions: dimensions(), topics: topics(), items: items(), indices: indices(),
      derived: derivedVariables(), publish: publicationPlan())
  }

  /// A code of its own that stands in addresses.
  func code(_ key: String) -> String {
    let text = text(key)
    guard let pair = pair(key), !text.isEmpty else { return text }
    _ = YamlCode.check(text, .address, in: form, at: pair.position)
    return text
  }

  /// A year that must be there.
  func year(_ key: String) -> Int {
    guard required(key) != nil else { return 0 }
    return whole(key, in: 1900...2200) ?? 0
  }

  private func fieldPeriod() -> FieldPeriod? {
    guard let section = section("field-period", keys: ["from", "to"]),
      let from = section.day("from"), let to = section.day("to")
    else { return nil }
    if to < from { section.report("study.periodEndsFirst", at: "to") }
    return FieldPeriod(from: from, to: to)
  }
}
