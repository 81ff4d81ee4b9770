import SafetyModel
import Texts

extension Trend {
  package static let examples: [ChartExample] = [
    ChartExample("waves", waves(.full, id: "trend-waves")),
    ChartExample("card", waves(.card, id: "trend-card")),
    ChartExample("break-and-target", broken),
    ChartExample("hidden-years", hidden),
    ChartExample("one-wave", oneWave),
    ChartExample("nothing-shown", nothing),
    ChartExample("index", index),
  ]

  private static func points(_ figures: [(Int, Double, Int)]) -> [Point] {
    figures.compactMap { year, value, base in
      ExampleFigures.figure(value, base: base).map { Point(year: year, $0) }
    }
  }

  private static func waves(_ style: Style, id: String) -> Trend {
    Trend(
      heading: ChartHeading(
        id: id, title: "Otrygghet där man bor", finding: "Färre är otrygga än 2021."),
      unit: .proportion, style: style,
      points: points([
        (2021, 0.312, 3600), (2022, 0.302, 3700), (2023, 0.278, 4100), (2024, 0.265, 4300),
        (2025, 0.254, 4812),
      ]), target: IndicatorTarget(value: 0.2, year: 2028))
  }

  private static let broken = Trend(
    heading: ChartHeading(id: "trend-break", title: "Trygga utomhus i mörker"),
    unit: .proportion,
    points: points([
      (2015, 0.61, 700), (2016, 0.6, 700), (2017, 0.58, 700), (2018, 0.57, 700), (2019, 0.57, 700),
      (2020, 0.56, 700), (2022, 0.48, 900), (2023, 0.5, 900), (2024, 0.515, 900), (2025, 0.53, 900),
    ]),
    breaks: [
      SeriesBreak(
        year: 2021,
        reason: LocalisedText(
          sv: "SCB ersatte indexet med en andel.", en: "SCB replaced the index by a share."))
    ], target: IndicatorTarget(value: 0.6, year: 2028))

  private static let hidden = Trend(
    heading: ChartHeading(id: "trend-hidden", title: "År som inte visas"), unit: .proportion,
    points: points([
      (2019, 0.2, 300), (2020, 0.21, 320), (2021, 0.3, 11), (2022, 0.24, 300), (2023, 0.001, 900),
      (2024, 0.999, 900), (2025, 0.22, 310),
    ]))

  private static let oneWave = Trend(
    heading: ChartHeading(id: "trend-one", title: "En enda omgång"), unit: .proportion,
    points: points([(2025, 0.5, 900)]))

  private static let nothing = Trend(
    heading: ChartHeading(id: "trend-nothing", title: "Inget att visa"), unit: .proportion,
    points: points([(2024, 0.5, 3), (2025, 0.5, 9)]))

  private static let index = Trend(
    heading: ChartHeading(id: "trend-index", title: "مؤشر الأمان"), unit: .mean(scaleMax: 10),
    points: [(2023, 6.1), (2024, 6.25), (2025, 9.95)].compactMap { year, value in
      ExampleFigures.mean(value, base: 1200).map { Point(year: year, $0) }
    }, target: IndicatorTarget(value: 7.5, year: 2025))
}
