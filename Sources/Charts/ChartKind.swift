/// A kind of chart and what it looks like.
package struct ChartKind: Sendable {
  package let name: String
  package let examples: [ChartExample]

  /// Every kind of chart, each with a table beside it.
  ///
  /// To add a chart: one file in `Kinds/`, and one line here. Tests loop over this list.
  package static let all: [ChartKind] = [
    ChartKind(name: "trend", examples: Trend.examples),
    ChartKind(name: "domain-dots", examples: DomainDots.examples),
    ChartKind(name: "group-dots", examples: GroupDots.examples),
    ChartKind(name: "women-men-pairs", examples: WomenMenPairs.examples),
    ChartKind(name: "stacked-shares", examples: StackedShares.examples),
    ChartKind(name: "area-map", examples: AreaMap.examples),
    ChartKind(name: "count-steps", examples: CountSteps.examples),
    ChartKind(name: "level-map", examples: LevelMap.examples),
    ChartKind(name: "indicator-trend", examples: IndicatorTrend.examples),
    ChartKind(name: "gap-trend", examples: GapTrend.examples),
    ChartKind(name: "place-strip", examples: PlaceStrip.examples),
    ChartKind(name: "development-lines", examples: DevelopmentLines.examples),
    ChartKind(name: "funnel-plot", examples: FunnelPlot.examples),
  ]
}

/// A chart to look at and to test with; its figures are invented.
package struct ChartExample: Sendable {
  package let name: String
  package let chart: any Chart
  package init(_ name: String, _ chart: any Chart) {
    self.name = name
    self.chart = chart
  }
}

/// A kind of small mark that stands in a cell of a table, beside its figures in words.
package struct InlineMarkKind: Sendable {
  package let name: String
  package let examples: [any InlineMark]

  /// Every kind of mark; one line each, as in ``ChartKind/all``.
  package static let all: [InlineMarkKind] = [
    InlineMarkKind(name: "sparkline", examples: Sparkline.examples),
    InlineMarkKind(name: "reference-dot", examples: ReferenceDot.examples),
    InlineMarkKind(name: "difference-mark", examples: DifferenceMark.examples),
  ]
}
