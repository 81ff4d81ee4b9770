import SafetyModel

/// Finds what happened to areas between the lists of a register.
///
/// What someone has told comes first; the rest is found by comparing each list with the one before.
struct FindAreaChanges {
  let register: AreaRegister
  let told: [AreaChange]

  /// Told changes that name areas which the register does not have.
  func problems(file: String) -> [Problem] {
    let known = Set(register.areas.map(\.code))
    return told.flatMap { change in
      (change.before + change.after).filter { !known.contains($0) }.map { code in
        let near = nearestNames(to: code, among: known.sorted()).joined(separator: ", ")
        return Problem(
          "register.unknownArea",
          arguments: ["area": code, "date": change.date.description, "near": near], file: file)
      }
    }
  }

  func all() -> [AreaChange] {
    var changes = told
    for (earlier, later) in zip(register.lists, register.lists.dropFirst()) {
      changes += found(from: earlier, to: later)
    }
    return changes.sorted { a, b in
      (a.date, a.before.first ?? a.after.first ?? "") < (
        b.date, b.before.first ?? b.after.first ?? ""
      )
    }
  }

  private func found(from earlier: AreaList, to later: AreaList) -> [AreaChange] {
    let between = told.filter { $0.date > earlier.date && $0.date <= later.date }
    let joins = between.filter { [.split, .merged].contains($0.kind) }
    var gone = earlier.areas.subtracting(later.areas).subtracting(joins.flatMap(\.before))
    var new = later.areas.subtracting(earlier.areas).subtracting(joins.flatMap(\.after))
    var changes = partings(&gone, &new, on: later.date)
    let listed = Set(between.filter { $0.kind == .listed }.flatMap(\.after))
    let struck = Set(between.filter { $0.kind == .struck }.flatMap(\.before))
    changes += new.subtracting(listed).sorted().map { area in
      AreaChange(date: later.date, kind: .listed, nature: .real, before: [], after: [area])
    }
    changes += gone.subtracting(struck).sorted().map { area in
      AreaChange(date: later.date, kind: .struck, nature: .real, before: [area], after: [])
    }
    let levels = Dictionary(
      earlier.assessments.map { ($0.area, $0.level) }, uniquingKeysWith: { a, _ in a })
    for assessment in later.assessments {
      changes += kept(assessment, earlier: levels[assessment.area], from: earlier.date, later.date)
    }
    return changes
  }

  /// Areas that are parts of gone ones, and gone ones that are parts of new.
  private func partings(_ gone: inout Set<String>, _ new: inout Set<String>, on day: Day)
    -> [AreaChange]
  {
    var changes: [AreaChange] = []
    for area in gone.sorted() {
      let parts = new.filter { isPart($0, of: area) }.sorted()
      guard parts.count > 1 else { continue }
      changes.append(change(.split, before: [area], after: parts, on: day))
      gone.remove(area)
      new.subtract(parts)
    }
    for area in new.sorted() {
      let parts = gone.filter { isPart($0, of: area) }.sorted()
      guard parts.count > 1 else { continue }
      changes.append(change(.merged, before: parts, after: [area], on: day))
      new.remove(area)
      gone.subtract(parts)
    }
    return changes
  }

  private func isPart(_ part: String, of whole: String) -> Bool {
    let mine = register.area(part)?.versions.last?.polygons ?? []
    let others = register.area(whole)?.versions.last?.polygons ?? []
    return mine.partInside(others) >= AreaIdentities.samePart
  }

  /// What happened to an area that is on both lists.
  private func kept(
    _ assessment: AreaAssessment, earlier: String?, from start: Day, _ day: Day
  ) -> [AreaChange] {
    guard let earlier, let area = register.area(assessment.area),
      let old = area.version(on: start), let version = area.version(on: day)
    else { return [] }
    var changes: [AreaChange] = []
    if earlier != assessment.level {
      changes.append(
        change(.levelChanged, area.code, on: day, earlier: earlier, later: assessment.level))
    }
    if AreaIdentities.plain(old.name) != AreaIdentities.plain(version.name) {
      changes.append(
        change(.renamed, area.code, on: day, earlier: old.name, later: version.name))
    }
    if !old.polygons.isEmpty, !version.polygons.isEmpty, old.polygons != version.polygons,
      old.polygons.partInside(version.polygons) < 0.98
        || version.polygons.partInside(old.polygons) < 0.98
    {
      changes.append(change(.redrawn, area.code, on: day))
    }
    return changes
  }

  private func change(
    _ kind: AreaChange.Kind, before: [String], after: [String], on day: Day
  ) -> AreaChange {
    AreaChange(
      date: day, kind: kind, nature: AreaChange.usualNature(kind), before: before, after: after)
  }

  private func change(
    _ kind: AreaChange.Kind, _ area: String, on day: Day, earlier: String? = nil,
    later: String? = nil
  ) -> AreaChange {
    AreaChange(
      date: day, kind: kind, nature: AreaChange.usualNature(kind), before: [area], after: [area],
      earlier: earlier, later: later)
  }
}
