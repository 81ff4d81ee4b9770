package import SafetyModel
package import Texts

/// Shares against the number of answers behind them, with the limits of what chance alone makes.
///
/// A place within the funnel can't be told apart from the common share; only one outside can.
package struct FunnelPlot: Chart {
  package var heading: ChartHeading
  package var decimals: Int
  package var own: Place
  /// Those with a known number of answers.
  package var values: [PlaceValue]

  package init(heading: ChartHeading, decimals: Int, own: Place, values: [PlaceValue]) {
    self.heading = heading
    self.decimals = decimals
    self.own = own
    self.values = values.filter { ($0.base ?? 0) > 0 && $0.value.isFinite }
  }

  private func base(_ value: PlaceValue) -> Double { Double(value.base ?? 0) }
  private var unit: FigureUnit { .proportion }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let size = canvas.textSize
    guard let limits = FunnelLimits(values), let fewest = values.map(base).min(),
      let most = values.map(base).max()
    else {
      canvas.words(texts("chart.nothingShown"), "c-hidden-words", at: (0, size * 1.5))
      canvas.height = size * 2
      return
    }
    let (top, bottom) = (18.0, 230.0)
    let widest = limits.range(.almostAll, n: fewest)
    let shares = values.map(\.value) + [widest.lowerBound, widest.upperBound]
    let y = LinearScale(
      holding: (shares.min() ?? 0)...(shares.max() ?? 1), limits: 0...1, count: 4,
      places: (bottom, top))
    let ticks = y.ticks.map { unit.tick($0, step: y.step, in: texts) }
    let left = (ticks.map { TextMeasure.width(of: $0, size: size - 1) }.max() ?? 0) + 20
    let x = LinearScale(
      holding: fewest * 0.9...max(most, fewest * 1.2), limits: 0...1e12, count: 5,
      places: (left, canvas.units - 18))
    for (tick, words) in zip(y.ticks, ticks) {
      canvas.line("c-axis", from: (left - 6, y(tick)), to: (canvas.units, y(tick)))
      canvas.words(
        words, "c-tick", at: (left - 12, y(tick) + size * 0.34), anchor: .end, size: size - 1)
    }
    var axis = LabelBoard()
    for tick in x.ticks {
      axis.write(
        texts.number(tick, decimals: 0), "c-tick",
        at: [.init(x: x(tick), y: bottom + size + 6, anchor: .middle)], size: size - 1, on: &canvas)
    }
    canvas.words(
      texts("chart.column.base"), "c-tick", at: (canvas.units, bottom + size * 2 + 10),
      anchor: .end, size: size - 1)
    drawLimits(limits, from: max(fewest * 0.9, 1), x, y, on: &canvas)
    drawDots(x, y, on: &canvas, in: texts)
    canvas.height = bottom + size * 2 + 16
  }

  private func drawLimits(
    _ limits: FunnelLimits, from fewest: Double, _ x: LinearScale, _ y: LinearScale,
    on canvas: inout Canvas
  ) {
    let steps = (0...24).map { fewest + (x.domain.upperBound - fewest) * Double($0) / 24 }
    for level in FunnelLimits.Level.allCases {
      let ranges = steps.map { ($0, limits.range(level, n: $0)) }
      let style = level == .ninetyFive ? "c-funnel" : "c-funnel-far"
      canvas.polyline(style, ranges.map { (x: x($0.0), y: y($0.1.lowerBound)) })
      canvas.polyline(style, ranges.map { (x: x($0.0), y: y($0.1.upperBound)) })
    }
    canvas.line(
      "c-reference", from: (x(fewest), y(limits.center)),
      to: (x.places.last, y(limits.center)))
  }

  private func drawDots(
    _ x: LinearScale, _ y: LinearScale, on canvas: inout Canvas, in texts: Texts
  ) {
    for value in values where value.place != own {
      canvas.circle("c-place", (x(base(value)), y(value.value)), radius: 3.6)
    }
    guard let mine = values.first(where: { $0.place == own }) else { return }
    let spot = (x: x(base(mine)), y: y(mine.value))
    canvas.circle("c-area", spot, radius: 7)
    var board = LabelBoard()
    let words = texts(
      "chart.placeFigure",
      [
        "name": mine.name(in: texts),
        "figure": unit.string(mine.value, decimals: decimals, in: texts),
      ])
    board.write(
      words, "c-value c-halo", at: [.init(x: spot.x, y: spot.y - 13, anchor: .middle)],
      size: canvas.textSize, isNeeded: true, on: &canvas)
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    guard let mine = values.first(where: { $0.place == own }) else { return [] }
    return [
      LegendEntry(.area, mine.name(in: texts)),
      LegendEntry(.place, texts("chart.legend.otherPlaces")),
      LegendEntry(.funnel, texts("chart.legend.funnel")),
      LegendEntry(.funnelFar, texts("chart.legend.funnelFar")),
    ]
  }

  package func notes(in texts: Texts) -> [String] {
    guard let limits = FunnelLimits(values) else { return heading.notes }
    return [
      texts(
        "chart.note.funnel",
        ["figure": unit.string(limits.center, decimals: decimals, in: texts)])
    ] + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    let limits = FunnelLimits(values)
    return FigureTable(
      caption: heading.title,
      columns: [
        texts("chart.column.place"), texts("chart.column.figure"), texts("chart.column.base"),
        texts("chart.column.funnel"),
      ],
      rows: values.map { value in
        FigureTable.Row(
          header: value.name(in: texts),
          cells: [
            unit.string(value.value, decimals: decimals, in: texts),
            texts.number(base(value), decimals: 0),
            limits.map { outcome(value, $0, in: texts) } ?? "–",
          ])
      })
  }

  private func outcome(_ value: PlaceValue, _ limits: FunnelLimits, in texts: Texts) -> String {
    if limits.range(.ninetyFive, n: base(value)).contains(value.value) {
      return texts("chart.funnel.within")
    }
    let isFar = !limits.range(.almostAll, n: base(value)).contains(value.value)
    return texts(isFar ? "chart.funnel.farOutside" : "chart.funnel.outside")
  }
}
