/// Which areas are counted.
package enum AreaScope: Sendable, Hashable {
  case everywhere
  /// Two digits.
  case region(String)
  /// Four digits.
  case municipality(String)

  package func holds(_ area: RegisteredArea) -> Bool {
    switch self {
    case .everywhere: true
    case .region(let code): area.region == code
    case .municipality(let code): area.municipality == code
    }
  }
}

/// How many areas were on the list of a day.
package struct AreaCount: Sendable, Hashable {
  /// The list that held on the day.
  package var list: Day
  package var total: Int
  /// By level, in the register's order; levels that did not exist then are left out.
  package var byLevel: [LevelCount]
  /// The codes of the areas, by name.
  package var areas: [String]

  package struct LevelCount: Sendable, Hashable {
    package var level: String
    package var count: Int
  }
}

extension AreaRegister {
  /// The list that held on a day: the newest published until then.
  package func list(on day: Day) -> AreaList? { lists.last { $0.date <= day } }

  /// The areas on the list of a day, or `nil` before the first list.
  package func count(on day: Day, in scope: AreaScope = .everywhere) -> AreaCount? {
    guard let list = list(on: day) else { return nil }
    let holding = Set(areas.filter(scope.holds).map(\.code))
    let counted = list.assessments.filter { holding.contains($0.area) }
    let byLevel = levels.compactMap { level -> AreaCount.LevelCount? in
      let count = counted.count { $0.level == level.code }
      return count > 0 || level.exists(on: list.date)
        ? AreaCount.LevelCount(level: level.code, count: count) : nil
    }
    let names = Dictionary(
      areas.map { ($0.code, $0.version(on: day)?.name ?? $0.code) }, uniquingKeysWith: { a, _ in a }
    )
    return AreaCount(
      list: list.date, total: counted.count, byLevel: byLevel,
      areas: counted.map(\.area).sorted { (names[$0] ?? $0, $0) < (names[$1] ?? $1, $1) })
  }

  /// The changes after a day, up to and with another.
  package func changes(after start: Day, through end: Day, in scope: AreaScope = .everywhere)
    -> [AreaChange]
  {
    let holding = Set(areas.filter(scope.holds).map(\.code))
    return changes.filter { change in
      change.date > start && change.date <= end
        && !holding.isDisjoint(with: change.before + change.after)
    }
  }
}
