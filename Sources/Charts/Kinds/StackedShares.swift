package import DisclosureControl
package import Markup
import SafetyModel
package import Texts

/// How the answers to an item are divided, for each of several domains.
///
/// The shown parts stand in the order of the answers; what is not shown stands together, hatched,
/// at the end of the bar, so that the picture says no more than the numbers do.
package struct StackedShares: Chart {
  package struct Row: Sendable {
    package var label: String
    /// One for each category.
    package var figures: [PublishedFigure]
    package var base: BaseBand?
    package var address: Address?
    package init(
      label: String, figures: [PublishedFigure], base: BaseBand? = nil, address: Address? = nil
    ) {
      self.label = label
      self.figures = figures
      self.base = base
      self.address = address
    }
  }
  package var heading: ChartHeading
  package var domainTitle: String
  package var categories: [String]
  package var rows: [Row]

  package init(
    heading: ChartHeading, domainTitle: String, categories: [String], rows: [Row]
  ) {
    self.heading = heading
    self.domainTitle = domainTitle
    self.categories = categories
    self.rows = rows
  }

  /// The categories of an item's table, a bar for each of its rows.
  ///
  /// `categories` are the codes to draw, in order, with what they are called; `label` and `address`
  /// say what a row's key is called and where it leads.
  package init(
    heading: ChartHeading, table: ProtectedTable, domainTitle: String,
    categories: [(code: String, label: String)], label: ([String]) -> String,
    address: ([String]) -> Address? = { _ in nil }
  ) {
    let columns = categories.compactMap { category in
      table.statistics.firstIndex { $0.code == category.code }.map { ($0, category.label) }
    }
    self.init(
      heading: heading, domainTitle: domainTitle, categories: columns.map(\.1),
      rows: table.rows.map { row in
        Row(
          label: label(row.key), figures: columns.map { row.figures[$0.0] }, base: row.base,
          address: address(row.key))
      })
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let layout = RowLayout(
      labels: rows.map(\.label), values: [], height: canvas.isNarrow ? 34 : 40, top: 2,
      canvas: canvas)
    let left = canvas.isNarrow ? 1 : layout.plot.lowerBound - 8
    let scale = LinearScale(exactly: 0...1, places: (left, canvas.units - 1))
    layout.drawWords(values: [], on: &canvas)
    for (row, place) in zip(rows, layout.rows) {
      draw(row, scale, y: (place.center - 13)...(place.center + 13), on: &canvas, in: texts)
    }
    canvas.height = layout.bottom + 4
  }

  private func draw(
    _ row: Row, _ scale: LinearScale, y: ClosedRange<Double>, on canvas: inout Canvas,
    in texts: Texts
  ) {
    let colours = ColourSteps.colours(categories.count)
    var start = 0.0
    for (figure, colour) in zip(row.figures, colours) {
      guard let value = figure.value, value > 0 else { continue }
      let end = min(start + value, 1)
      let x = scale(start)...max(scale(start), scale(end) - 2)
      canvas.rectangle("c-step c-step-\(colour)", x: x, y: y)
      let words = figure.words(.proportion, in: texts)
      if TextMeasure.width(of: words, size: canvas.textSize) + 6 <= x.upperBound - x.lowerBound {
        canvas.words(
          words, "c-on-step-\(colour)",
          at: ((x.lowerBound + x.upperBound) / 2, y.upperBound - 13 + canvas.textSize * 0.36),
          anchor: .middle)
      }
      start = end
    }
    // Rounded shares may add up to a little less than one: that is no hidden part.
    guard start < 1, row.figures.contains(where: { $0.value == nil }) else { return }
    drawHidden(row, x: scale(start)...scale(1), y: y, on: &canvas, in: texts)
  }

  private func drawHidden(
    _ row: Row, x: ClosedRange<Double>, y: ClosedRange<Double>, on canvas: inout Canvas,
    in texts: Texts
  ) {
    canvas.hatchedRectangle(x: x, y: y)
    let statuses = Set(row.figures.filter { $0.value == nil }.map(\.status))
    let words =
      statuses == [.noAnswers]
      ? texts("chart.noAnswers")
      : statuses == [.underFivePercent]
        ? texts("chart.underFivePercent")
        : statuses == [.overNinetyFivePercent, .underFivePercent]
          ? texts("chart.overNinetyFivePercent") : texts("chart.hidden.short")
    let width = TextMeasure.width(of: words, size: canvas.textSize) + 10
    guard width <= x.upperBound - x.lowerBound else { return }
    let middle = (x.lowerBound + x.upperBound) / 2
    canvas.rectangle(
      "c-plate", x: (middle - width / 2)...(middle + width / 2),
      y: (y.lowerBound + 3)...(y.upperBound - 3), corner: 3)
    canvas.words(
      words, "c-hidden-words", at: (middle, y.upperBound - 13 + canvas.textSize * 0.36),
      anchor: .middle)
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    let isAnythingHidden = rows.contains { $0.figures.contains { $0.value == nil } }
    return zip(ColourSteps.colours(categories.count), categories).map {
      LegendEntry(.step($0), $1)
    } + (isAnythingHidden ? [LegendEntry(.hidden, texts("chart.hidden.short"))] : [])
  }

  package func table(in texts: Texts) -> FigureTable {
    let hasBases = rows.contains { $0.base != nil }
    return FigureTable(
      caption: heading.title,
      columns: [domainTitle] + categories + (hasBases ? [texts("chart.column.base")] : []),
      rows: rows.map { row in
        FigureTable.Row(
          header: row.label, address: row.address,
          cells: row.figures.map { $0.words(.proportion, in: texts) }
            + (hasBases ? [row.base?.words(in: texts) ?? "–"] : []))
      })
  }
}

extension StackedShares {
  package static let examples: [ChartExample] = {
    let answers = [
      "Mycket trygg", "Ganska trygg", "Ganska otrygg", "Mycket otrygg",
      "Går aldrig ut ensam av oro för brott",
    ]
    let areas = ExampleFigures.shares(
      "area",
      [
        ("gamlegarden", [0.21, 0.32, 0.26, 0.13, 0.08], 600),
        ("centrum", [0.31, 0.38, 0.2, 0.07, 0.04], 900),
        ("norra", [0.42, 0.38, 0.13, 0.06, 0.01], 410),
        ("sodra", [0.999, 0.001, 0, 0, 0], 1200), ("ahus", [0.3, 0.3, 0.2, 0.1, 0.1], 12),
      ])
    let two = ExampleFigures.shares("x", [("x", [0.4, 0.6], 50)])
    let none = ExampleFigures.shares("x", [("x", [0, 0], 0)])
    let seven = ExampleFigures.shares(
      "x",
      [("x", [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1], 3000)])
    return [
      ("areas", areas, answers), ("two", two, ["لا", "نعم"]), ("no-answers", none, ["Ja", "Nej"]),
      ("seven", seven, (1...7).map { "Svar nummer \($0)" }),
    ].compactMap { name, table, labels in
      guard let table else { return nil }
      let categories = labels.enumerated().map { (code: "\($0.offset + 1)", label: $0.element) }
      return ChartExample(
        name,
        StackedShares(
          heading: ChartHeading(id: "shares-\(name)", title: "Hur trygga är invånarna?"),
          table: table, domainTitle: "Område", categories: categories,
          label: { ExampleFigures.areaName($0[0]) }))
    }
  }()
}
