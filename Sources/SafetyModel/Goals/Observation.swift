/// One value from outside the survey: of a series, for a period, a place and a group.
///
/// Observations have been published by others, who protected them; they are shown as they are,
/// with where they come from. A survey's own figures never become observations.
package struct Observation: Codable, Sendable, Hashable {
  /// The series that the value belongs to: what an entry of a source fills and what a definition
  /// of an indicator reads.
  package var series: String
  package var period: Period
  package var place: Place
  /// The group by dimension, as `["sex": "women"]`; empty for everyone.
  package var breakdown: [String: String]
  /// In the unit of the series; a share is in [0, 1].
  package var value: ObservedValue
  /// In the unit of the value; `nil` for a count, and when nobody has told.
  package var standardError: Double?
  /// How many respondents stand behind a survey's value; `nil` when nobody has told.
  package var base: Int?
  package var provenance: Provenance

  package init(
    series: String, period: Period, place: Place, breakdown: [String: String] = [:],
    value: ObservedValue, standardError: Double? = nil, base: Int? = nil, provenance: Provenance
  ) {
    self.series = series
    self.period = period
    self.place = place
    self.breakdown = breakdown
    self.value = value
    self.standardError = standardError
    self.base = base
    self.provenance = provenance
  }

  package var key: ObservationKey {
    ObservationKey(series: series, period: period, place: place, breakdown: breakdown)
  }
}

/// What a value is about; a series has one current value for each key.
package struct ObservationKey: Codable, Sendable, Hashable {
  package var series: String
  package var period: Period
  package var place: Place
  package var breakdown: [String: String]
  package init(
    series: String, period: Period, place: Place, breakdown: [String: String] = [:]
  ) {
    self.series = series
    self.period = period
    self.place = place
    self.breakdown = breakdown
  }
}

/// A number, or why there is none.
package enum ObservedValue: Codable, Sendable, Hashable {
  /// Always finite.
  case number(Double)
  case missing(MissingReason)

  /// The number, or `nil` when it is missing.
  package var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// Why a publisher gives no value.
package enum MissingReason: String, Codable, Sendable, Hashable, CaseIterable {
  /// Not collected, not available, or too uncertain to be told (`..`).
  case notAvailable
  /// Cannot occur (`.`).
  case notApplicable
  /// Hidden by the publisher to protect someone.
  case hidden
  /// Was there, and the publisher has taken it back.
  case withdrawn
  /// The publisher gives no value and no reason.
  case unexplained
}
