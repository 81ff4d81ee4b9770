/// Living conditions in the municipality's own areas, over time.
package struct Preconditions: Codable, Sendable, Hashable {
  /// Four digits.
  package var municipality: String
  /// The municipality's own division with its year: `own-2025`.
  package var geography: String
  package var measures: [PreconditionMeasure]
  /// One for each measure and period, oldest first within a measure.
  package var tables: [PreconditionTable]

  package init(
    municipality: String, geography: String, measures: [PreconditionMeasure],
    tables: [PreconditionTable]
  ) {
    self.municipality = municipality
    self.geography = geography
    self.measures = measures
    self.tables = tables
  }

  /// The tables of a measure, oldest first.
  package func tables(of measure: String) -> [PreconditionTable] {
    tables.filter { $0.measure == measure }
  }
}

/// Something that is measured about living conditions.
package struct PreconditionMeasure: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    /// In [0, 1]: a count out of another.
    case proportion
    /// The mean of means, weighted by the people behind each; of medians it is an approximation.
    case mean
    case count
  }
  package var code: String
  package var lever: Lever
  package var name: LocalisedText
  package var kind: Kind
  package var unit: LocalisedText?
  package var decimals: Int
  package var direction: Direction

  package init(
    code: String, lever: Lever, name: LocalisedText, kind: Kind, unit: LocalisedText?,
    decimals: Int, direction: Direction
  ) {
    self.code = code
    self.lever = lever
    self.name = name
    self.kind = kind
    self.unit = unit
    self.decimals = decimals
    self.direction = direction
  }
}

/// One measure in one period for every area.
package struct PreconditionTable: Codable, Sendable, Hashable {
  package var measure: String
  package var period: Period
  /// The division that the publisher's figures are in: `deso-2018`.
  package var publishedGeography: String
  package var publisher: LocalisedText
  package var provenance: Provenance
  /// The municipality's own areas, by code.
  package var figures: [PreconditionFigure]
  /// The whole municipality, from all of the publisher's areas in it.
  package var whole: PreconditionFigure
  package var coverage: MappingCoverage

  package init(
    measure: String, period: Period, publishedGeography: String, publisher: LocalisedText,
    provenance: Provenance, figures: [PreconditionFigure], whole: PreconditionFigure,
    coverage: MappingCoverage
  ) {
    self.measure = measure
    self.period = period
    self.publishedGeography = publishedGeography
    self.publisher = publisher
    self.provenance = provenance
    self.figures = figures
    self.whole = whole
    self.coverage = coverage
  }
}

/// A measure in one area.
package struct PreconditionFigure: Codable, Sendable, Hashable {
  /// The area's own code; the municipality's for the whole.
  package var area: String
  /// `nil` when nothing is known of any part of the area.
  package var value: Double?
  /// How many people, households or dwellings it is about.
  package var base: Double
  /// The publisher's areas that lie in it, wholly or in part, and have no value.
  package var withoutValue: [String]

  package init(area: String, value: Double?, base: Double, withoutValue: [String]) {
    self.area = area
    self.value = value
    self.base = base
    self.withoutValue = withoutValue
  }
}

/// How much of a publisher's figures the municipality's table of areas takes in.
package struct MappingCoverage: Codable, Sendable, Hashable {
  /// The part of the municipality's people, households or dwellings that lies in no area of its
  /// own, in [0, 1].
  package var unmappedPart: Double
  /// The publisher's areas that are mapped to nothing, or only in part.
  package var unmapped: [String]
  /// Areas of the mapping that the publisher's table does not have: of another year, perhaps.
  package var unknown: [String]

  package init(unmappedPart: Double, unmapped: [String], unknown: [String]) {
    self.unmappedPart = unmappedPart
    self.unmapped = unmapped
    self.unknown = unknown
  }
}

/// Which part of a publisher's area lies in which of the municipality's own; the user owns it.
package struct AreaMapping: Codable, Sendable, Hashable {
  package struct Row: Codable, Sendable, Hashable {
    package var from: String
    package var to: String
    /// The part of the people of `from` who live in `to`, in (0, 1].
    package var part: Double
    package init(from: String, to: String, part: Double) {
      self.from = from
      self.to = to
      self.part = part
    }
  }
  package var geography: String
  package var publishedGeography: String
  package var rows: [Row]

  package init(geography: String, publishedGeography: String, rows: [Row]) {
    self.geography = geography
    self.publishedGeography = publishedGeography
    self.rows = rows
  }
}
