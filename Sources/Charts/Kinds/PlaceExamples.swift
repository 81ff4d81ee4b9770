import SafetyModel

extension PlaceStrip {
  package static let examples: [ChartExample] = [
    ChartExample("country", example("country", places(290, error: 0.022), isGrouped: true)),
    ChartExample("untold", example("untold", places(290, error: nil), isGrouped: false)),
    ChartExample("few", example("few", places(7, error: 0.03), isGrouped: true)),
    ChartExample("nothing", example("nothing", [], isGrouped: false)),
  ]

  private static func places(_ count: Int, error: Double?) -> [PlaceValue] {
    ExampleSeries.places(count, around: 0.62, spread: 0.3, error: error, bases: error != nil)
  }

  private static func example(
    _ id: String, _ values: [PlaceValue], isGrouped: Bool
  ) -> PlaceStrip {
    PlaceStrip(
      heading: ChartHeading(id: "strip-\(id)", title: "Bland landets kommuner"),
      unit: .proportion, decimals: 0,
      comparison: PlaceComparison(
        period: .year(2025), direction: .higherIsBetter, own: .municipality("1003"),
        values: values, missing: isGrouped ? 2 : 0,
        group: isGrouped
          ? PlaceGroup(
            name: LocalisedText(sv: "Liknande kommuner", en: "Similar municipalities"),
            places: ["1001", "1002", "1003", "1005", "1007"].map { .municipality($0) }) : nil,
        country: values.isEmpty
          ? nil : ExampleSeries.value("SE", 0.62, name: "Riket", error: 0.002)))
  }
}

extension FunnelPlot {
  package static let examples: [ChartExample] = [
    ChartExample("country", example("country", 290)),
    ChartExample("few", example("few", 3)),
    ChartExample("nothing", example("nothing", nil)),
  ]

  private static func example(_ id: String, _ count: Int?) -> FunnelPlot {
    FunnelPlot(
      heading: ChartHeading(id: "funnel-\(id)", title: "Andel trygga och antal svar"),
      decimals: 0, own: .municipality("1003"),
      values: count.map {
        ExampleSeries.places($0, around: 0.62, spread: 0.1, error: 0.02, bases: true)
      } ?? [])
  }
}

extension DevelopmentLines {
  package static let examples: [ChartExample] = [
    ChartExample(
      "group",
      DevelopmentLines(
        heading: ChartHeading(id: "lines-group", title: "Utvecklingen jämfört med gruppen"),
        unit: .proportion, decimals: 0,
        lines: [
          line(.own, "Exempelstad", [0.48, 0.5, 0.52, 0.53]),
          line(.group, "Liknande kommuner, medel", [0.55, 0.55, 0.56, 0.57]),
          line(.country, "Riket", [0.6, 0.61, 0.61, 0.62]),
        ])),
    ChartExample(
      "women-men-with-break",
      DevelopmentLines(
        heading: ChartHeading(id: "lines-sex", title: "Kvinnor och män"), unit: .proportion,
        decimals: 1,
        lines: [
          line(.women, "Kvinnor", [0.44, 0.45, 0.47, 0.47]),
          line(.men, "Män", [0.54, 0.55, 0.57, 0.58]),
        ],
        breaks: [
          SeriesBreak(year: 2024, reason: LocalisedText(sv: "Ny fråga.", en: "A new question."))
        ])),
    ChartExample(
      "nothing",
      DevelopmentLines(
        heading: ChartHeading(id: "lines-nothing", title: "Inget att visa"), unit: .proportion,
        decimals: 0, lines: [line(.own, "Exempelstad", [])])),
  ]

  private static func line(_ role: Line.Role, _ label: String, _ values: [Double]) -> Line {
    Line(
      role: role, label: label,
      points: values.enumerated().map { Point(period: .year(2022 + $0.offset), value: $0.element) })
  }
}
