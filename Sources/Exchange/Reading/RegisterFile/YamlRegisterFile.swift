import Foundation
package import SafetyModel
package import Workflows

/// Reads the description of a register of areas, and the lists and maps that it names.
package struct YamlRegisterFile: RegisterFileReader {
  package init() {}

  package func readRegister(_ path: String) throws -> RegisterDescription {
    let text = try YamlText(contentsOf: path)
    let form = YamlForm(file: text.file)
    let root = form.root(try YamlNode.parsed(text), keys: ["register"])
    let keys = ["name", "levels", "lists", "outlines", "municipalities", "changes"]
    guard let section = root.requiredSection("register", keys: keys) else {
      throw Problems(form.problems)
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    let levels = section.levels()
    let lists = section.lists()
    let outlines = section.outlines()
    let municipalities = section.section("municipalities", keys: ["file", "code"])
    let municipalityFile = municipalities.map { ($0.text("file"), $0.text("code")) }
    let changes = section.changes()
    guard form.problems.isEmpty else { throw Problems(form.problems) }

    func resolved(_ file: String) -> String {
      file.hasPrefix("/") ? file : folder.appending(path: file).standardizedFileURL.path
    }
    return RegisterDescription(
      file: path, name: section.words("name"), levels: levels.map(\.level),
      levelWords: Dictionary(
        levels.flatMap { level in level.words.map { ($0.lowercased(), level.level.code) } },
        uniquingKeysWith: { first, _ in first }),
      lists: try lists.map { list in
        PublishedList(
          date: list.date, source: list.source, file: resolved(list.file),
          areas: try list.areas.read(resolved(list.file)))
      },
      outlines: try outlines.flatMap { try $0.areas.read(resolved($0.file)) },
      municipalities: try municipalityFile.map {
        try GeoJSONReader().readAreas(resolved($0.0), codeProperty: $0.1)
      } ?? [],
      changes: changes)
  }
}

extension YamlSection {
  fileprivate typealias ListForm = (
    date: Day, source: LocalisedText, file: String, areas: ListedAreas
  )

  private static let columnKeys = ["file", "name", "level", "municipality", "sheet", "delimiter"]

  fileprivate func levels() -> [(level: AreaLevel, words: [String])] {
    _ = required("levels")
    return entries("levels", codes: .address).map { entry in
      let section = entry.section(
        in: form, keys: ["name", "meaning", "from", "until", "words"])
      let level = AreaLevel(
        code: entry.code, name: section.words("name"), meaning: section.optionalWords("meaning"),
        from: section.has("from") ? section.day("from") : nil,
        until: section.has("until") ? section.day("until") : nil)
      return (level, section.requiredTexts("words"))
    }
  }

  fileprivate func lists() -> [ListForm] {
    _ = required("lists")
    return parts("lists").compactMap { part in
      let section = form.section(
        part.node, path: part.path, position: part.node.position,
        keys: ["date", "source"] + YamlSection.columnKeys)
      let areas = section.listedAreas(level: section.text("level"))
      guard let date = section.day("date") else { return nil }
      return (date, section.words("source"), section.text("file"), areas)
    }
  }

  fileprivate func outlines() -> [(file: String, areas: ListedAreas)] {
    parts("outlines").map { part in
      let section = form.section(
        part.node, path: part.path, position: part.node.position, keys: YamlSection.columnKeys)
      return (section.text("file"), section.listedAreas(level: section.optionalText("level")))
    }
  }

  private func listedAreas(level: String?) -> ListedAreas {
    ListedAreas(
      name: text("name"), level: level, municipality: optionalText("municipality"),
      sheet: optionalText("sheet"), delimiter: optionalText("delimiter"))
  }

  fileprivate func changes() -> [AreaChange] {
    let keys = ["date", "kind", "nature", "before", "after", "reason"]
    return parts("changes").compactMap { part in
      let section = form.section(
        part.node, path: part.path, position: part.node.position, keys: keys)
      let kind = section.requiredChoice("kind", of: AreaChange.Kind.self)
      let nature = section.choice("nature", of: AreaChange.Nature.self)
      guard let date = section.day("date"), let kind else { return nil }
      let before = section.texts("before")
      let after = section.texts("after")
      if before.isEmpty != (kind == .listed) { section.report("register.badChange", at: "before") }
      if after.isEmpty != (kind == .struck) { section.report("register.badChange", at: "after") }
      return AreaChange(
        date: date, kind: kind, nature: nature ?? AreaChange.usualNature(kind), before: before,
        after: after, reason: section.optionalWords("reason"))
    }
  }
}
