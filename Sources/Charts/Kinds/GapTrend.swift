package import SafetyModel
package import Texts

/// The gap between two groups over time against a line for none, with its interval.
///
/// A filled dot is a certain difference, a hollow one is not.
package struct GapTrend: Chart {
  package var heading: ChartHeading
  package var unit: FigureUnit
  package var decimals: Int
  /// Which group is higher above the line, and which beneath it.
  package var firstLabel: String
  package var secondLabel: String
  package var points: [GapPoint]

  package init(
    heading: ChartHeading, unit: FigureUnit, decimals: Int, firstLabel: String,
    secondLabel: String, points: [GapPoint]
  ) {
    self.heading = heading
    self.unit = unit
    self.decimals = decimals
    self.firstLabel = firstLabel
    self.secondLabel = secondLabel
    self.points = points.sorted { $0.period < $1.period }
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let size = canvas.textSize
    let values = points.flatMap { [$0.difference, $0.interval.lowerBound, $0.interval.upperBound] }
      .filter(\.isFinite)
    guard let lowest = values.min(), let highest = values.max() else {
      canvas.words(texts("chart.nothingShown"), "c-hidden-words", at: (0, size * 1.5))
      canvas.height = size * 2
      return
    }
    let (top, bottom) = (size * 2, size * 2 + 150)
    // Room for the words above and beneath the ends.
    let room = max((max(highest, 0) - min(lowest, 0)) * 0.12, 1e-9)
    let y = LinearScale(
      holding: (min(lowest, 0) - room)...(max(highest, 0) + room), limits: -1e12...1e12, count: 4,
      places: (bottom, top))
    let ticks = y.ticks.map { unit.signed($0, decimals: tickDecimals(y.step), in: texts) }
    let left = (ticks.map { TextMeasure.width(of: $0, size: size - 1) }.max() ?? 0) + 20
    let moments = points.map(\.period.onAxis)
    let first = moments.min() ?? 0
    let last = max(moments.max() ?? first, first)
    let margin = first == last ? 1.0 : 0
    let x = LinearScale(
      exactly: (first - margin)...(last + margin), places: (left + 26, canvas.units - 28))
    for (tick, words) in zip(y.ticks, ticks) {
      canvas.line(
        tick == 0 ? "c-zero" : "c-axis", from: (left - 6, y(tick)), to: (canvas.units, y(tick)))
      canvas.words(
        words, "c-tick", at: (left - 12, y(tick) + size * 0.34), anchor: .end, size: size - 1)
    }
    var board = LabelBoard()
    drawDots(x, y, &board, on: &canvas)
    drawWords(x, y, &board, top: top, bottom: bottom, on: &canvas, in: texts)
    canvas.height = bottom + size * 2 + 22
  }

  private func tickDecimals(_ step: Double) -> Int {
    let shown = unit == .proportion ? step * 100 : step
    return shown >= 0.999 ? 0 : shown >= 0.0999 ? 1 : 2
  }

  private func drawDots(
    _ x: LinearScale, _ y: LinearScale, _ board: inout LabelBoard, on canvas: inout Canvas
  ) {
    let spots = points.map { (x: x($0.period.onAxis), y: y($0.difference)) }
    if spots.count > 1 { canvas.polyline("c-peer-path", spots) }
    for (point, spot) in zip(points, spots) {
      let style = point.isCertain ? "c-area" : "c-uncertain"
      let interval = point.interval
      if interval.lowerBound < interval.upperBound {
        canvas.line(
          "\(style)-line", from: (spot.x, y(interval.lowerBound)),
          to: (spot.x, y(interval.upperBound)))
      }
      canvas.circle(style, spot, radius: 6)
      board.keepFree(around: spot, radius: 7)
    }
  }

  private func drawWords(
    _ x: LinearScale, _ y: LinearScale, _ board: inout LabelBoard, top: Double, bottom: Double,
    on canvas: inout Canvas, in texts: Texts
  ) {
    let size = canvas.textSize
    canvas.words(
      texts("chart.gapAbove", ["group": firstLabel]), "c-soft", at: (0, size), size: size - 1)
    canvas.words(
      texts("chart.gapBelow", ["group": secondLabel]), "c-soft",
      at: (0, bottom + size * 2 + 18), size: size - 1)
    for point in [points.last, points.first].compactMap(\.self) {
      let spot = (x: x(point.period.onAxis), y: y(point.difference))
      let upper = y(max(point.interval.upperBound, point.difference))
      let lower = y(min(point.interval.lowerBound, point.difference))
      board.write(
        words(point, in: texts), "c-value c-halo",
        at: [
          .init(x: spot.x, y: upper - 9, anchor: .middle),
          .init(x: spot.x, y: lower + size + 5, anchor: .middle),
        ], size: size, on: &canvas)
    }
    var periods = LabelBoard()
    for point in [points.last, points.first].compactMap(\.self) + points.reversed() {
      periods.write(
        String(point.period.year), "c-tick",
        at: [.init(x: x(point.period.onAxis), y: bottom + size + 6, anchor: .middle)],
        size: size - 1, on: &canvas)
    }
  }

  private func words(_ point: GapPoint, in texts: Texts) -> String {
    unit.signed(point.difference, decimals: decimals, in: texts)
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    (points.contains(where: \.isCertain)
      ? [LegendEntry(.area, texts("chart.legend.certainDifference"))] : [])
      + (points.contains { !$0.isCertain }
        ? [LegendEntry(.uncertain, texts("chart.legend.notCertain.gap"))] : [])
  }

  package func notes(in texts: Texts) -> [String] {
    let hasIntervals = points.contains { $0.interval.lowerBound < $0.interval.upperBound }
    let unitNote = unit == .proportion ? [texts("chart.note.points")] : []
    return (hasIntervals ? [texts("chart.note.dots")] : []) + unitNote + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    FigureTable(
      caption: heading.title,
      columns: [
        texts("chart.column.period"),
        texts("chart.column.gap", ["first": firstLabel, "second": secondLabel]),
        texts("chart.column.interval"), texts("chart.column.certain"),
      ],
      rows: points.map { point in
        FigureTable.Row(
          header: texts.period(point.period),
          cells: [
            words(point, in: texts), intervalWords(point, in: texts),
            texts(point.isCertain ? "chart.certain" : "chart.notCertain"),
          ])
      })
  }

  private func intervalWords(_ point: GapPoint, in texts: Texts) -> String {
    let interval = point.interval
    guard interval.lowerBound < interval.upperBound else { return "–" }
    return texts(
      "chart.differenceInterval",
      [
        "lower": unit.signed(interval.lowerBound, decimals: decimals, in: texts),
        "upper": unit.signed(interval.upperBound, decimals: decimals, in: texts),
      ])
  }
}

