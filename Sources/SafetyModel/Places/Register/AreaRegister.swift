/// Areas that an authority assesses, such as the police's vulnerable areas, through time.
///
/// An area keeps its identity when it is renamed or redrawn. What the authority publishes is lists,
/// each of a day; an area is on a list with a level. Between two lists things happen to areas, and
/// each change is real, or technical: a matter of borders and names, not of how people live.
package struct AreaRegister: Codable, Sendable, Hashable {
  package var name: LocalisedText
  /// In order of gravity, the gravest last.
  package var levels: [AreaLevel]
  package var areas: [RegisteredArea]
  /// Oldest first.
  package var lists: [AreaList]
  /// Oldest first; see ``AreaChange``.
  package var changes: [AreaChange]
  /// The borders of the municipalities that have areas, by their codes; `nil` when nobody told.
  package var ground: [AreaGeometry]?

  package init(
    name: LocalisedText, levels: [AreaLevel], areas: [RegisteredArea], lists: [AreaList],
    changes: [AreaChange], ground: [AreaGeometry]? = nil
  ) {
    self.name = name
    self.levels = levels
    self.areas = areas
    self.lists = lists
    self.changes = changes
    self.ground = ground
  }

  package func area(_ code: String) -> RegisteredArea? { areas.first { $0.code == code } }
  package func level(_ code: String) -> AreaLevel? { levels.first { $0.code == code } }
}

/// A level of assessment, for the time that it exists: `riskområde` was abolished.
package struct AreaLevel: Codable, Sendable, Hashable {
  package var code: String
  package var name: LocalisedText
  /// What the level says about an area, and what it doesn't.
  package var meaning: LocalisedText?
  /// The first and last day that it is used; `nil` when it has no end on that side.
  package var from: Day?
  package var until: Day?

  package init(
    code: String, name: LocalisedText, meaning: LocalisedText? = nil, from: Day? = nil,
    until: Day? = nil
  ) {
    self.code = code
    self.name = name
    self.meaning = meaning
    self.from = from
    self.until = until
  }

  package func exists(on day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

/// An area through all its names and borders.
package struct RegisteredArea: Codable, Sendable, Hashable {
  /// Never changes: `1290-gamlegarden`.
  package var code: String
  /// Four digits, or `nil` when nobody has told.
  package var municipality: String?
  /// Oldest first, at least one.
  package var versions: [AreaVersion]

  package init(code: String, municipality: String?, versions: [AreaVersion]) {
    self.code = code
    self.municipality = municipality
    self.versions = versions
  }

  /// The name and borders on a day: those of the newest version that had begun, else the first.
  package func version(on day: Day) -> AreaVersion? {
    versions.last { $0.from <= day } ?? versions.first
  }

  /// The region (län) of the municipality: its first two digits.
  package var region: String? { municipality.map { String($0.prefix(2)) } }
}

/// What an area was called and where it was drawn from a day on.
package struct AreaVersion: Codable, Sendable, Hashable {
  package var from: Day
  package var name: String
  /// Empty when only the name is known.
  package var polygons: [Polygon]
  package init(from: Day, name: String, polygons: [Polygon]) {
    self.from = from
    self.name = name
    self.polygons = polygons
  }
}

/// A list that the authority has published.
package struct AreaList: Codable, Sendable, Hashable {
  package var date: Day
  /// Who published it, and where.
  package var source: LocalisedText
  package var assessments: [AreaAssessment]
  package init(date: Day, source: LocalisedText, assessments: [AreaAssessment]) {
    self.date = date
    self.source = source
    self.assessments = assessments
  }

  package var areas: Set<String> { Set(assessments.map(\.area)) }
}

/// An area's level on a list.
package struct AreaAssessment: Codable, Sendable, Hashable {
  package var area: String
  package var level: String
  package init(area: String, level: String) {
    self.area = area
    self.level = level
  }
}
