package import SafetyModel

/// A register as the municipality has set it up: its levels, and the lists as they were published.
package struct RegisterDescription: Sendable, Hashable {
  package var file: String
  package var name: LocalisedText
  package var levels: [AreaLevel]
  /// The words that lists use for a level, by word in lower case: `u`, `utsatt område`.
  package var levelWords: [String: String]
  package var lists: [PublishedList]
  /// Areas that are only drawn: they give borders to areas that lists merely name.
  package var outlines: [PublishedArea]
  /// Municipalities with their borders, to find out where areas lie; the code is the municipality's.
  package var municipalities: [AreaGeometry]
  /// Changes that someone has told; others are found by comparing the lists.
  package var changes: [AreaChange]

  package init(
    file: String, name: LocalisedText, levels: [AreaLevel], levelWords: [String: String],
    lists: [PublishedList], outlines: [PublishedArea], municipalities: [AreaGeometry],
    changes: [AreaChange]
  ) {
    self.file = file
    self.name = name
    self.levels = levels
    self.levelWords = levelWords
    self.lists = lists
    self.outlines = outlines
    self.municipalities = municipalities
    self.changes = changes
  }
}

/// A list as its publisher's file holds it.
package struct PublishedList: Sendable, Hashable {
  package var date: Day
  package var source: LocalisedText
  package var file: String
  package var areas: [PublishedArea]
  package init(date: Day, source: LocalisedText, file: String, areas: [PublishedArea]) {
    self.date = date
    self.source = source
    self.file = file
    self.areas = areas
  }
}

/// An area as a list or a map names it.
package struct PublishedArea: Sendable, Hashable {
  package var name: String
  /// In the publisher's words; `nil` for an outline.
  package var level: String?
  /// Four digits, when the file tells.
  package var municipality: String?
  package var polygons: [Polygon]
  package init(name: String, level: String?, municipality: String?, polygons: [Polygon]) {
    self.name = name
    self.level = level
    self.municipality = municipality
    self.polygons = polygons
  }
}

/// Reads a register's description with the files that it names.
package protocol RegisterFileReader: Sendable {
  func readRegister(_ path: String) throws -> RegisterDescription
}
