import DisclosureControl
package import SafetyModel

/// Something to tell the person who edits a draft, as a text key under `command.study.draft.`.
package struct DraftRemark: Sendable, Hashable {
  package var key: String
  package var arguments: [String: String]
}

/// A first study file for a data file: the study, and what to tell above its entries.
package struct StudyDraft: Sendable {
  package var study: Study
  /// By path of the entry; the empty path is the top of the file.
  package var remarks: [String: [DraftRemark]]
}

/// Drafts a study from a data file's own names, labels and values.
///
/// Guesses what the variables are, so that the draft is accepted by the check of a study; every
/// guess is told in a remark, for a person to confirm.
package struct DraftStudy {
  let table: SourceTable
  let file: String
  let year: Int
  let language: Language
  let decimalMark: String?

  /// Prepares a draft.
  ///
  /// The words of the data file are taken to be in `language`; `year` is the wave when the file's
  /// name tells none; `decimalMark` is what the file was read with.
  package init(
    table: SourceTable, file: String, year: Int, language: Language, decimalMark: String?
  ) {
    self.table = table
    self.file = file
    self.year = year
    self.language = language
    self.decimalMark = decimalMark
  }

  /// The decimal mark of a table that was read as if it had points: a comma when a variable that is
  /// all numbers has commas, else `nil`.
  package static func decimalMark(of table: SourceTable) -> String? {
    let hasCommas = table.columns.contains { column in
      guard case .coded(let distinct, _) = column.values else { return false }
      let given = distinct.dropFirst()
      return given.contains { $0.contains(",") }
        && given.allSatisfy { Double(plainNumber: $0, decimalMark: ",") != nil }
    }
    return hasCommas ? "," : nil
  }

  /// The draft.
  package func draft(title: LocalisedText, population: LocalisedText, topic: LocalisedText)
    -> StudyDraft
  {
    let variables = table.columns.map { DraftVariable($0, rowCount: table.rowCount) }
    var remarks: [String: [DraftRemark]] = [:]
    let roles = DraftRoles(variables, table: table)
    let design = roles.design(&remarks)
    var codes = DraftCodes()
    var derived: [DerivedVariable] = []
    let dimensions = roles.dimensions.compactMap { role, variable in
      dimension(role, variable, &derived, &remarks)
    }
    let unused = roles.dimensions.filter { role, _ in !dimensions.contains { $0.role == role } }
    let rest = variables.filter { variable in
      !roles.isTaken(variable) || unused.contains { $0.variable.name == variable.name }
    }
    let items = rest.filter(\.isCategorical).map { item($0, &codes, &remarks) }
    remarks["items"] = skipped(rest.filter { !$0.isCategorical })
    remarks[""] = [DraftRemark(key: "top", arguments: ["file": file])]
    for path in ["wave", "title", "population", "topics", "publish", "data.areas"] {
      remarks[path, default: []].append(DraftRemark(key: path, arguments: [:]))
    }
    let code = DraftCodes.slug(stem, else: "survey")
    let study = Study(
      code: code, series: series(of: code), wave: wave, title: title,
      targetPopulation: population,
      data: DataDescription(file: file, decimalMark: decimalMark, idColumn: roles.id?.name),
      design: design,
      dimensions: dimensions, topics: [TopicDescription(code: "questions", label: topic)],
      items: items, derived: derived, publish: plan(items, dimensions))
    return StudyDraft(study: study, remarks: remarks)
  }

  private var stem: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// The first year that the file's name tells, as 2025 in `svar-2025.csv`.
  private var wave: Int {
    let numbers = stem.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    return numbers.first { (1950...2100).contains($0) } ?? year
  }

  private func series(of code: String) -> String {
    let parts = code.split(separator: "-").filter { Int($0) == nil }
    return parts.isEmpty ? code : parts.joined(separator: "-")
  }

  private func plan(_ items: [ItemDescription], _ dimensions: [DimensionDescription])
    -> PublicationPlan
  {
    var breakdowns = dimensions.map { [$0.code] }
    let roles = Set(dimensions.map(\.role))
    if roles.contains(.area), roles.contains(.sex) { breakdowns.append(["area", "sex"]) }
    return PublicationPlan(
      highlights: items.prefix(3).map(\.code), breakdowns: breakdowns, rules: .floor)
  }

  func words(_ text: String) -> LocalisedText { LocalisedText([language.code: text]) }

  /// What is left out, and why, one remark a variable.
  private func skipped(_ variables: [DraftVariable]) -> [DraftRemark] {
    let remarks = variables.map { variable in
      DraftRemark(
        key: "skipped.\(variable.kind.rawValue)",
        arguments: ["variable": variable.name, "label": variable.label])
    }
    let heading = DraftRemark(key: "items", arguments: [:])
    return remarks.isEmpty
      ? [heading] : [heading, DraftRemark(key: "skipped", arguments: [:])] + remarks
  }
}