extension GapPoint {
  /// The 95 % interval; the difference alone when it has none.
  var interval: ClosedRange<Double> {
    guard case .sampled(_, let lower, let upper, _) = certainty, lower <= upper else {
      return difference...difference
    }
    return lower...upper
  }
}

extension GapTrend {
  package static let examples: [ChartExample] = [
    ChartExample(
      "women-men",
      GapTrend(
        heading: ChartHeading(
          id: "gap-sex", title: "Kvinnor jämfört med män",
          finding: "Skillnaden har inte säkert förändrats sedan 2021."),
        unit: .proportion, decimals: 1, firstLabel: "Kvinnor", secondLabel: "Män",
        points: [
          (2021, 0.151, 0.012), (2022, 0.149, 0.012), (2023, 0.143, 0.012), (2024, 0.139, 0.011),
          (2025, 0.142, 0.011),
        ].map { sampled($0.0, $0.1, $0.2) })),
    ChartExample(
      "both-sides",
      GapTrend(
        heading: ChartHeading(id: "gap-both", title: "Unga jämfört med alla"),
        unit: .observation(decimals: 1, unit: nil), decimals: 1, firstLabel: "16–24 år",
        secondLabel: "Alla",
        points: [(2023, -0.9, 0.3), (2024, -0.2, 0.3), (2025, 0.4, 0.3)].map {
          sampled($0.0, $0.1, $0.2)
        })),
    ChartExample(
      "untold",
      GapTrend(
        heading: ChartHeading(id: "gap-untold", title: "Utan känd osäkerhet"),
        unit: .proportion, decimals: 0, firstLabel: "Kvinnor", secondLabel: "Män",
        points: [GapPoint(period: .year(2025), difference: -0.03, certainty: .untold)])),
    ChartExample(
      "nothing",
      GapTrend(
        heading: ChartHeading(id: "gap-nothing", title: "Inget att jämföra"), unit: .proportion,
        decimals: 0, firstLabel: "Kvinnor", secondLabel: "Män", points: [])),
  ]

  private static func sampled(_ year: Int, _ difference: Double, _ error: Double) -> GapPoint {
    let margin = 1.96 * error
    return GapPoint(
      period: .year(year), difference: difference,
      certainty: .sampled(
        standardError: error, lower: difference - margin, upper: difference + margin,
        isCertain: difference.magnitude > margin))
  }
}
