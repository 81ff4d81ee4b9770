import SafetyModel
import Texts

/// The drawing of an ``IndicatorTrend`` in one width.
struct IndicatorTrendDrawing {
  let trend: IndicatorTrend
  let layout: IndicatorTrendLayout
  let texts: Texts
  private var board = LabelBoard()
  private var size: Double { layout.size }

  init(trend: IndicatorTrend, layout: IndicatorTrendLayout, texts: Texts) {
    self.trend = trend
    self.layout = layout
    self.texts = texts
  }

  mutating func draw(on canvas: inout Canvas) {
    canvas.height = layout.bottom + size + 14
    drawGrid(on: &canvas)
    for (place, gap) in layout.gaps.enumerated() { drawBreak(place, gap, on: &canvas) }
    drawPeriods(on: &canvas)
    drawFan(on: &canvas)
    drawTargets(on: &canvas)
    for place in trend.segments.indices { draw(place, on: &canvas) }
    drawWords(on: &canvas)
  }

  private mutating func drawGrid(on canvas: inout Canvas) {
    for panel in layout.panels {
      board.keepFree(x: (panel.start - 40)...(panel.start - 12), y: layout.top...layout.bottom)
      for (tick, words) in zip(panel.y.ticks, panel.ticks) {
        let height = panel.y(tick)
        canvas.line("c-axis", from: (panel.start - 6, height), to: (panel.end + 6, height))
        canvas.words(
          words, "c-tick", at: (panel.start - 12, height + size * 0.34), anchor: .end,
          size: size - 1)
      }
    }
  }

  private mutating func drawBreak(
    _ place: Int, _ gap: ClosedRange<Double>, on canvas: inout Canvas
  ) {
    canvas.rectangle("c-break", x: gap, y: layout.top...layout.bottom)
    guard trend.breaks.indices.contains(place), trend.breaks[place].year > 0 else { return }
    let words = texts("chart.break", ["year": String(trend.breaks[place].year)])
    let middle = (gap.lowerBound + gap.upperBound) / 2
    board.write(
      words, "c-break-words",
      at: [.init(x: middle, y: layout.top - 12, anchor: .middle)], size: size - 1, on: &canvas)
  }

  /// The ends of each stretch and the deadlines first; the others where there is room.
  private func drawPeriods(on canvas: inout Canvas) {
    var periods = LabelBoard()
    var wanted: [(Int, Period)] = []
    for (place, segment) in trend.segments.enumerated() {
      wanted += [segment.points.last, segment.points.first].compactMap { $0 }.map {
        (place, $0.period)
      }
    }
    let newest = trend.segments.count - 1
    wanted += trend.targets.reversed().map { (newest, $0.deadline) }
    for (place, segment) in trend.segments.enumerated() {
      wanted += segment.points.reversed().map { (place, $0.period) }
    }
    for (place, period) in wanted {
      let spot = LabelBoard.Spot(
        x: layout.stretches[place].x(period.onAxis), y: layout.bottom + size + 8, anchor: .middle)
      periods.write(
        String(period.year), "c-tick", at: [spot], size: size - 1, on: &canvas)
    }
  }

  private func spot(_ point: IndicatorPoint, _ place: Int) -> (x: Double, y: Double) {
    let stretch = layout.stretches[place]
    return (stretch.x(point.period.onAxis), stretch.y(point.value))
  }

  private mutating func draw(_ place: Int, on canvas: inout Canvas) {
    let segment = trend.segments[place]
    let stretch = layout.stretches[place]
    let isEarlier = place < trend.segments.count - 1
    let spans = segment.points.compactMap { point in
      point.interval.map { (x: stretch.x(point.period.onAxis), $0) }
    }
    if spans.count > 1 {
      let upper = spans.map { (x: $0.x, y: stretch.y($0.1.upperBound)) }
      let lower = spans.reversed().map { (x: $0.x, y: stretch.y($0.1.lowerBound)) }
      canvas.polyline(isEarlier ? "c-band-earlier" : "c-band", upper + lower, closed: true)
    } else if let only = spans.first {
      canvas.line(
        isEarlier ? "c-uncertain-line" : "c-area-line",
        from: (only.x, stretch.y(only.1.lowerBound)),
        to: (only.x, stretch.y(only.1.upperBound)))
    }
    let spots = segment.points.map { spot($0, place) }
    var path: [(x: Double, y: Double)] = []
    for next in spots {
      if segment.isCounted, let last = path.last { path.append((next.x, last.y)) }
      path.append(next)
    }
    if path.count > 1 { canvas.polyline(isEarlier ? "c-earlier" : "c-area-path", path) }
    for (number, spot) in spots.enumerated() {
      let isNewest = !isEarlier && number == spots.count - 1
      let radius = isNewest ? 6.0 : 4
      canvas.circle(isEarlier ? "c-earlier-dot" : "c-area", spot, radius: radius)
      if !isEarlier, segment.points[number] == trend.baseline {
        canvas.circle("c-baseline", spot, radius: radius + 4)
      }
      board.keepFree(around: spot, radius: radius)
    }
  }

