import SafetyModel
import Texts

/// The drawing of a ``Trend`` in one width.
struct TrendDrawing {
  let trend: Trend
  let texts: Texts
  let x: LinearScale
  let y: LinearScale
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let size: Double

  /// `nil` when no figure is shown.
  init?(trend: Trend, canvas: Canvas, texts: Texts) {
    let extents = trend.points.compactMap(\.extent)
    guard let lowest = extents.map(\.lowerBound).min(),
      let highest = extents.map(\.upperBound).max()
    else { return nil }
    self.trend = trend
    self.texts = texts
    size = canvas.textSize
    let aim = trend.target?.value
    let isCard = trend.style == .card
    top = isCard ? 16 : trend.breaks.isEmpty ? 26 : 34
    bottom = isCard ? 108 : canvas.width == .broad ? 300 : 230
    let values = min(lowest, aim ?? lowest)...max(highest, aim ?? highest)
    y =
      isCard
      ? LinearScale(exactly: values, places: (bottom - 10, top))
      : LinearScale(
        holding: values, limits: trend.unit.limits, count: 4, places: (bottom, top))
    let tickWidth =
      y.ticks.map { [unit = trend.unit, step = y.step, size] in
        TextMeasure.width(of: unit.tick($0, step: step, in: texts), size: size - 1)
      }.max() ?? 0
    left = isCard ? 8 : tickWidth + 20
    right =
      canvas.units
      - (isCard
        ? TrendDrawing.widthOfCardWords(trend, size: size, in: texts) + 12
        : trend.target == nil ? 30 : 40)
    let years = (trend.points.map(\.year) + (isCard ? [] : [trend.target?.year].compactMap(\.self)))
      .map(Double.init)
    let first = years.min() ?? 0
    let last = max(years.max() ?? 1, first)
    // A single year stands in the middle.
    let margin = first == last ? 1.0 : 0
    x = LinearScale(exactly: (first - margin)...(last + margin), places: (left, right))
  }

  func draw(on canvas: inout Canvas) {
    canvas.height = bottom + size + 14
    if trend.style == .full { drawGrid(on: &canvas) }
    for change in trend.breaks { draw(change, on: &canvas) }
    for point in trend.points where point.value == nil { drawHidden(point, on: &canvas) }
    drawYears(on: &canvas)
    if let target = trend.target { draw(target, on: &canvas) }
    for run in runs { draw(run, on: &canvas) }
    drawLastWords(on: &canvas)
  }

