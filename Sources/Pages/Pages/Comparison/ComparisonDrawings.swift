import Charts
import SafetyModel
import Texts

/// The charts of a comparison with other municipalities.
struct ComparisonDrawings {
  private let comparison: IndicatorComparison
  private let definition: IndicatorDefinition?
  private let texts: Texts
  private let name: String
  private let decimals: Int
  private let unit: FigureUnit

  init(_ comparison: IndicatorComparison, _ indicator: Indicator, _ frame: Frame) {
    self.comparison = comparison
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
          ["name": name, "period": texts.period(comparison.newest.period)]),
        level: level),
      unit: unit, decimals: decimals, comparison: comparison.newest)
  }

  /// The municipality, its group and the country over time; `nil` with a single period.
  var development: DevelopmentLines? {
    guard comparison.development.count > 1 else { return nil }
    let periods = comparison.development
    func points(_ value: (ComparedPeriod) -> Double?) -> [DevelopmentLines.Point] {
      periods.compactMap { period in
        value(period).map { DevelopmentLines.Point(period: period.period, value: $0) }
      }
    }
    let own = comparison.newest.ownValue?.name(in: texts) ?? texts("page.comparison.own")
    let group = comparison.newest.group.map {
      texts("chart.groupMean", ["group": texts.groupName($0.name)])
    }
    return DevelopmentLines(
      heading: ChartHeading(
        id: "development", title: texts("page.comparison.development"),
        notes: group == nil ? [] : [texts("page.comparison.unweighted")]),
      unit: unit, decimals: decimals,
      lines: [
        DevelopmentLines.Line(role: .own, label: own, points: points(\.own)),
        DevelopmentLines.Line(
          role: .group, label: group ?? "", points: points { $0.group?.value }),
        DevelopmentLines.Line(
          role: .country,
          label: comparison.newest.country?.name(in: texts) ?? texts("page.comparison.country"),
          points: points(\.country)),
      ])
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
    let known = comparison.newest.values.filter { $0.base != nil }
    guard unit == .proportion, known.count > 2 else { return nil }
    return FunnelPlot(
      heading: ChartHeading(id: "funnel", title: texts("page.comparison.funnel")),
      decimals: decimals, own: comparison.newest.own, values: known)
  }
}
