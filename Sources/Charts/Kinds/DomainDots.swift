package import DisclosureControl
package import Markup
package import Texts

/// A figure for each of several domains with its interval, and the municipality as a line.
///
/// A dot is coloured only where the domain certainly differs from everyone.
package struct DomainDots: Chart {
  package struct Row: Sendable {
    package var label: String
    package var figure: PublishedFigure
    package var base: BaseBand?
    /// Against everyone; `nil` when it was not compared.
    package var isCertain: Bool?
    package var address: Address?
    package init(
      label: String, figure: PublishedFigure, base: BaseBand? = nil, isCertain: Bool? = nil,
      address: Address? = nil
    ) {
      self.label = label
      self.figure = figure
      self.base = base
      self.isCertain = isCertain
      self.address = address
    }
  }
  package var heading: ChartHeading
  package var unit: FigureUnit
  /// What the column of domains is called.
  package var domainTitle: String
  package var rows: [Row]
  /// Everyone together.
  package var everyone: PublishedFigure?

  package init(
    heading: ChartHeading, unit: FigureUnit, domainTitle: String, rows: [Row],
    everyone: PublishedFigure? = nil
  ) {
    self.heading = heading
    self.unit = unit
    self.domainTitle = domainTitle
    self.rows = rows
    self.everyone = everyone
  }

  /// The headline of a table, a row for each combination of its dimensions.
  ///
  /// `label` and `address` say what a row's key is called and where it leads.
  package init(
    heading: ChartHeading, table: ProtectedTable, scaleMax: Double? = nil, domainTitle: String,
    everyone: PublishedFigure? = nil, label: ([String]) -> String,
    address: ([String]) -> Address? = { _ in nil }
  ) {
    let rows = table.rows.map { row in
      let against = table.comparisons.first { $0.kind == .againstAll && $0.first == row.key }
      return Row(
        label: label(row.key), figure: row.headline, base: row.base,
        isCertain: against?.isCertain, address: address(row.key))
    }
    self.init(
      heading: heading, unit: FigureUnit(table.measure, scaleMax: scaleMax),
      domainTitle: domainTitle, rows: rows, everyone: everyone)
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let values = rows.map { $0.figure.status == .shown ? $0.figure.words(unit, in: texts) : "" }
    let layout = RowLayout(
      labels: rows.map(\.label), values: values, height: canvas.isNarrow ? 26 : 34,
      top: everyone?.value == nil ? 6 : canvas.textSize + 12, canvas: canvas)
    let scale = scale(on: layout)
    layout.drawAxis(scale, unit: unit, on: &canvas, in: texts)
    if let everyone { drawReference(everyone, scale, layout, on: &canvas, in: texts) }
    layout.drawWords(values: values, on: &canvas)
    for (row, place) in zip(rows, layout.rows) {
      drawMark(row, scale, y: place.center, on: &canvas, in: texts)
    }
  }

  private func scale(on layout: RowLayout) -> LinearScale {
    let extents = (rows.map(\.figure) + [everyone].compactMap(\.self)).compactMap(\.extent)
    let highest = extents.map(\.upperBound).max() ?? 1
    let lowest = unit == .proportion ? 0 : extents.map(\.lowerBound).min() ?? 0
    return LinearScale(
      holding: min(lowest, highest)...highest, limits: unit.limits, count: 4,
      places: (layout.plot.lowerBound, layout.plot.upperBound))
  }

  private func drawReference(
    _ everyone: PublishedFigure, _ scale: LinearScale, _ layout: RowLayout,
    on canvas: inout Canvas, in texts: Texts
  ) {
    guard let value = everyone.value else { return }
    layout.drawReference(
      at: scale(value),
      words: texts("chart.municipalityFigure", ["figure": everyone.words(unit, in: texts)]),
      besideRows: rows.map { $0.figure.value != nil }, on: &canvas)
  }

  private func drawMark(
    _ row: Row, _ scale: LinearScale, y: Double, on canvas: inout Canvas, in texts: Texts
  ) {
    let figure = row.figure
    guard let value = figure.value else {
      drawUnshown(figure, scale, y: y, on: &canvas, in: texts)
      return
    }
    let style = row.isCertain == false ? "c-uncertain" : "c-area"
    var interval: ClosedRange<Double>?
    if let lower = figure.lower, let upper = figure.upper, lower <= upper {
      interval = lower...upper
    }
    canvas.intervalDot(style, value, interval, on: scale, y: y)
  }

  private func drawUnshown(
    _ figure: PublishedFigure, _ scale: LinearScale, y: Double, on canvas: inout Canvas,
    in texts: Texts
  ) {
    var x = scale.places.first
    if let extent = figure.extent {
      let ends = (scale(extent.lowerBound), scale(extent.upperBound))
      canvas.rectangle("c-range", x: ends.0...max(ends.1, ends.0 + 2), y: (y - 5)...(y + 5))
      x = ends.1 + 8
    }
    let words = figure.words(unit, in: texts)
    let width = TextMeasure.width(of: words, size: canvas.textSize - 1)
    let start = figure.status == .overNinetyFivePercent ? scale(0.95) - 8 - width : x
    canvas.words(
      words, "c-hidden-words c-halo", at: (max(start, 0), y + canvas.textSize * 0.34),
      size: canvas.textSize - 1)
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    guard rows.contains(where: { $0.isCertain != nil }) else { return [] }
    var entries = [LegendEntry(.area, texts("chart.legend.certain"))]
    if rows.contains(where: { $0.isCertain == false }) {
      entries.append(LegendEntry(.uncertain, texts("chart.legend.notCertain")))
    }
    if everyone?.value != nil {
      entries.append(LegendEntry(.municipality, texts("chart.municipality")))
    }
    return entries
  }

  package func notes(in texts: Texts) -> [String] {
    [texts("chart.note.dots")] + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    let all = everyone.map { [Row(label: texts("chart.everyone"), figure: $0)] } ?? []
    let isCompared = rows.contains { $0.isCertain != nil }
    let hasBases = rows.contains { $0.base != nil }
    return FigureTable(
      caption: heading.title,
      columns: [domainTitle, texts("chart.column.figure"), texts("chart.column.interval")]
        + (isCompared ? [texts("chart.column.againstEveryone")] : [])
        + (hasBases ? [texts("chart.column.base")] : []),
      rows: (rows + all).map { row in
        FigureTable.Row(
          header: row.label, address: row.address,
          cells: [row.figure.words(unit, in: texts), row.figure.intervalWords(unit, in: texts)]
            + (isCompared ? [certaintyWords(row.isCertain, in: texts)] : [])
            + (hasBases ? [row.base?.words(in: texts) ?? "–"] : []))
      })
  }

  private func certaintyWords(_ isCertain: Bool?, in texts: Texts) -> String {
    switch isCertain {
    case true?: texts("chart.certain")
    case false?: texts("chart.notCertain")
    case nil: "–"
    }
  }
}