  /// Points that may be joined by a line: no break and no hidden year between them.
  var runs: [[Trend.Point]] {
    var runs: [[Trend.Point]] = []
    var previous: Trend.Point?
    for point in trend.points {
      defer { previous = point }
      guard point.value != nil else { continue }
      let isJoined =
        previous.map { before in
          before.value != nil
            && !trend.breaks.contains { $0.year > before.year && $0.year <= point.year }
        } ?? false
      if isJoined, !runs.isEmpty {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    return runs
  }

  private func isEarlier(_ point: Trend.Point) -> Bool {
    trend.breaks.contains { $0.year > point.year }
  }

  func place(_ point: Trend.Point) -> (x: Double, y: Double) {
    (x(Double(point.year)), y(point.value ?? 0))
  }

  private func draw(_ run: [Trend.Point], on canvas: inout Canvas) {
    guard let first = run.first else { return }
    let style = isEarlier(first) ? "c-earlier" : "c-area-path"
    let dot = isEarlier(first) ? "c-earlier-dot" : "c-area"
    let extents = run.compactMap { point in point.extent.map { (x(Double(point.year)), $0) } }
    if extents.count > 1 {
      let upper = extents.map { (x: $0.0, y: y($0.1.upperBound)) }
      let lower = extents.reversed().map { (x: $0.0, y: y($0.1.lowerBound)) }
      canvas.polyline(
        isEarlier(first) ? "c-band-earlier" : "c-band", upper + lower, closed: true)
    } else if let only = extents.first, only.1.lowerBound < only.1.upperBound {
      canvas.line(
        "\(dot == "c-area" ? "c-area" : "c-uncertain")-line", from: (only.0, y(only.1.lowerBound)),
        to: (only.0, y(only.1.upperBound)))
    }
    if run.count > 1 { canvas.polyline(style, run.map(place)) }
    for point in run {
      let isLast = point.year == trend.points.last?.year
      canvas.circle(dot, place(point), radius: isLast ? 6 : 4)
    }
  }

  private func drawGrid(on canvas: inout Canvas) {
    for tick in y.ticks {
      canvas.line("c-axis", from: (left - 6, y(tick)), to: (right + 6, y(tick)))
      canvas.words(
        trend.unit.tick(tick, step: y.step, in: texts), "c-tick",
        at: (left - 12, y(tick) + size * 0.34), anchor: .end, size: size - 1)
    }
  }

  /// First, last and target years first; the others where there is room.
  private func drawYears(on canvas: inout Canvas) {
    let years = trend.points.map(\.year)
    guard let first = years.first, let last = years.last else { return }
    let others =
      trend.style == .full ? [trend.target?.year].compactMap(\.self) + years.reversed() : []
    YearAxis.draw([last, first] + others, x, baseline: bottom + size + 8, on: &canvas)
  }

  private func draw(_ change: SeriesBreak, on canvas: inout Canvas) {
    guard let before = trend.points.last(where: { $0.year < change.year }),
      let after = trend.points.first(where: { $0.year >= change.year })
    else { return }
    let ends = (x(Double(before.year)), x(Double(after.year)))
    let inset = (ends.1 - ends.0) * 0.2
    canvas.rectangle(
      "c-break", x: (ends.0 + inset)...(ends.1 - inset), y: top...bottom)
    guard trend.style == .full else { return }
    let words = texts("chart.break", ["year": String(change.year)])
    let half = TextMeasure.width(of: words, size: size - 1) / 2
    let middle = min(max((ends.0 + ends.1) / 2, left + half), canvas.units - half)
    canvas.words(words, "c-break-words", at: (middle, top - 8), anchor: .middle, size: size - 1)
  }

  /// A hatched column, or a hollow bar over the part that the figure is told to lie in.
  private func drawHidden(_ point: Trend.Point, on canvas: inout Canvas) {
    let middle = x(Double(point.year))
    if let extent = point.extent {
      let ends = (y(extent.upperBound), y(extent.lowerBound))
      canvas.rectangle(
        "c-range", x: (middle - 6)...(middle + 6), y: ends.0...max(ends.1, ends.0 + 2))
      let words = point.words(trend.unit, in: texts)
      let isLow = extent.lowerBound == 0
      canvas.words(
        words, "c-hidden-words c-halo",
        at: (min(max(middle, left + 24), right - 24), isLow ? ends.0 - 7 : ends.1 + size + 3),
        anchor: .middle, size: size - 1)
      return
    }
    canvas.hatchedRectangle(x: (middle - 7)...(middle + 7), y: top...bottom)
  }

  private func draw(_ target: IndicatorTarget, on canvas: inout Canvas) {
    let height = y(target.value)
    let figure = trend.targetWords(target, in: texts)
    guard trend.style == .full else {
      canvas.line("c-target", from: (left, height), to: (right, height))
      canvas.words(
        texts("chart.targetShort", ["figure": figure]), "c-soft",
        at: (right + 10, height + size * 0.34), size: size - 1)
      return
    }
    let start = trend.points.first { !isEarlier($0) }.map { x(Double($0.year)) } ?? left
    let end = x(Double(target.year))
    canvas.line("c-target", from: (min(start, end), height), to: (max(end, start) - 6, height))
    canvas.circle("c-target-ring", (end, height), radius: 6)
    let words = texts("chart.targetFigure", ["year": String(target.year), "figure": figure])
    let isHigh = height < top + size + 6
    canvas.words(
      words, "c-soft c-halo",
      at: (min(max(end, start) + 30, canvas.units), height + (isHigh ? size + 6 : -11)),
      anchor: .end, size: size - 1)
  }
}
