package import SafetyModel
package import Texts

/// Several series over time on one axis: the municipality, its group and the country, or women
/// and men.
package struct DevelopmentLines: Chart {
  /// A series that others have published, or the mean of a group of them.
  package struct Line: Sendable {
    package enum Role: String, Sendable, CaseIterable { case own, group, country, women, men }
    package var role: Role
    package var label: String
    /// Oldest first.
    package var points: [Point]
    package init(role: Role, label: String, points: [Point]) {
      self.role = role
      self.label = label
      self.points = points.filter(\.value.isFinite).sorted { $0.period < $1.period }
    }
  }
  package struct Point: Sendable {
    package var period: Period
    package var value: Double
    package init(period: Period, value: Double) {
      self.period = period
      self.value = value
    }
    /// `nil` when the publisher gives no value.
    package init?(_ observation: Observation) {
      guard let value = observation.value.number else { return nil }
      self.init(period: observation.period, value: value)
    }
  }
  package var heading: ChartHeading
  package var unit: FigureUnit
  package var decimals: Int
  package var lines: [Line]
  /// Nothing is drawn across a break.
  package var breaks: [SeriesBreak]

  package init(
    heading: ChartHeading, unit: FigureUnit, decimals: Int, lines: [Line],
    breaks: [SeriesBreak] = []
  ) {
    self.heading = heading
    self.unit = unit
    self.decimals = decimals
    self.lines = lines.filter { !$0.points.isEmpty }
    self.breaks = breaks
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let size = canvas.textSize
    let points = lines.flatMap(\.points)
    guard let lowest = points.map(\.value).min(), let highest = points.map(\.value).max() else {
      canvas.words(texts("chart.nothingShown"), "c-hidden-words", at: (0, size * 1.5))
      canvas.height = size * 2
      return
    }
    let (top, bottom) = (20.0, 210.0)
    // A hair's breadth must not look like a landslide.
    let least = unit == .proportion ? 0.1 : abs(highest) * 0.2
    let wider = max(0, (least - highest + lowest) / 2)
    let y = LinearScale(
      holding: (lowest - wider)...(highest + wider), limits: unit.limits, count: 4,
      places: (bottom, top))
    let ticks = y.ticks.map { unit.tick($0, step: y.step, in: texts) }
    let left = (ticks.map { TextMeasure.width(of: $0, size: size - 1) }.max() ?? 0) + 20
    let moments = points.map(\.period.onAxis)
    let first = moments.min() ?? 0
    let last = max(moments.max() ?? first, first)
    let margin = first == last ? 1.0 : 0
    let x = LinearScale(
      exactly: (first - margin)...(last + margin), places: (left, canvas.units - 22))
    for (tick, words) in zip(y.ticks, ticks) {
      canvas.line("c-axis", from: (left - 6, y(tick)), to: (canvas.units, y(tick)))
      canvas.words(
        words, "c-tick", at: (left - 12, y(tick) + size * 0.34), anchor: .end, size: size - 1)
    }
    drawBreaks(x, top: top, bottom: bottom, on: &canvas)
    // The municipality's own line lies on top.
    for line in lines.sorted(by: { $0.role != .own && $1.role == .own }) {
      draw(line, x, y, on: &canvas)
    }
    drawWords(x, y, bottom: bottom, on: &canvas, in: texts)
    canvas.height = bottom + size + 14
  }

  private func drawBreaks(
    _ x: LinearScale, top: Double, bottom: Double, on canvas: inout Canvas
  ) {
    let moments = lines.flatMap(\.points).map(\.period)
    for change in breaks {
      guard let before = moments.filter({ $0.year < change.year }).max(),
        let after = moments.filter({ $0.year >= change.year }).min()
      else { continue }
      let ends = (x(before.onAxis), x(after.onAxis))
      let inset = (ends.1 - ends.0) * 0.2
      canvas.rectangle("c-break", x: (ends.0 + inset)...(ends.1 - inset), y: top...bottom)
    }
  }

  private func draw(
    _ line: Line, _ x: LinearScale, _ y: LinearScale, on canvas: inout Canvas
  ) {
    var runs: [[Point]] = []
    for point in line.points {
      if let before = runs.last?.last,
        !breaks.contains(where: { $0.year > before.period.year && $0.year <= point.period.year })
      {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    for run in runs {
      let spots = run.map { (x: x($0.period.onAxis), y: y($0.value)) }
      if spots.count > 1 { canvas.polyline("c-line-\(line.role.rawValue)", spots) }
      for spot in spots {
        if line.role == .men {
          canvas.rectangle("c-men", x: (spot.x - 4)...(spot.x + 4), y: (spot.y - 4)...(spot.y + 4))
        } else {
          canvas.circle(line.dotStyle, spot, radius: line.role == .own ? 4.5 : 3.5)
        }
      }
    }
  }

  /// Each line's name with its newest value at its end; the axis tells the periods.
  private func drawWords(
    _ x: LinearScale, _ y: LinearScale, bottom: Double, on canvas: inout Canvas, in texts: Texts
  ) {
    let size = canvas.textSize
    var board = LabelBoard()
    let ended = lines.compactMap { line in line.points.last.map { (line: line, last: $0) } }
      .sorted { $0.last.value > $1.last.value }
    for end in ended {
      let figure = unit.string(end.last.value, decimals: decimals, in: texts)
      // A long name would lie across the other lines; the legend tells it.
      let words =
        end.line.label.count > 20
        ? figure : texts("chart.placeFigure", ["name": end.line.label, "figure": figure])
      let spot = (x: x(end.last.period.onAxis), y: y(end.last.value))
      // A rising line leaves room above its end, a falling one below.
      let isFalling = end.line.points.dropLast().last.map { $0.value > end.last.value } ?? false
      let steps =
        isFalling
        ? [size + 6, -9, size * 2.2 + 6] : [-9.0, size + 6, -9 - size * 1.2, size * 2.2 + 6]
      board.write(
        words, end.line.role == .own ? "c-value c-halo" : "c-soft c-halo",
        at: steps.map { .init(x: spot.x + 18, y: spot.y + $0, anchor: .end) }, size: size - 1,
        isNeeded: true, on: &canvas)
    }
    let periods = Set(lines.flatMap(\.points).map(\.period)).sorted()
    var axis = LabelBoard()
    for period in [periods.last, periods.first].compactMap(\.self) + periods.reversed() {
      axis.write(
        String(period.year), "c-tick",
        at: [.init(x: x(period.onAxis), y: bottom + size + 8, anchor: .middle)], size: size - 1,
        on: &canvas)
    }
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    lines.map { LegendEntry($0.mark, $0.label) }
  }

  package func notes(in texts: Texts) -> [String] {
    BreakWords.sentences(breaks.filter { !$0.reason.values.isEmpty }, in: texts) + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    let periods = Set(lines.flatMap(\.points).map(\.period)).sorted()
    return FigureTable(
      caption: heading.title, columns: [texts("chart.column.period")] + lines.map(\.label),
      rows: periods.map { period in
        FigureTable.Row(
          header: texts.period(period),
          cells: lines.map { line in
            line.points.first { $0.period == period }
              .map { unit.string($0.value, decimals: decimals, in: texts) } ?? "–"
          })
      })
  }
}

extension DevelopmentLines.Line {
  fileprivate var dotStyle: String {
    switch role {
    case .own: "c-area"
    case .group, .country: "c-peer-dot"
    case .women: "c-women"
    case .men: "c-men"
    }
  }

  fileprivate var mark: LegendEntry.Mark {
    switch role {
    case .own: .own
    case .group: .groupLine
    case .country: .country
    case .women: .women
    case .men: .men
    }
  }
}
