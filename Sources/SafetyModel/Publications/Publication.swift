package import DisclosureControl

/// An immutable, numbered set of protected tables: one wave of a survey as the public sees it.
package struct Publication: Codable, Sendable, Hashable {
  /// 1, 2, 3 … in the order of publishing; never reused.
  package var number: Int
  package var study: String
  package var series: String
  package var wave: Int
  package var isExample: Bool
  /// The moment of publishing, ISO 8601 in UTC: `2025-11-22T20:45:00Z`.
  package var publishedAt: String
  /// Why a corrected publication was made; `nil` for the first of a wave.
  package var note: String?
  /// The publication of the same wave that this one corrects.
  package var corrects: Int?
  /// SHA-256 of everything that the figures came from: the same inputs give no new publication.
  package var fingerprint: String
  package var respondents: Int
  package var sampled: Int?
  package var rules: DisclosureRules
  /// How many comparisons between groups were tested, in one family (Holm).
  package var groupComparisons: Int
  /// How many changes between waves were tested, in one family (Holm).
  package var changeComparisons: Int
  /// Earlier waves that changes were computed against, and which publication of each.
  package var comparedWith: [ComparedWave]
  package var codebook: Codebook
  package var tables: [ProtectedTable]

  package init(
    number: Int, study: String, series: String, wave: Int, isExample: Bool, publishedAt: String,
    note: String?, corrects: Int?, fingerprint: String, respondents: Int, sampled: Int?,
    rules: DisclosureRules, groupComparisons: Int, changeComparisons: Int,
    comparedWith: [ComparedWave], codebook: Codebook, tables: [ProtectedTable]
  ) {
    self.number = number
    self.study = study
    self.series = series
    self.wave = wave
    self.isExample = isExample
    self.publishedAt = publishedAt
    self.note = note
    self.corrects = corrects
    self.fingerprint = fingerprint
    self.respondents = respondents
    self.sampled = sampled
    self.rules = rules
    self.groupComparisons = groupComparisons
    self.changeComparisons = changeComparisons
    self.comparedWith = comparedWith
    self.codebook = codebook
    self.tables = tables
  }

  /// The table of a subject by the given dimensions, outermost first; `[]` is everyone.
  package func table(_ subject: String, by dimensions: [String] = []) -> ProtectedTable? {
    tables.first { $0.subject == subject && $0.dimensionCodes == dimensions }
  }

  /// How many figures are hidden, or told only as a band.
  package var unshownCount: Int {
    tables.flatMap(\.rows).flatMap(\.figures).count { $0.status != .shown }
  }
}

/// An earlier wave that a publication's changes are measured from.
package struct ComparedWave: Codable, Sendable, Hashable {
  package var wave: Int
  package var publication: Int
  package init(wave: Int, publication: Int) {
    self.wave = wave
    self.publication = publication
  }
}

/// A line in the list of everything ever published.
package struct PublicationHeading: Codable, Sendable, Hashable {
  package var number: Int
  package var study: String
  package var series: String
  package var wave: Int
  package var publishedAt: String
  package var note: String?
  package var corrects: Int?
  package init(
    number: Int, study: String, series: String, wave: Int, publishedAt: String, note: String?,
    corrects: Int?
  ) {
    self.number = number
    self.study = study
    self.series = series
    self.wave = wave
    self.publishedAt = publishedAt
    self.note = note
    self.corrects = corrects
  }
}

/// Everything the site shows at one moment.
package struct SafetyPicture: Sendable, Hashable {
  package var municipality: Municipality
  package var goal: Goal?
  /// How it goes with each indicator of the goal, in the goal's order.
  package var reports: [IndicatorReport]
  /// Of indicators that others publish for many places.
  package var comparisons: [IndicatorComparison]
  /// Areas that an authority assesses; `nil` before any list is imported.
  package var register: AreaRegister?
  /// Living conditions by area; `nil` before any are imported.
  package var preconditions: Preconditions?
  /// The current publication of each wave of the shown series, oldest wave first.
  package var waves: [Publication]
  /// Everything ever published, newest first.
  package var history: [PublicationHeading]
  package init(
    municipality: Municipality, goal: Goal?, reports: [IndicatorReport] = [],
    comparisons: [IndicatorComparison] = [], register: AreaRegister? = nil,
    preconditions: Preconditions? = nil, waves: [Publication], history: [PublicationHeading]
  ) {
    self.municipality = municipality
    self.goal = goal
    self.reports = reports
    self.comparisons = comparisons
    self.register = register
    self.preconditions = preconditions
    self.waves = waves
    self.history = history
  }
  /// The newest wave; `nil` before anything is published.
  package var latest: Publication? { waves.last }
}
