package import SafetyModel
package import Texts

/// A count over the years as steps, with the target as an open ring.
///
/// A count has no sampling error, so there is no band; it stays as it is until it is counted anew.
package struct CountSteps: Chart {
  package var heading: ChartHeading
  package var series: ObservationSeries
  package var target: IndicatorTarget?

  package init(heading: ChartHeading, series: ObservationSeries, target: IndicatorTarget?) {
    self.heading = heading
    self.series = series
    self.target = target
  }

  package var widths: [ChartWidth] { [.narrow] }

  private var observations: [StatedValue] {
    series.observations.filter(\.value.isFinite).sorted { $0.year < $1.year }
  }
  private var unit: FigureUnit { .observation(decimals: series.decimals, unit: nil) }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let observations = observations
    let bottom = 112.0
    canvas.height = canvas.textSize * 2
    guard let first = observations.first, let last = observations.last else {
      canvas.words(texts("chart.nothingShown"), "c-hidden-words", at: (0, canvas.textSize * 1.5))
      return
    }
    canvas.height = bottom + canvas.textSize + 16
    let years = (observations.map(\.year) + [target?.year].compactMap(\.self)).map(Double.init)
    let values = observations.map(\.value) + [target?.value].compactMap(\.self)
    let y = LinearScale(
      holding: min(0, values.min() ?? 0)...max(values.max() ?? 1, 1), limits: unit.limits,
      count: 3, places: (bottom, 22))
    let right = drawGrid(y, on: &canvas, in: texts)
    let x = LinearScale(
      exactly: (years.min() ?? 0)...max(years.max() ?? 1, (years.min() ?? 0) + 1),
      places: (8, right - 10))
    YearAxis.draw(
      [last.year, first.year] + [target?.year].compactMap(\.self), x,
      baseline: bottom + canvas.textSize + 10, on: &canvas)
    if let target { draw(target, x, y, on: &canvas, in: texts) }
    drawSteps(observations, x, y, on: &canvas)
  }

  /// Draws the lines with their values, and tells where the lines end.
  private func drawGrid(_ y: LinearScale, on canvas: inout Canvas, in texts: Texts) -> Double {
    let ticks = y.ticks.filter { series.decimals > 0 || $0 == $0.rounded() }
    let words = ticks.map { unit.tick($0, step: y.step, in: texts) }
    let width = words.map { TextMeasure.width(of: $0, size: canvas.textSize - 1) }.max() ?? 0
    let right = canvas.units - width - 8
    for (tick, words) in zip(ticks, words) {
      canvas.line("c-axis", from: (8, y(tick)), to: (right, y(tick)))
      canvas.words(
        words, "c-tick",
        at: (canvas.units, y(tick) + canvas.textSize * 0.34), anchor: .end,
        size: canvas.textSize - 1)
    }
    return right
  }

  private func drawSteps(
    _ observations: [StatedValue], _ x: LinearScale, _ y: LinearScale, on canvas: inout Canvas
  ) {
    let starts = series.breaks.map(\.year)
    var points: [(x: Double, y: Double)] = []
    for (index, observation) in observations.enumerated() {
      let place = (x: x(Double(observation.year)), y: y(observation.value))
      if index > 0 {
        let previous = observations[index - 1]
        if starts.contains(where: { $0 > previous.year && $0 <= observation.year }) {
          canvas.polyline("c-earlier", points)
          points = []
        } else {
          points.append((place.x, y(previous.value)))
        }
      }
      points.append(place)
    }
    canvas.polyline("c-area-path", points)
    if let last = points.last { canvas.circle("c-area", last, radius: 6) }
  }

  private func draw(
    _ target: IndicatorTarget, _ x: LinearScale, _ y: LinearScale, on canvas: inout Canvas,
    in texts: Texts
  ) {
    let place = (x: x(Double(target.year)), y: y(target.value))
    canvas.circle("c-target-ring", place, radius: 6)
    let words = texts(
      "chart.targetFigure",
      [
        "year": String(target.year),
        "figure": unit.string(target.value, decimals: series.decimals, in: texts),
      ])
    let width = TextMeasure.width(of: words, size: canvas.textSize - 1)
    let end = max(min(place.x + 8, x.places.last), width + 8)
    canvas.words(
      words, "c-soft c-halo", at: (end, place.y - 12), anchor: .end, size: canvas.textSize - 1)
  }

  package func notes(in texts: Texts) -> [String] {
    BreakWords.sentences(series.breaks, in: texts) + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    let rows = observations.map { observation in
      FigureTable.Row(
        header: String(observation.year),
        cells: [unit.string(observation.value, decimals: series.decimals, in: texts)])
    }
    let aim = target.map { target in
      FigureTable.Row(
        header: texts("chart.targetYear", ["year": String(target.year)]),
        cells: [unit.string(target.value, decimals: series.decimals, in: texts)])
    }
    return FigureTable(
      caption: heading.title,
      columns: [
        texts("chart.column.year"),
        series.unit?.text(in: texts.language) ?? texts("chart.column.figure"),
      ],
      rows: rows + [aim].compactMap(\.self))
  }
}

/// What is said of a series that starts anew.
enum BreakWords {
  static func sentences(_ breaks: [SeriesBreak], in texts: Texts) -> [String] {
    breaks.map {
      var reason = $0.reason.text(in: texts.language)
      // The reason stands in brackets, and not every one is written as a sentence.
      if reason.hasSuffix(".") { reason.removeLast() }
      return texts("chart.note.break", ["year": String($0.year), "reason": reason])
    }
  }
}

extension CountSteps {
  package static let examples: [ChartExample] = [
    ChartExample(
      "vulnerable-areas",
      CountSteps(
        heading: ChartHeading(id: "steps-areas", title: "Utsatta områden"),
        series: series([(2015, 2), (2017, 2), (2019, 2), (2021, 2), (2023, 2), (2025, 1)]),
        target: IndicatorTarget(value: 0, year: 2024))),
    ChartExample(
      "break-and-one-value",
      CountSteps(
        heading: ChartHeading(id: "steps-break", title: "Anmälda brott"),
        series: series([(2019, 12_400), (2020, 13_050), (2022, 9)], brokenIn: 2022),
        target: nil)),
    ChartExample(
      "nothing-yet",
      CountSteps(
        heading: ChartHeading(id: "steps-empty", title: "Ännu inget värde"), series: series([]),
        target: IndicatorTarget(value: 3, year: 2030))),
  ]

  private static func series(_ values: [(Int, Double)], brokenIn year: Int? = nil)
    -> ObservationSeries
  {
    ObservationSeries(
      kind: .count, unit: LocalisedText(sv: "Antal", en: "Number"), decimals: 0,
      source: LocalisedText(sv: "Polisen", en: "The police"),
      observations: values.map { StatedValue(year: $0.0, value: $0.1) },
      breaks: year.map {
        [SeriesBreak(year: $0, reason: LocalisedText(sv: "nytt sätt att räkna", en: "new count"))]
      } ?? [])
  }
}
