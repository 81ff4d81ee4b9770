import SafetyModel

extension IndicatorTrend {
  package static let examples: [ChartExample] = [
    ChartExample("break-target-and-outlook", broken),
    ChartExample("other-unit", otherUnit),
    ChartExample("count-with-target", count),
    ChartExample("interim-targets", interim),
    ChartExample("one-value", one),
    ChartExample(
      "nothing",
      IndicatorTrend(heading: heading("nothing", "Ännu inget värde"), segments: [], breaks: [])),
  ]

  private static func heading(_ id: String, _ title: String) -> ChartHeading {
    ChartHeading(id: "indicator-\(id)", title: title)
  }

  private static func shares(
    _ words: String, _ values: [(Int, Double, Double?)]
  ) -> Segment {
    Segment(
      words: words, unit: .proportion, decimals: 0, isCounted: false,
      points: values.map { ExampleSeries.stated($0.0, $0.1, error: $0.2) })
  }

  private static let replaced = SeriesBreak(
    year: 2022,
    reason: LocalisedText(
      sv: "SCB ersatte indexet med en andel.", en: "SCB replaced the index by a share."))

  private static let new = shares(
    "Andel trygga",
    [(2022, 0.48, 0.009), (2023, 0.5, 0.009), (2024, 0.515, 0.009), (2025, 0.53, 0.009)])

  private static let broken = IndicatorTrend(
    heading: heading("broken", "Andel som känner sig trygga när det är mörkt"),
    segments: [
      shares(
        "Andel trygga, tidigare fråga",
        [
          (2015, 0.61, 0.011), (2016, 0.6, 0.011), (2017, 0.58, 0.011), (2018, 0.57, 0.011),
          (2019, 0.57, 0.011), (2020, 0.56, 0.011),
        ]), new,
    ], breaks: [replaced], baseline: new.points.first,
    targets: [IndicatorTarget(value: 0.6, year: 2028)],
    fan: [
      (2025, 0.515, 0.524, 0.53, 0.536, 0.545), (2026, 0.518, 0.534, 0.545, 0.556, 0.572),
      (2027, 0.519, 0.543, 0.56, 0.577, 0.601), (2028, 0.517, 0.551, 0.575, 0.599, 0.633),
    ].map {
      FanPoint(
        period: .year($0.0), low: $0.1, lowerQuarter: $0.2, middle: $0.3, upperQuarter: $0.4,
        high: $0.5)
    })

  private static let otherUnit = IndicatorTrend(
    heading: heading("unit", "Trygghet i medborgarundersökningen"),
    segments: [
      Segment(
        words: "Index 0–100", unit: .observation(decimals: 0, unit: "indexpoäng"), decimals: 0,
        isCounted: false,
        points: [(2014, 47.0), (2016, 48), (2018, 51), (2020, 49)].map {
          ExampleSeries.stated($0.0, $0.1)
        }),
      Segment(
        words: "Andel trygga", unit: .proportion, decimals: 0, isCounted: false,
        points: [(2021, 0.53), (2022, 0.52), (2023, 0.54)].map {
          ExampleSeries.stated($0.0, $0.1)
        } + [ExampleSeries.revised(2024, 0.55, earlier: 0.54)].compactMap(\.self)),
    ], breaks: [replaced], targets: [IndicatorTarget(value: 0.6, year: 2028)])

  private static let count = IndicatorTrend(
    heading: heading("count", "Utsatta områden"),
    segments: [
      Segment(
        words: "Antal på listan", unit: .observation(decimals: 0, unit: nil), decimals: 0,
        isCounted: true,
        points: [(2015, 2.0), (2017, 2), (2019, 2), (2021, 2), (2023, 1), (2025, 1)].map {
          ExampleSeries.counted($0.0, $0.1)
        })
    ], breaks: [], baseline: ExampleSeries.counted(2015, 2),
    targets: [IndicatorTarget(value: 0, year: 2024)])

  private static let interim = IndicatorTrend(
    heading: heading("interim", "Otrygghet där man bor"),
    segments: [
      Segment(
        words: "Andel otrygga", unit: .proportion, decimals: 1, isCounted: false,
        points: [
          (2021, 0.312, 0.007), (2022, 0.302, 0.007), (2023, 0.278, 0.007), (2024, 0.265, 0.007),
          (2025, 0.254, 0.007),
        ].map { ExampleSeries.stated($0.0, $0.1, error: $0.2) })
    ], breaks: [], baseline: ExampleSeries.stated(2021, 0.312, error: 0.007),
    targets: [
      IndicatorTarget(value: 0.25, deadline: .year(2026), isInterim: true),
      IndicatorTarget(value: 0.2, year: 2028),
    ])

  private static let one = IndicatorTrend(
    heading: heading("one", "En enda mätning"),
    segments: [shares("Andel", [(2025, 0.5, 0.02)])], breaks: [])
}
