package import DisclosureControl
package import Markup
package import Texts

/// Women and men side by side in each area: circle and square with their intervals.
///
/// A thick bar joins them where the difference is certain, and only there.
package struct WomenMenPairs: Chart {
  package struct Row: Sendable {
    package var label: String
    package var women: PublishedFigure
    package var men: PublishedFigure
    /// Women minus men; `nil` when it may not be shown.
    package var difference: ShownDifference?
    package var address: Address?
    package init(
      label: String, women: PublishedFigure, men: PublishedFigure,
      difference: ShownDifference?, address: Address? = nil
    ) {
      self.label = label
      self.women = women
      self.men = men
      self.difference = difference
      self.address = address
    }
  }
  package var heading: ChartHeading
  package var unit: FigureUnit
  package var domainTitle: String
  /// What the two are called here.
  package var womenLabel: String
  package var menLabel: String
  package var rows: [Row]

  package init(
    heading: ChartHeading, unit: FigureUnit, domainTitle: String, womenLabel: String,
    menLabel: String, rows: [Row]
  ) {
    self.heading = heading
    self.unit = unit
    self.domainTitle = domainTitle
    self.womenLabel = womenLabel
    self.menLabel = menLabel
    self.rows = rows
  }

  /// The headline of a table whose last dimension is sex; rows that lack one of the two are left out.
  ///
  /// `women` and `men` are value codes of the last dimension; `label` and `address` are given the
  /// rest of a row's key.
  package init(
    heading: ChartHeading, table: ProtectedTable, scaleMax: Double? = nil, domainTitle: String,
    women: String, men: String, womenLabel: String, menLabel: String,
    label: ([String]) -> String, address: ([String]) -> Address? = { _ in nil }
  ) {
    let rows = table.rows.compactMap { row -> Row? in
      let first = Array(row.key.dropLast())
      guard row.key.last == women, let other = table.row(first + [men]) else { return nil }
      return Row(
        label: label(first), women: row.headline, men: other.headline,
        difference: table.difference(row.key, minus: other.key), address: address(first))
    }
    self.init(
      heading: heading, unit: FigureUnit(table.measure, scaleMax: scaleMax),
      domainTitle: domainTitle, womenLabel: womenLabel, menLabel: menLabel, rows: rows)
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let layout = RowLayout(
      labels: rows.map(\.label), values: [], height: canvas.isNarrow ? 34 : 48, top: 6,
      canvas: canvas)
    let extents = rows.flatMap { [$0.women, $0.men] }.compactMap(\.extent)
    let highest = extents.map(\.upperBound).max() ?? 1
    let lowest = unit == .proportion ? 0 : extents.map(\.lowerBound).min() ?? 0
    let scale = LinearScale(
      holding: min(lowest, highest)...highest, limits: unit.limits, count: 4,
      places: (layout.plot.lowerBound, layout.plot.upperBound))
    layout.drawAxis(scale, unit: unit, on: &canvas, in: texts)
    layout.drawWords(values: [], on: &canvas)
    for (row, place) in zip(rows, layout.rows) {
      draw(row, scale, y: place.center, on: &canvas, in: texts)
    }
  }

  private func draw(
    _ row: Row, _ scale: LinearScale, y: Double, on canvas: inout Canvas, in texts: Texts
  ) {
    let offset = 6.5
    if let women = row.women.value, let men = row.men.value, row.difference?.isCertain == true {
      canvas.line(
        "c-certain", from: (scale(min(women, men)), y), to: (scale(max(women, men)), y))
    }
    if row.women.value == nil, row.women.status == row.men.status {
      drawWords(row.women, scale, y: y, size: canvas.textSize - 1, on: &canvas, in: texts)
      return
    }
    draw(row.women, womenLabel, scale, y: y - offset, "c-women", on: &canvas, in: texts)
    draw(row.men, menLabel, scale, y: y + offset, "c-men", on: &canvas, in: texts)
  }

  /// Why a figure is not drawn, at the end of the scale that it is told to lie at.
  private func drawWords(
    _ figure: PublishedFigure, name: String? = nil, _ scale: LinearScale, y: Double, size: Double,
    on canvas: inout Canvas, in texts: Texts
  ) {
    let reason = figure.words(unit, in: texts)
    let words = name.map { texts("chart.named", ["name": $0, "figure": reason]) } ?? reason
    let width = TextMeasure.width(of: words, size: size)
    let isHigh = figure.status == .overNinetyFivePercent
    canvas.words(
      words, "c-hidden-words c-halo",
      at: (isHigh ? scale.places.last - width : scale.places.first + 2, y + size * 0.36),
      size: size)
  }

  private func draw(
    _ figure: PublishedFigure, _ name: String, _ scale: LinearScale, y: Double, _ style: String,
    on canvas: inout Canvas, in texts: Texts
  ) {
    guard let value = figure.value else {
      // Two lines of words need more room between them than two marks.
      let away = style == "c-women" ? -2.0 : 2
      drawWords(
        figure, name: name, scale, y: y + away, size: canvas.textSize - 1, on: &canvas, in: texts)
      return
    }
    let x = scale(value)
    if let lower = figure.lower, let upper = figure.upper {
      canvas.line("\(style)-line", from: (scale(lower), y), to: (scale(upper), y))
    }
    if style == "c-women" {
      canvas.circle(style, (x, y), radius: 6)
    } else {
      canvas.rectangle(style, x: (x - 5.5)...(x + 5.5), y: (y - 5.5)...(y + 5.5))
    }
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    [LegendEntry(.women, womenLabel), LegendEntry(.men, menLabel)]
      + (rows.contains { $0.difference?.isCertain == true }
        ? [LegendEntry(.certainDifference, texts("chart.legend.certainDifference"))] : [])
  }

  package func notes(in texts: Texts) -> [String] {
    [texts("chart.note.pairs")] + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    FigureTable(
      caption: heading.title,
      columns: [
        domainTitle, womenLabel, texts("chart.column.interval"), menLabel,
        texts("chart.column.interval"), texts("chart.column.difference"),
        texts("chart.column.certain"),
      ],
      rows: rows.map { row in
        FigureTable.Row(
          header: row.label, address: row.address,
          cells: [
            row.women.words(unit, in: texts), row.women.intervalWords(unit, in: texts),
            row.men.words(unit, in: texts), row.men.intervalWords(unit, in: texts),
            row.difference?.words(unit, in: texts) ?? "–",
            row.difference.map { texts($0.isCertain ? "chart.certain" : "chart.notCertain") }
              ?? "–",
          ])
      })
  }
}

