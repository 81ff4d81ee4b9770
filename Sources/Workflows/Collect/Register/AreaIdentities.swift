import SafetyModel

/// Finds which areas of different lists are the same area.
///
/// Two are the same when they have the same name in the same municipality, or when each covers most
/// of the other; then the one was renamed. An area that covers only a part of another is a part of
/// it, and what is left is a split, a merger or a redrawing.
struct AreaIdentities {
  /// Everything that is known of one area.
  struct Identity {
    var names: Set<String>
    var municipality: String?
    /// By list number, what the list says; outlines are not here.
    var entries: [Int: PublishedArea]
    var outline: [Polygon] = []

    var polygons: [Polygon] {
      entries.sorted { $0.key > $1.key }.first { !$0.value.polygons.isEmpty }?.value.polygons
        ?? outline
    }
  }

  /// Two drawings that each lie to this part in the other are of one area.
  static let samePart = 0.6

  private(set) var identities: [Identity] = []
  /// Entries of one list that would be one area, by list number and names.
  private(set) var clashes: [(list: Int, first: String, second: String)] = []

  init(_ description: RegisterDescription) {
    for (number, list) in description.lists.enumerated() {
      for area in list.areas { add(area, list: number) }
    }
    joinRenamed()
    for outline in description.outlines {
      guard let place = place(of: outline) else { continue }
      if identities[place].outline.isEmpty { identities[place].outline = outline.polygons }
      identities[place].municipality = identities[place].municipality ?? outline.municipality
    }
  }

  /// A name without differences of case, blanks and the way of writing `/`.
  static func plain(_ name: String) -> String {
    let slashed = name.split(separator: "/").map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
    return slashed.joined(separator: "/")
  }

  private func place(of area: PublishedArea) -> Int? {
    let name = AreaIdentities.plain(area.name)
    return identities.firstIndex { identity in
      let isSameMunicipality =
        area.municipality == nil || identity.municipality == nil
        || identity.municipality == area.municipality
      return isSameMunicipality && identity.names.contains(name)
    }
  }

  private mutating func add(_ area: PublishedArea, list: Int) {
    let name = AreaIdentities.plain(area.name)
    guard let place = place(of: area) else {
      identities.append(
        Identity(names: [name], municipality: area.municipality, entries: [list: area]))
      return
    }
    if let other = identities[place].entries[list] {
      clashes.append((list, other.name, area.name))
    }
    identities[place].entries[list] = area
    identities[place].municipality = identities[place].municipality ?? area.municipality
  }

  /// Joins areas that no list has both of, when each covers most of the other.
  private mutating func joinRenamed() {
    var first = 0
    while first < identities.count {
      var second = first + 1
      while second < identities.count {
        if isRenamed(identities[first], identities[second]) {
          let other = identities.remove(at: second)
          identities[first].names.formUnion(other.names)
          identities[first].municipality = identities[first].municipality ?? other.municipality
          identities[first].entries.merge(other.entries) { mine, _ in mine }
        } else {
          second += 1
        }
      }
      first += 1
    }
  }

  private func isRenamed(_ a: Identity, _ b: Identity) -> Bool {
    guard a.entries.keys.allSatisfy({ b.entries[$0] == nil }) else { return false }
    let (mine, theirs) = (a.polygons, b.polygons)
    // Two in different municipalities are not worth the reckoning.
    if let first = a.municipality, let second = b.municipality, first != second { return false }
    return mine.partInside(theirs) >= AreaIdentities.samePart
      && theirs.partInside(mine) >= AreaIdentities.samePart
  }
}