  private func drawFan(on canvas: inout Canvas) {
    guard trend.fan.count > 1, let stretch = layout.stretches.last else { return }
    func edge(_ value: (FanPoint) -> Double) -> [(x: Double, y: Double)] {
      trend.fan.map { (x: stretch.x($0.period.onAxis), y: stretch.y(value($0))) }
    }
    canvas.polyline("c-fan", edge(\.high) + edge(\.low).reversed(), closed: true)
    canvas.polyline(
      "c-fan-middle", edge(\.upperQuarter) + edge(\.lowerQuarter).reversed(), closed: true)
    canvas.polyline("c-fan-line", edge(\.middle))
  }

  private mutating func drawTargets(on canvas: inout Canvas) {
    guard let stretch = layout.stretches.last else { return }
    for target in trend.targets {
      let end = (x: stretch.x(target.deadline.onAxis), y: stretch.y(target.value))
      if !target.isInterim {
        canvas.line("c-target", from: (stretch.x.places.first, end.y), to: (end.x - 6, end.y))
      }
      canvas.circle("c-target-ring", end, radius: target.isInterim ? 4.5 : 6)
      board.keepFree(around: end, radius: 6)
    }
  }

  /// The newest value, the target and where it leads; then the baseline and what else has room.
  private mutating func drawWords(on canvas: inout Canvas) {
    guard let segment = trend.segments.last, let stretch = layout.stretches.last,
      let newest = segment.points.last
    else { return }
    let newestPlace = trend.segments.count - 1
    value(newest, segment, newestPlace, isNeeded: true, on: &canvas)
    for target in trend.targets.reversed() {
      let end = (x: stretch.x(target.deadline.onAxis), y: stretch.y(target.value))
      let words = texts(
        target.isInterim ? "chart.interimFigure" : "chart.targetFigure",
        ["year": String(target.year), "figure": segment.aim(target, in: texts)])
      board.write(
        words, "c-soft c-halo", at: around(end, away: 12), size: size - 1,
        isNeeded: !target.isInterim, on: &canvas)
    }
    if let end = trend.fan.last {
      let words = texts(
        "chart.outlookFigure",
        ["year": String(end.period.year), "range": segment.range(end.low, end.high, in: texts)])
      let x = stretch.x(end.period.onAxis)
      board.write(
        words, "c-soft c-halo",
        at: [
          .init(x: x, y: stretch.y(end.low) + size + 2, anchor: .end),
          .init(x: x, y: stretch.y(end.high) - 8, anchor: .end),
        ], size: size - 1, on: &canvas)
    }
    for (place, segment) in trend.segments.enumerated().reversed() {
      for point in [segment.points.first, segment.points.last].compactMap(\.self)
      where point != newest {
        value(point, segment, place, isNeeded: false, on: &canvas)
      }
    }
  }

  private mutating func value(
    _ point: IndicatorPoint, _ segment: IndicatorTrend.Segment, _ place: Int, isNeeded: Bool,
    on canvas: inout Canvas
  ) {
    let stretch = layout.stretches[place]
    let center = spot(point, place)
    let ends = point.interval.map { (stretch.y($0.upperBound), stretch.y($0.lowerBound)) }
    let above = min(ends?.0 ?? center.y, center.y) - 9
    let below = max(ends?.1 ?? center.y, center.y) + size + 5
    board.write(
      segment.string(point.value, in: texts), isNeeded ? "c-value c-halo" : "c-soft c-halo",
      at: [
        .init(x: center.x, y: above, anchor: .middle),
        .init(x: center.x - 6, y: above, anchor: .start),
        .init(x: center.x, y: below, anchor: .middle),
        .init(x: center.x - 6, y: below, anchor: .start),
      ], size: isNeeded ? size : size - 1, isNeeded: isNeeded, on: &canvas)
  }

  private func around(_ center: (x: Double, y: Double), away: Double) -> [LabelBoard.Spot] {
    [
      .init(x: center.x, y: center.y - away, anchor: .end),
      .init(x: center.x, y: center.y + away + size * 0.6, anchor: .end),
      .init(x: center.x - away, y: center.y + size * 0.34, anchor: .end),
    ]
  }
}
