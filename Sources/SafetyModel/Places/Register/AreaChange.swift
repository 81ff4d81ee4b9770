/// Something that happened to areas of a register.
package struct AreaChange: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    /// Became several areas.
    case split
    /// Became one with others.
    case merged
    case renamed
    case redrawn
    /// Came onto the list.
    case listed
    /// Left the list.
    case struck
    case levelChanged = "level-changed"
  }

  package enum Nature: String, Codable, Sendable, Hashable, CaseIterable {
    /// Something is otherwise where people live.
    case real
    /// Only borders, names or the way of counting.
    case technical
  }

  /// The day of the list that it shows on first, or the day that it is said to have happened.
  package var date: Day
  package var kind: Kind
  package var nature: Nature
  /// The areas before, by code; empty when an area is listed.
  package var before: [String]
  /// The areas after; empty when an area is struck.
  package var after: [String]
  /// Names before and after when it is renamed, levels when the level changed.
  package var earlier: String?
  package var later: String?
  package var reason: LocalisedText?

  package init(
    date: Day, kind: Kind, nature: Nature, before: [String], after: [String],
    earlier: String? = nil, later: String? = nil, reason: LocalisedText? = nil
  ) {
    self.date = date
    self.kind = kind
    self.nature = nature
    self.before = before
    self.after = after
    self.earlier = earlier
    self.later = later
    self.reason = reason
  }

  /// What a change of its kind most often is.
  package static func usualNature(_ kind: Kind) -> Nature {
    switch kind {
    case .split, .merged, .renamed, .redrawn: .technical
    case .listed, .struck, .levelChanged: .real
    }
  }
}
