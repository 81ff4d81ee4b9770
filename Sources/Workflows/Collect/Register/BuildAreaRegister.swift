package import SafetyModel

/// Makes a register of lists as they were published: areas with their identities, and changes.
package struct BuildAreaRegister: Sendable {
  package init() {}

  /// The register, or ``SafetyModel/Problems`` with everything in which the lists contradict.
  package func callAsFunction(_ description: RegisterDescription) throws(Problems) -> AreaRegister {
    var description = description
    description.lists.sort { $0.date < $1.date }
    let municipalities = description.municipalities.compactMap { BoxedArea($0) }
    for number in description.lists.indices {
      locate(&description.lists[number].areas, municipalities)
    }
    locate(&description.outlines, municipalities)
    let identities = AreaIdentities(description)
    var problems = problems(in: description, identities)
    guard problems.isEmpty else { throw Problems(problems) }

    let codes = codes(of: identities.identities)
    var areas: [RegisteredArea] = []
    for (identity, code) in zip(identities.identities, codes) {
      areas.append(area(identity, code, description.lists))
    }
    let lists = description.lists.enumerated().map { number, list in
      AreaList(
        date: list.date, source: list.source,
        assessments: zip(identities.identities, codes).compactMap { identity, code in
          identity.entries[number].map {
            AreaAssessment(area: code, level: level($0, description) ?? "")
          }
        })
    }
    let register = AreaRegister(
      name: description.name, levels: description.levels, areas: areas, lists: lists, changes: [],
      ground: description.municipalities.filter { municipality in
        areas.contains { $0.municipality == municipality.code }
      })
    let changes = FindAreaChanges(register: register, told: description.changes)
    problems = changes.problems(file: description.file)
    guard problems.isEmpty else { throw Problems(problems) }
    var whole = register
    whole.changes = changes.all()
    return whole
  }

  /// Finds the municipality that most of each area lies in.
  private func locate(_ areas: inout [PublishedArea], _ municipalities: [BoxedArea]) {
    for number in areas.indices
    where areas[number].municipality == nil && !areas[number].polygons.isEmpty {
      let positions = areas[number].polygons.samplePositions(n: 12)
      guard let box = areas[number].polygons.box else { continue }
      let counts = municipalities.filter { $0.touches(box) }.map { municipality in
        (municipality.code, positions.count { municipality.polygons.contains($0) })
      }
      let most = counts.max { $0.1 < $1.1 }
      areas[number].municipality = most.flatMap { $0.1 > 0 ? $0.0 : nil }
    }
  }

  private func level(_ area: PublishedArea, _ description: RegisterDescription) -> String? {
    description.levelWords[(area.level ?? "").lowercased()]
  }

  private func problems(
    in description: RegisterDescription, _ identities: AreaIdentities
  ) -> [Problem] {
    var problems: [Problem] = []
    for (list, next) in zip(description.lists, description.lists.dropFirst())
    where list.date == next.date {
      problems.append(
        Problem("register.sameDate", arguments: ["date": list.date.description], file: next.file))
    }
    for clash in identities.clashes {
      let arguments = ["first": clash.first, "second": clash.second]
      problems.append(
        Problem(
          "register.twice", arguments: arguments, file: description.lists[clash.list].file))
    }
    for list in description.lists {
      for area in list.areas {
        let arguments = [
          "area": area.name, "level": area.level ?? "", "date": list.date.description,
          "known": description.levelWords.keys.sorted().joined(separator: ", "),
        ]
        guard let code = level(area, description) else {
          problems.append(Problem("register.unknownLevel", arguments: arguments, file: list.file))
          continue
        }
        if description.levels.first(where: { $0.code == code })?.exists(on: list.date) == false {
          problems.append(Problem("register.levelNotThen", arguments: arguments, file: list.file))
        }
      }
    }
    return problems
  }

  /// The municipality's code and the earliest name: newer lists never change the code of an area.
  private func codes(of identities: [AreaIdentities.Identity]) -> [String] {
    var taken: Set<String> = []
    return identities.map { identity in
      let earliest = identity.entries.min { $0.key < $1.key }?.value.name ?? ""
      let stem = [identity.municipality, CodeText.code(earliest)].compactMap(\.self)
        .joined(separator: "-")
      var code = stem
      var number = 2
      while !taken.insert(code).inserted {
        code = "\(stem)-\(number)"
        number += 1
      }
      return code
    }
  }

  private func area(
    _ identity: AreaIdentities.Identity, _ code: String, _ lists: [PublishedList]
  ) -> RegisteredArea {
    var versions: [AreaVersion] = []
    for (number, entry) in identity.entries.sorted(by: { $0.key < $1.key }) {
      let polygons = entry.polygons.isEmpty ? versions.last?.polygons ?? [] : entry.polygons
      if let last = versions.last, last.name == entry.name, last.polygons == polygons { continue }
      versions.append(AreaVersion(from: lists[number].date, name: entry.name, polygons: polygons))
    }
    // A list that only names areas stands for the borders that are known from another.
    let known = versions.first { !$0.polygons.isEmpty }?.polygons ?? identity.outline
    for number in versions.indices where versions[number].polygons.isEmpty {
      versions[number].polygons = known
    }
    let merged = versions.reduce(into: [AreaVersion]()) { kept, version in
      if kept.last?.name != version.name || kept.last?.polygons != version.polygons {
        kept.append(version)
      }
    }
    return RegisteredArea(code: code, municipality: identity.municipality, versions: merged)
  }
}

/// A municipality with the box around it: most areas are nowhere near most municipalities.
private struct BoxedArea {
  let code: String
  let polygons: [Polygon]
  private let low: Position
  private let high: Position

  init?(_ geometry: AreaGeometry) {
    guard let box = geometry.polygons.box else { return nil }
    code = geometry.code
    polygons = geometry.polygons
    (low, high) = box
  }

  func touches(_ box: (low: Position, high: Position)) -> Bool {
    low.longitude <= box.high.longitude && box.low.longitude <= high.longitude
      && low.latitude <= box.high.latitude && box.low.latitude <= high.latitude
  }
}

/// Codes out of names.
enum CodeText {
  /// Small letters a to z and digits with hyphens between: `Södra Sofielund (Seved)` gives
  /// `sodra-sofielund-seved`.
  static func code(_ name: String) -> String {
    let plain: [Character: Character] = [
      "å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "è": "e",
    ]
    var code = ""
    for letter in name.lowercased() {
      let letter = plain[letter] ?? letter
      if ("a"..."z").contains(letter) || ("0"..."9").contains(letter) {
        code.append(letter)
      } else if !code.isEmpty, code.last != "-" {
        code.append("-")
      }
    }
    return code.last == "-" ? String(code.dropLast()) : code
  }
}
