import SafetyModel

/// An indicator measured in two ways, with a value of each kind.
enum ExampleReport {
  static let municipality = Municipality(
    code: "1290", name: LocalisedText(sv: "Ekby", en: "Ekby"), isExample: true)

  private static func words(_ text: String) -> LocalisedText {
    LocalisedText(sv: "\(text) åäö", en: "\(text), \"quoted\"")
  }

  private static var provenance: Provenance {
    Provenance(
      source: "kolada", table: "N07403", retrievedAt: "2025-11-22T20:45:00Z",
      revision: Revision(
        number: 1, earlier: .number(0.5), earlierRetrievedAt: "2025-01-01T00:00:00Z"))
  }

  static var report: IndicatorReport {
    let old = IndicatorDefinition(
      code: "old", text: words("Way"),
      source: .register(ExternalSeries(publisher: words("Police"))), unit: .named(words("areas")),
      values: [StatedValue(year: 2019, value: 2), StatedValue(year: 2020, value: -1.6)],
      ending: DefinitionEnding(reason: .methodChanged, note: words("New way.")))
    let new = IndicatorDefinition(
      code: "new", text: words("Way"),
      source: .external(ExternalSeries(publisher: words("Kolada"))), unit: .proportion, decimals: 1)
    let observed = Observation(
      series: "a", period: .year(2024), place: .municipality("1290"), value: .number(0.4375),
      standardError: 0.02, provenance: provenance)
    let points = [
      IndicatorPoint(
        StatedValue(period: .quarter(2023, quarter: 2), value: 0.45), counted: false),
      IndicatorPoint(observed, counted: false),
    ].compactMap(\.self)
    let indicator = Indicator(
      code: "unsafe", name: words("Unsafe"), question: words("?"), direction: .lowerIsBetter,
      definitions: [old, new])
    return IndicatorReport(
      indicator: indicator,
      history: IndicatorHistory(segments: [
        IndicatorSegment(
          definition: old,
          points: old.values.map { IndicatorPoint($0, counted: true) }),
        IndicatorSegment(definition: new, points: points),
      ]), baseline: nil, change: nil, status: .tooFewPoints(1), targets: [],
      outlook: .refused(.noTarget), equality: Equality(dimensions: [], answer: .cannotTell),
      parts: [])
  }
}
