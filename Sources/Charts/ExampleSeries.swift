import SafetyModel

/// Invented values from outside the survey, for the charts' examples.
enum ExampleSeries {
  static func stated(_ year: Int, _ value: Double, error: Double? = nil) -> IndicatorPoint {
    IndicatorPoint(
      StatedValue(period: .year(year), value: value, standardError: error), counted: false)
  }

  static func counted(_ year: Int, _ value: Double) -> IndicatorPoint {
    IndicatorPoint(StatedValue(year: year, value: value), counted: true)
  }

  /// A value that its publisher has changed.
  static func revised(_ year: Int, _ value: Double, earlier: Double) -> IndicatorPoint? {
    IndicatorPoint(
      observation(
        "1", value, year: year,
        revision: Revision(
          number: 1, earlier: .number(earlier), earlierRetrievedAt: "2025-03-01T08:00:00Z")),
      counted: false)
  }

  /// Places with values spread about a middle, the same each time.
  static func places(
    _ count: Int, around middle: Double, spread: Double, error: Double? = nil, bases: Bool = false
  ) -> [PlaceValue] {
    var state: UInt64 = 20_251_122
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(UInt64(1) << 53)
    }
    return (1...count).compactMap { number in
      // The mean of four is about as a bell.
      let bell = (next() + next() + next() + next()) / 4 - 0.5
      let base = bases ? 200 + Int(next() * 1_400) : nil
      return PlaceValue(
        observation(
          "\(1000 + number)", middle + bell * spread * 2, error: error, base: base),
        name: "Exempel \(number)")
    }
  }

  static func value(_ code: String, _ value: Double, name: String, error: Double? = nil)
    -> PlaceValue?
  {
    PlaceValue(observation(code, value, error: error, base: nil), name: name)
  }

  private static func observation(
    _ code: String, _ value: Double, year: Int = 2025, error: Double? = nil, base: Int? = nil,
    revision: Revision? = nil
  ) -> Observation {
    Observation(
      series: "example", period: .year(year), place: .municipality(code), value: .number(value),
      standardError: error, base: base,
      provenance: Provenance(
        source: "example", retrievedAt: "2025-11-01T08:00:00Z", revision: revision))
  }
}