extension WomenMenPairs {
  package static let examples: [ChartExample] = {
    let six = ExampleFigures.pairs([
      ("gamlegarden", 0.55, 0.38, 300, true), ("charlottesborg", 0.45, 0.32, 270, true),
      ("centrum", 0.365, 0.256, 450, true), ("norra", 0.24, 0.17, 205, false),
      ("sodra", 0.26, 0.13, 600, true), ("ahus", 0.23, 0.13, 14, false),
    ])
    let ends = ExampleFigures.pairs([
      ("Mycket långt namn på ett område som ingen skulle välja själv", 0.001, 0.5, 500, true),
      ("Likavärdens", 0.5, 0.5, 500, false), ("Toppen", 0.999, 0.97, 900, false),
    ])
    let one = ExampleFigures.pairs([("centrum", 0.5, 0.25, 100, true)])
    return [
      ("areas", six, "Kvinnor", "Män"), ("ends", ends, "Kvinnor", "Män"),
      ("one-row", one, "نساء", "رجال"),
    ].compactMap { name, table, women, men in
      guard let table else { return nil }
      return ChartExample(
        name,
        WomenMenPairs(
          heading: ChartHeading(
            id: "pairs-\(name)", title: "Kvinnor är otryggare än män",
            finding: "I fyra av sex områden är skillnaden säkerställd."),
          table: table, domainTitle: "Område", women: "woman", men: "man", womenLabel: women,
          menLabel: men, label: { ExampleFigures.areaName($0[0]) }))
    }
  }()
}
