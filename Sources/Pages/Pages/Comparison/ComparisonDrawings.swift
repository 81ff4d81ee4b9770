import Charts
import SafetyModel
import Texts

/// The charts of a comparison with other municipalities.
struct ComparisonDrawings {
  private let comparison: IndicatorComparison
  private let shown: PlaceComparison
  private let definition: IndicatorDefinition?
  private let texts: Texts
  private let name: String
  private let decimals: Int
  private let unit: FigureUnit

  init(
    _ comparison: IndicatorComparison, _ shown: PlaceComparison, _ indicator: Indicator,
    _ frame: Frame
  ) {
    self.comparison = comparison
    self.shown = shown
    definition = indicator.definition
    texts = frame.texts
    name = indicator.name.text(in: texts.language)
    decimals = indicator.definition?.decimals ?? 0
    unit = indicator.definition.map { [texts] in FigureUnit($0, in: texts) } ?? .proportion
  }

  func strip(level: Int) -> PlaceStrip {
    PlaceStrip(
      heading: ChartHeading(
        id: "strip",
        title: texts(
          "page.comparison.strip",
          ["name": name, "period": texts.period(shown.period)]),
        level: level),
      unit: unit, decimals: decimals, comparison: shown)
  }

  /// The municipality, its group and the country over time; `nil` with a single period.
  var development: DevelopmentLines? {
    let periods = comparison.development(beside: shown.group)
    guard periods.count > 1 else { return nil }
    func points(_ value: (ComparedPeriod) -> Double?) -> [DevelopmentLines.Point] {
      periods.compactMap { period in
        value(period).map { DevelopmentLines.Point(period: period.period, value: $0) }
      }
    }
    let own = shown.ownValue?.name(in: texts) ?? texts("page.comparison.own")
    let group = shown.group.map {
      texts("chart.groupMean", ["group": texts.groupName($0.name)])
    }
    return DevelopmentLines(
      heading: ChartHeading(
        id: "development", title: texts("page.comparison.development"),
        notes: shown.group.map { [weighting($0)] } ?? []),
      unit: unit, decimals: decimals,
      lines: [
        DevelopmentLines.Line(role: .own, label: own, points: points(\.own)),
        DevelopmentLines.Line(
          role: .group, label: group ?? "", points: points { $0.group?.value }),
        DevelopmentLines.Line(
          role: .country,
          label: shown.country?.name(in: texts) ?? texts("page.comparison.country"),
          points: points(\.country)),
      ])
  }

  /// How the group's mean is made.
  private func weighting(_ group: PlaceGroup) -> String {
    guard let weights = group.weights else { return texts("page.comparison.unweighted") }
    return texts(
      "page.comparison.weighted", ["weight": weights.name.text(in: texts.language)])
  }

  var women: DevelopmentLines? {
    guard !comparison.bySex.isEmpty else { return nil }
    func points(_ value: (SexPeriod) -> Double) -> [DevelopmentLines.Point] {
      comparison.bySex.map { DevelopmentLines.Point(period: $0.period, value: value($0)) }
    }
    return DevelopmentLines(
      heading: ChartHeading(id: "women-men", title: texts("page.comparison.womenMen")),
      unit: unit, decimals: decimals,
      lines: [
        DevelopmentLines.Line(
          role: .women, label: texts("page.group.sex.women"), points: points(\.women)),
        DevelopmentLines.Line(
          role: .men, label: texts("page.group.sex.men"), points: points(\.men)),
      ])
  }

  /// For shares with a known number of answers.
  var funnel: FunnelPlot? {
    let known = shown.values.filter { $0.base != nil }
    guard unit == .proportion, known.count > 2 else { return nil }
    return FunnelPlot(
      heading: ChartHeading(id: "funnel", title: texts("page.comparison.funnel")),
      decimals: decimals, own: shown.own, values: known)
  }
}
