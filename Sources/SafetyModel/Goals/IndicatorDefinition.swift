/// How an indicator was measured for a time: what, by whom, in which unit, and why it ended.
///
/// Values are comparable within a definition and never across two.
package struct IndicatorDefinition: Codable, Sendable, Hashable {
  /// Unique within the indicator.
  package var code: String
  /// What is measured and how.
  package var text: LocalisedText
  /// The first period that it holds for; as far back as there are values when `nil`.
  package var from: Period?
  /// The last period that it holds for; still in force when `nil`.
  package var until: Period?
  package var source: IndicatorSource
  package var unit: IndicatorUnit
  /// Decimals that values are shown with: of the percentage for proportions.
  package var decimals: Int
  /// Values that the municipality states itself, by period; for a source that no one fetches.
  package var values: [StatedValue]
  /// Why it ended; `nil` while it is in force.
  package var ending: DefinitionEnding?

  package init(
    code: String, text: LocalisedText, from: Period? = nil, until: Period? = nil,
    source: IndicatorSource, unit: IndicatorUnit, decimals: Int = 0, values: [StatedValue] = [],
    ending: DefinitionEnding? = nil
  ) {
    self.code = code
    self.text = text
    self.from = from
    self.until = until
    self.source = source
    self.unit = unit
    self.decimals = decimals
    self.values = values
    self.ending = ending
  }

  /// Whether a period lies within the time that the definition holds for.
  package func holds(for period: Period) -> Bool {
    if let from, period.firstDay < from.firstDay { return false }
    if let until, period.lastDay > until.lastDay { return false }
    return true
  }
}

/// Where an indicator's values come from.
package enum IndicatorSource: Codable, Sendable, Hashable {
  /// The headline of an item or index in the published waves of a survey of one's own.
  case survey(series: String, subject: String)
  /// Figures that others have published.
  case external(ExternalSeries)
  /// A count from a register: no sampling error, and it stands until it is counted anew.
  case register(ExternalSeries)

  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    case survey, external, register
  }
  package var kind: Kind {
    switch self {
    case .survey: .survey
    case .external: .external
    case .register: .register
    }
  }
  /// Who publishes the values; `nil` for one's own survey.
  package var external: ExternalSeries? {
    switch self {
    case .survey: nil
    case .external(let series), .register(let series): series
    }
  }
}

/// A series that someone else publishes.
package struct ExternalSeries: Codable, Sendable, Hashable {
  /// The code that its observations are kept under; `nil` when all values are stated.
  package var series: String?
  package var publisher: LocalisedText
  /// Where a reader finds it at the publisher.
  package var address: String?
  package init(series: String? = nil, publisher: LocalisedText, address: String? = nil) {
    self.series = series
    self.publisher = publisher
    self.address = address
  }
}

/// What an indicator's values are in.
package enum IndicatorUnit: Codable, Sendable, Hashable {
  /// A share in [0, 1], shown in percent.
  case proportion
  /// A plain number of something, or an index; the words stand after the figure.
  case named(LocalisedText)
  /// A plain number that needs no words.
  case plain
}

/// A value that the municipality states itself, with what it knows about it.
package struct StatedValue: Codable, Sendable, Hashable {
  package var period: Period
  package var value: Double
  /// In the unit of the value.
  package var standardError: Double?
  /// Respondents behind a survey's value.
  package var base: Int?
  package init(period: Period, value: Double, standardError: Double? = nil, base: Int? = nil) {
    self.period = period
    self.value = value
    self.standardError = standardError
    self.base = base
  }

  package init(year: Int, value: Double) { self.init(period: .year(year), value: value) }
  /// The year that the period ends in.
  package var year: Int { period.year }
}

/// Why a definition ended and what follows.
package struct DefinitionEnding: Codable, Sendable, Hashable {
  package enum Reason: String, Codable, Sendable, Hashable, CaseIterable {
    case methodChanged = "method-changed"
    case sourceReplaced = "source-replaced"
    case questionReworded = "question-reworded"
    case boundariesChanged = "boundaries-changed"
  }
  package var reason: Reason
  /// What happened, in a sentence.
  package var note: LocalisedText
  /// The definition that follows, by its code; `nil` when none does.
  package var successor: String?
  /// Periods that were measured both ways: what the change of method alone did.
  package var overlap: [OverlapValue]
  package init(
    reason: Reason, note: LocalisedText, successor: String? = nil, overlap: [OverlapValue] = []
  ) {
    self.reason = reason
    self.note = note
    self.successor = successor
    self.overlap = overlap
  }
}

/// One period measured in the old way and in the new.
package struct OverlapValue: Codable, Sendable, Hashable {
  package var period: Period
  package var before: Double
  package var after: Double
  package init(period: Period, before: Double, after: Double) {
    self.period = period
    self.before = before
    self.after = after
  }
}
