package import SafetyModel

/// Observations of invented series.
package enum InventedObservations {
  package static func make(
    series: String = "offences", value: Double? = 812, year: Int = 2024,
    place: Place = .municipality("1290"), breakdown: [String: String] = [:],
    standardError: Double? = nil, retrievedAt: String = "2025-11-22T20:45:00Z",
    source: String = "invented"
  ) -> Observation {
    Observation(
      series: series, period: .year(year), place: place, breakdown: breakdown,
      value: value.map { .number($0) } ?? .missing(.hidden), standardError: standardError,
      provenance: Provenance(
        source: source, table: "T1", originalCode: "1290/\(year)", retrievedAt: retrievedAt))
  }
}
