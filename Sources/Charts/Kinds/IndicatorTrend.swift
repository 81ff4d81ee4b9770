package import SafetyModel
package import Texts

/// An indicator over time: values with their intervals, breaks with their reasons, where it starts,
/// its targets, and where the development so far leads.
///
/// Each way of measuring has a stretch of its own, and nothing is drawn across a break. Values in
/// another unit have an axis of their own.
package struct IndicatorTrend: Chart {
  /// Values that were measured in one way.
  package struct Segment: Sendable {
    /// How it was measured.
    package var words: String
    package var unit: FigureUnit
    package var decimals: Int
    /// A count stays as it is until it is counted anew, so it is drawn as steps.
    package var isCounted: Bool
    /// Oldest first, at least one.
    package var points: [IndicatorPoint]
    package init(
      words: String, unit: FigureUnit, decimals: Int, isCounted: Bool, points: [IndicatorPoint]
    ) {
      self.words = words
      self.unit = unit
      self.decimals = decimals
      self.isCounted = isCounted
      self.points = points
    }
  }
  package var heading: ChartHeading
  package var segments: [Segment]
  /// Why a new way began, one between each two segments.
  package var breaks: [SeriesBreak]
  /// Where the newest segment is measured from.
  package var baseline: IndicatorPoint?
  /// Of the newest segment, by deadline.
  package var targets: [IndicatorTarget]
  /// From the newest value to the deadline; empty when nothing can be said.
  package var fan: [FanPoint]

  package init(
    heading: ChartHeading, segments: [Segment], breaks: [SeriesBreak],
    baseline: IndicatorPoint? = nil, targets: [IndicatorTarget] = [], fan: [FanPoint] = []
  ) {
    self.heading = heading
    self.segments = segments.filter { !$0.points.isEmpty }
    self.breaks = breaks
    self.baseline = baseline
    self.targets = targets.sorted { $0.deadline < $1.deadline }
    self.fan = fan
  }

  /// Everything that is told about an indicator.
  package init(heading: ChartHeading, report: IndicatorReport, in texts: Texts) {
    let filled = report.history.segments.filter { !$0.points.isEmpty }
    let isCurrentFilled = report.history.current?.points.isEmpty == false
    var fan: [FanPoint] = []
    if case .outlook(let outlook) = report.outlook { fan = outlook.fan }
    self.init(
      heading: heading,
      segments: filled.map { segment in
        Segment(
          words: segment.definition.text.text(in: texts.language),
          unit: FigureUnit(segment.definition, in: texts), decimals: segment.definition.decimals,
          isCounted: segment.definition.source.kind == .register, points: segment.points)
      },
      breaks: report.history.breaks.map { change in
        SeriesBreak(
          year: change.firstAfter?.year ?? 0, reason: change.note ?? LocalisedText([:]))
      },
      baseline: report.baseline?.point,
      targets: isCurrentFilled
        ? report.targets.filter(\.isComparable).map(\.target) : [],
      fan: fan)
  }

  package var widths: [ChartWidth] { [.narrow, .wide, .broad] }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    guard let layout = IndicatorTrendLayout(self, canvas: canvas, texts: texts) else {
      canvas.words(texts("chart.nothingShown"), "c-hidden-words", at: (0, canvas.textSize * 1.5))
      canvas.height = canvas.textSize * 2
      return
    }
    var drawing = IndicatorTrendDrawing(trend: self, layout: layout, texts: texts)
    drawing.draw(on: &canvas)
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    (segments.count > 1 ? [LegendEntry(.earlier, texts("chart.legend.beforeBreak"))] : [])
      + (fan.isEmpty ? [] : [LegendEntry(.outlook, texts("chart.legend.outlook"))])
  }

  package func notes(in texts: Texts) -> [String] {
    let points = segments.flatMap(\.points)
    let hasBand = points.contains { $0.interval != nil }
    let isUntold = segments.last?.points.contains { $0.uncertainty == .untold } ?? false
    return (hasBand ? [texts("chart.note.band")] : [])
      + (isUntold ? [texts("chart.note.untold")] : [])
      + (fan.isEmpty ? [] : [texts("chart.note.fan")])
      + BreakWords.sentences(breaks.filter { !$0.reason.values.isEmpty }, in: texts)
      + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    let values = segments.flatMap { segment in
      segment.points.map { point in
        FigureTable.Row(
          header: header(of: point, segment, in: texts),
          cells: [
            words(of: point, segment, in: texts), segment.intervalWords(point, in: texts),
            segment.words,
          ])
      }
    }
    return FigureTable(
      caption: heading.title,
      columns: [
        texts("chart.column.period"), texts("chart.column.figure"), texts("chart.column.interval"),
        texts("chart.column.measured"),
      ], rows: values + aims(in: texts))
  }

  private func header(of point: IndicatorPoint, _ segment: Segment, in texts: Texts) -> String {
    let period = texts.period(point.period)
    guard point == baseline, segment.points.last == segments.last?.points.last else {
      return period
    }
    return texts("chart.baselinePeriod", ["period": period])
  }

  /// The figure, and what it was before the publisher changed it.
  private func words(of point: IndicatorPoint, _ segment: Segment, in texts: Texts) -> String {
    let figure = segment.string(point.value, in: texts)
    guard let revision = point.revision else { return figure }
    let earlier = revision.earlier.number.map { segment.string($0, in: texts) } ?? "–"
    return texts("chart.revised", ["figure": figure, "earlier": earlier])
  }

  private func aims(in texts: Texts) -> [FigureTable.Row] {
    guard let segment = segments.last else { return [] }
    let aims = targets.map { target in
      FigureTable.Row(
        header: texts(
          target.isInterim ? "chart.interimYear" : "chart.targetYear",
          ["year": texts.period(target.deadline)]),
        cells: [segment.aim(target, in: texts), "–", segment.words])
    }
    guard let end = fan.last else { return aims }
    return aims + [
      FigureTable.Row(
        header: texts("chart.outlookYear", ["year": texts.period(end.period)]),
        cells: [
          segment.string(end.middle, in: texts), segment.range(end.low, end.high, in: texts),
          texts("chart.outlookMeasured"),
        ])
    ]
  }
}

extension IndicatorTrend.Segment {
  func string(_ value: Double, in texts: Texts) -> String {
    unit.string(value, decimals: decimals, in: texts)
  }

  /// The target with the decimals that it needs, at most one more than the figures have.
  func aim(_ target: IndicatorTarget, in texts: Texts) -> String {
    let shown = unit == .proportion ? target.value * 100 : target.value
    let isWhole = abs(shown - shown.rounded()) < 1e-6
    return unit.string(target.value, decimals: isWhole ? 0 : max(decimals, 1), in: texts)
  }

  func intervalWords(_ point: IndicatorPoint, in texts: Texts) -> String {
    point.interval.map { range($0.lowerBound, $0.upperBound, in: texts) } ?? "–"
  }

  func range(_ lower: Double, _ upper: Double, in texts: Texts) -> String {
    let scale: Double = unit == .proportion ? 100 : 1
    return texts(
      lower < 0 ? "common.rangeInWords" : "chart.interval",
      [
        "lower": texts.number(lower * scale, decimals: decimals), "upper": string(upper, in: texts),
        "from": texts.number(lower * scale, decimals: decimals), "to": string(upper, in: texts),
      ])
  }
}
