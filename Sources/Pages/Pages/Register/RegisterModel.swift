package import SafetyModel
package import Texts

/// The register of areas that an authority has assessed, as far as it is about the municipality.
package struct RegisterModel: Sendable {
  package struct AreaLine: Sendable {
    package var name: String
    package var level: String
    /// The place of the level, for the map.
    package var levelPlace: Int
    package var since: String
    package var geometry: AreaGeometry
  }
  package struct LevelLine: Sendable {
    package var name: String
    package var meaning: LocalisedText?
    package var validity: String?
  }
  package struct ChangeLine: Sendable {
    package var date: String
    package var what: String
    package var isReal: Bool
    package var reason: LocalisedText?
  }
  package struct CountLine: Sendable {
    package var date: Day
    package var total: Int
    package var source: LocalisedText
  }

  package var name: LocalisedText?
  package var areas: [AreaLine]
  package var levels: [LevelLine]
  /// Newest first.
  package var changes: [ChangeLine]
  /// Oldest first.
  package var counts: [CountLine]
  package var newest: String?
  package var ground: [AreaGeometry]
  package var levelNames: [String]
  package var isEmpty: Bool { name == nil }

  package init(_ picture: SafetyPicture, _ texts: Texts) {
    ground = RegisterModel.ground(picture)
    guard let register = picture.register, let list = register.lists.last else {
      (name, areas, levels, changes, counts, levelNames) = (nil, [], [], [], [], [])
      return
    }
    name = register.name
    newest = texts.day(list.date)
    let code = picture.municipality.code
    let isOwn = register.areas.contains { $0.municipality == code }
    // An invented municipality may have a register without codes: then all of it is its own.
    let scope: AreaScope = isOwn || !code.isEmpty ? .municipality(code) : .everywhere
    let reader = RegisterReader(register: register, scope: scope, texts: texts)
    levelNames = register.levels.map { $0.name.text(in: texts.language) }
    areas = reader.areas(on: list)
    levels = reader.levels
    changes = reader.changes
    counts = register.lists.map { list in
      CountLine(
        date: list.date, total: register.count(on: list.date, in: scope)?.total ?? 0,
        source: list.source)
    }
  }
}

extension RegisterModel {
  /// The municipality's own areas, else its border.
  private static func ground(_ picture: SafetyPicture) -> [AreaGeometry] {
    if let areas = picture.latest?.codebook.areas, !areas.isEmpty { return areas }
    return picture.register?.ground?.filter { $0.code == picture.municipality.code } ?? []
  }
}

/// What a register tells about a municipality, in words.
private struct RegisterReader {
  let register: AreaRegister
  let scope: AreaScope
  let texts: Texts

  private func words(_ text: LocalisedText) -> String { text.text(in: texts.language) }

  private func level(_ code: String) -> String {
    register.level(code).map { words($0.name) } ?? code
  }

  private func name(_ code: String, on day: Day) -> String {
    register.area(code)?.version(on: day)?.name ?? code
  }

  func areas(on list: AreaList) -> [RegisterModel.AreaLine] {
    list.assessments.compactMap { assessment -> RegisterModel.AreaLine? in
      guard let area = register.area(assessment.area), scope.holds(area),
        let version = area.version(on: list.date)
      else { return nil }
      let first = register.lists.first { $0.areas.contains(area.code) }?.date ?? list.date
      return RegisterModel.AreaLine(
        name: version.name, level: level(assessment.level),
        levelPlace: register.levels.firstIndex { $0.code == assessment.level } ?? 0,
        since: texts.day(first),
        geometry: AreaGeometry(code: area.code, polygons: version.polygons))
    }.sorted { $0.name < $1.name }
  }

  var levels: [RegisterModel.LevelLine] {
    register.levels.map { level in
      let validity: String? =
        switch (level.from, level.until) {
        case (nil, nil): nil
        case (let from?, nil): texts("page.register.from", ["from": texts.day(from)])
        case (nil, let until?): texts("page.register.until", ["until": texts.day(until)])
        case (let from?, let until?):
          texts("page.register.between", ["from": texts.day(from), "until": texts.day(until)])
        }
      return RegisterModel.LevelLine(
        name: words(level.name), meaning: level.meaning, validity: validity)
    }
  }

  var changes: [RegisterModel.ChangeLine] {
    register.changes.reversed().filter { change in
      (change.before + change.after).contains { code in
        register.area(code).map(scope.holds) ?? false
      }
    }.map { change in
      let day = change.date
      let before = texts.list(change.before.map { name($0, on: day) })
      let after = texts.list(change.after.map { name($0, on: day) })
      let isLevel = change.kind == .levelChanged
      return RegisterModel.ChangeLine(
        date: texts.day(day),
        what: texts(
          "page.register.change.\(change.kind.rawValue)",
          [
            "before": before.isEmpty ? after : before, "after": after.isEmpty ? before : after,
            "earlier": change.earlier.map { isLevel ? level($0) : $0 } ?? before,
            "later": change.later.map { isLevel ? level($0) : $0 } ?? after,
          ]),
        isReal: change.nature == .real, reason: change.reason)
    }
  }
}
