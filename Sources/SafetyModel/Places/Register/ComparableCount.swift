/// A count that only real changes move.
///
/// Every area of the baseline is one. An area that is split, merged, renamed or redrawn is as many
/// as before for as long as anything of it is on the list: what is left of it is not less. An area
/// that comes onto the list is one more, and one that leaves it one less, unless the change is
/// marked technical.
///
/// Counting so can only err on the side of there being too many: splitting an area and striking one
/// half does not count as half a success. See `docs/methods/register.md`.
struct ComparableCount {
  /// Areas that have been one, or parts of one, since the baseline.
  private struct Lineage {
    var weight: Int
    /// Its areas that are on the list.
    var listed: Set<String>
    /// Struck only on paper: it is still counted.
    var isKept = false
  }

  private var lineages: [Lineage]

  init(baseline: Set<String>) {
    lineages = baseline.sorted().map { Lineage(weight: 1, listed: [$0]) }
  }

  var value: Int {
    lineages.reduce(0) { $0 + ($1.listed.isEmpty && !$1.isKept ? 0 : $1.weight) }
  }

  /// Takes in a change; `onList` are the areas of the list that it shows on first.
  mutating func apply(_ change: AreaChange, onList: Set<String>) {
    switch change.kind {
    case .renamed, .redrawn, .levelChanged: break
    case .split, .merged: connect(change, onList)
    case .listed:
      for area in change.after where place(of: area) == nil { list(area, change.nature) }
    case .struck:
      for area in change.before {
        guard let place = place(of: area) else { continue }
        lineages[place].listed.remove(area)
        if lineages[place].listed.isEmpty { lineages[place].isKept = change.nature == .technical }
      }
    }
  }

  private mutating func list(_ area: String, _ nature: AreaChange.Nature) {
    if nature == .technical, let kept = lineages.firstIndex(where: \.isKept) {
      lineages[kept].listed.insert(area)
      lineages[kept].isKept = false
    } else {
      lineages.append(Lineage(weight: nature == .real ? 1 : 0, listed: [area]))
    }
  }

  /// What the areas were together, the areas after them are together.
  private mutating func connect(_ change: AreaChange, _ onList: Set<String>) {
    var joined = Lineage(weight: 0, listed: [])
    for area in change.before {
      guard let place = place(of: area) else { continue }
      let lineage = lineages.remove(at: place)
      joined.weight += lineage.weight
      joined.listed.formUnion(lineage.listed)
    }
    joined.listed.subtract(change.before)
    joined.listed.formUnion(onList.intersection(change.after))
    if joined.weight > 0 { lineages.append(joined) }
  }

  private func place(of area: String) -> Int? {
    lineages.firstIndex { $0.listed.contains(area) }
  }
}

/// What became of a target for a count of areas.
package struct AreaTargetOutcome: Sendable, Hashable {
  /// The list that decides: the last one published by the deadline.
  package var list: Day
  /// On the baseline's list.
  package var baseline: Int
  /// As the authority counts.
  package var official: Int
  /// As only real changes have made it; see `docs/methods/register.md`.
  package var comparable: Int
  package var target: Int
  /// The areas that are left on the list, by code.
  package var areasLeft: [String]
  /// Everything that happened in between.
  package var changes: [AreaChange]

  /// Decided by real change.
  package var isReached: Bool { comparable <= target }
  /// How many technical changes have added, or taken away when it is negative.
  package var technicalEffect: Int { official - comparable }
}

extension AreaRegister {
  /// The count of a day as only real changes since the baseline have made it.
  package func comparableCount(
    on day: Day, since baseline: Day, in scope: AreaScope = .everywhere
  ) -> Int? {
    guard let start = list(on: baseline), let end = list(on: day), start.date <= end.date else {
      return nil
    }
    let holding = Set(areas.filter(scope.holds).map(\.code))
    var count = ComparableCount(baseline: start.areas.intersection(holding))
    // Areas become others before what they have become is listed or struck.
    let order: [AreaChange.Kind] = [
      .split, .merged, .renamed, .redrawn, .levelChanged, .struck, .listed,
    ]
    let happened = changes(after: start.date, through: end.date, in: scope)
    let sorted = happened.sorted { a, b in
      (a.date, order.firstIndex(of: a.kind) ?? 0) < (b.date, order.firstIndex(of: b.kind) ?? 0)
    }
    for change in sorted {
      count.apply(change, onList: lists.first { $0.date >= change.date }?.areas ?? [])
    }
    return count.value
  }

  /// Whether a target for the count is reached at its deadline, or as of the last list before it.
  package func outcome(
    of target: Int, by deadline: Day, since baseline: Day, in scope: AreaScope
  ) -> AreaTargetOutcome? {
    guard let start = count(on: baseline, in: scope), let end = count(on: deadline, in: scope),
      let comparable = comparableCount(on: deadline, since: baseline, in: scope)
    else { return nil }
    return AreaTargetOutcome(
      list: end.list, baseline: start.total, official: end.total, comparable: comparable,
      target: target, areasLeft: end.areas,
      changes: changes(after: start.list, through: end.list, in: scope))
  }
}
