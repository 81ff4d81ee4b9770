package import DisclosureControl
package import SafetyModel
package import Texts

/// A figure over the years with its interval as a band, breaks as gaps and the target as a line.
///
/// No line crosses a break or a year whose figure is not shown; values before the last break are
/// grey. A year that is not shown is a hatched column.
package struct Trend: Chart {
  package struct Point: Sendable {
    package var year: Int
    package var content: Content
    package enum Content: Sendable {
      case figure(PublishedFigure)
      /// A value that others have published, without an interval.
      case observation(Double)
    }
    package init(year: Int, _ figure: PublishedFigure) {
      self.year = year
      content = .figure(figure)
    }
    package init(_ observation: StatedValue) {
      year = observation.year
      content = .observation(observation.value)
    }
  }
  /// How much is drawn around the line.
  package enum Style: Sendable { case full, card }

  package var heading: ChartHeading
  package var unit: FigureUnit
  package var style: Style
  package var points: [Point]
  package var breaks: [SeriesBreak]
  package var target: IndicatorTarget?

  package init(
    heading: ChartHeading, unit: FigureUnit, style: Style = .full, points: [Point],
    breaks: [SeriesBreak] = [], target: IndicatorTarget? = nil
  ) {
    self.heading = heading
    self.unit = unit
    self.style = style
    self.points = points.sorted { $0.year < $1.year }
    self.breaks = breaks
    self.target = target
  }

  /// The headline of a subject in the waves that have it, for everyone or for one domain.
  package init(
    heading: ChartHeading, style: Style = .full, waves: [Publication], subject: String,
    by dimensions: [String] = [], key: [String] = [], target: IndicatorTarget? = nil
  ) {
    let tables = waves.compactMap { wave in
      wave.table(subject, by: dimensions).map { (wave, $0) }
    }
    let scaleMax = tables.last?.0.codebook.subject(subject)?.scaleMax
    self.init(
      heading: heading, unit: FigureUnit(tables.last?.1.measure ?? .proportion, scaleMax: scaleMax),
      style: style,
      points: tables.compactMap { wave, table in
        table.row(key).map { Point(year: wave.wave, $0.headline) }
      }, target: target)
  }

  /// Values from outside the survey.
  package init(
    heading: ChartHeading, style: Style = .full, series: ObservationSeries,
    target: IndicatorTarget? = nil, in texts: Texts
  ) {
    self.init(
      heading: heading,
      unit: .observation(decimals: series.decimals, unit: series.unit?.text(in: texts.language)),
      style: style, points: series.observations.map { Point($0) }, breaks: series.breaks,
      target: target)
  }

  package var widths: [ChartWidth] {
    switch style {
    case .full: [.narrow, .wide, .broad]
    case .card: [.narrow]
    }
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    TrendDrawing(trend: self, canvas: canvas, texts: texts)?.draw(on: &canvas)
    guard canvas.height == 0 else { return }
    canvas.words(texts("chart.nothingShown"), "c-hidden-words", at: (0, canvas.textSize * 1.5))
    canvas.height = canvas.textSize * 2
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    guard style == .full else { return [] }
    let hasEarlier = points.contains { point in breaks.contains { $0.year > point.year } }
    let isAnythingHidden = points.contains { $0.extent == nil }
    let isAnythingShown = points.contains { $0.extent != nil }
    guard isAnythingShown else { return [] }
    return (hasEarlier ? [LegendEntry(.earlier, texts("chart.legend.beforeBreak"))] : [])
      + (isAnythingHidden ? [LegendEntry(.hidden, texts("chart.hidden.short"))] : [])
  }

  package func notes(in texts: Texts) -> [String] {
    let hasBand = points.contains { ($0.extent.map { $0.upperBound - $0.lowerBound } ?? 0) > 0 }
    return (hasBand && style == .full ? [texts("chart.note.band")] : [])
      + BreakWords.sentences(breaks, in: texts) + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    let rows = points.map { point in
      FigureTable.Row(
        header: String(point.year),
        cells: [point.words(unit, in: texts), point.intervalWords(unit, in: texts)])
    }
    let aim = target.map { target in
      FigureTable.Row(
        header: texts("chart.targetYear", ["year": String(target.year)]),
        cells: [targetWords(target, in: texts), "–"])
    }
    return FigureTable(
      caption: heading.title,
      columns: [
        texts("chart.column.year"), texts("chart.column.figure"), texts("chart.column.interval"),
      ], rows: rows + [aim].compactMap(\.self))
  }

  /// The target with the decimals that it needs, at most one.
  func targetWords(_ target: IndicatorTarget, in texts: Texts) -> String {
    let shown = unit == .proportion ? target.value * 100 : target.value
    let isWhole = abs(shown - shown.rounded()) < 1e-6
    return unit.string(target.value, decimals: isWhole ? 0 : 1, in: texts)
  }
}

extension Trend.Point {
  /// `nil` when nothing is shown.
  var value: Double? {
    switch content {
    case .figure(let figure): figure.value
    case .observation(let value): value.isFinite ? value : nil
    }
  }

  /// What the point covers of the vertical axis: also a figure that is told as an end only.
  var extent: ClosedRange<Double>? {
    switch content {
    case .figure(let figure): figure.extent
    case .observation(let value): value.isFinite ? value...value : nil
    }
  }

  func words(_ unit: FigureUnit, in texts: Texts) -> String {
    switch content {
    case .figure(let figure): return figure.words(unit, in: texts)
    case .observation(let value):
      guard case .observation(let decimals, _) = unit else {
        return unit.string(value, decimals: 1, in: texts)
      }
      return unit.string(value, decimals: decimals, in: texts)
    }
  }

  fileprivate func intervalWords(_ unit: FigureUnit, in texts: Texts) -> String {
    switch content {
    case .figure(let figure): figure.intervalWords(unit, in: texts)
    case .observation: "–"
    }
  }
}
