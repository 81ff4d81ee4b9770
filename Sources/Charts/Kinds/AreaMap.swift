package import DisclosureControl
package import Markup
package import SafetyModel
package import Texts

/// A map of the areas, darker where the figure is greater, with numbers and names on it.
///
/// An area whose figure is not shown is hatched and says so in words. An area is a link when the
/// caller gives it an address.
package struct AreaMap: Chart {
  package struct Area: Sendable {
    package var geometry: AreaGeometry
    package var label: String
    /// `nil` when the table has no row for the area.
    package var figure: PublishedFigure?
    package var address: Address?
    package init(
      geometry: AreaGeometry, label: String, figure: PublishedFigure?, address: Address? = nil
    ) {
      self.geometry = geometry
      self.label = label
      self.figure = figure
      self.address = address
    }
  }
  package var heading: ChartHeading
  package var unit: FigureUnit
  package var domainTitle: String
  package var areas: [Area]
  /// Rows of the table that have no outline: they stand in the table only.
  package var withoutOutline: [FigureTable.Row]

  package init(
    heading: ChartHeading, unit: FigureUnit, domainTitle: String, areas: [Area],
    withoutOutline: [FigureTable.Row] = []
  ) {
    self.heading = heading
    self.unit = unit
    self.domainTitle = domainTitle
    self.areas = areas
    self.withoutOutline = withoutOutline
  }

  /// The headline of a table by area, on the outlines that there are.
  package init(
    heading: ChartHeading, table: ProtectedTable, scaleMax: Double? = nil, domainTitle: String,
    outlines: [AreaGeometry], texts: Texts, label: (String) -> String,
    address: (String) -> Address? = { _ in nil }
  ) {
    let unit = FigureUnit(table.measure, scaleMax: scaleMax)
    let drawn = Set(outlines.map(\.code))
    self.init(
      heading: heading, unit: unit, domainTitle: domainTitle,
      areas: outlines.map { outline in
        Area(
          geometry: outline, label: label(outline.code),
          figure: table.row([outline.code])?.headline,
          address: address(outline.code))
      },
      withoutOutline: table.rows.compactMap { row in
        guard let code = row.key.first, !drawn.contains(code) else { return nil }
        return FigureTable.Row(
          header: label(code), address: address(code),
          cells: AreaMap.cells(row.headline, unit, in: texts))
      })
  }

  package var hasLinks: Bool { areas.contains { $0.address != nil } }

  /// Round limits between the colours; a figure told as an end counts as that end.
  private var limits: [Double] {
    ColourSteps.limits(
      of: areas.compactMap { $0.figure?.value }, within: unit.limits,
      leastStep: unit == .proportion ? 0.02 : 0)
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let width = canvas.units - 4
    guard
      let projection = MapProjection(
        fitting: areas.map(\.geometry), width: width, maxHeight: width * 1.05)
    else {
      canvas.words(texts("chart.noMap"), "c-hidden-words", at: (0, canvas.textSize * 1.5))
      canvas.height = canvas.textSize * 2
      return
    }
    let shapes = areas.map { projection.polygons(of: $0.geometry) }
    let labels = MapLabel.placed(
      areas.map { words(of: $0, in: texts) }, on: shapes, within: (width, projection.height),
      size: canvas.textSize, mayCover: !canvas.isNarrow)
    for (index, area) in areas.enumerated() where !shapes[index].isEmpty {
      var part = Canvas(id: canvas.id, width: canvas.width)
      let hatching = area.figure?.value == nil ? canvas.hatching : nil
      draw(area, shapes[index], hatching, on: &part)
      canvas.add(linked(area, part.content, in: texts))
    }
    for (index, label) in labels { draw(label, of: areas[index], on: &canvas) }
    canvas.height = projection.height + 4
  }

  private func words(of area: Area, in texts: Texts) -> MapLabel.Words {
    let figure = area.figure?.shortWords(unit, in: texts) ?? texts("chart.hidden.short")
    guard unit == .proportion, let shown = area.figure, let value = shown.value else {
      return MapLabel.Words(figure: figure, shortFigure: figure, name: area.label)
    }
    let number = texts.number(value * 100, decimals: shown.decimals)
    return MapLabel.Words(figure: figure, shortFigure: number, name: area.label)
  }

  private func draw(
    _ area: Area, _ polygons: [PlanePolygon], _ hatching: Attribute?, on canvas: inout Canvas
  ) {
    let path = polygons.flatMap(\.rings).map { ring in
      "M"
        + ring.map { "\(Coordinate.string($0.x + 2)) \(Coordinate.string($0.y + 2))" }
        .joined(separator: "L") + "Z"
    }.joined()
    let style = hatching == nil ? "c-land c-step-\(colour(of: area) ?? 1)" : "c-land"
    canvas.add(
      element(
        "path", .class(style), .attribute("d", path), .attribute("fill-rule", "evenodd"),
        hatching ?? .none))
  }

  private func colour(of area: Area) -> Int? {
    guard let value = area.figure?.value else { return nil }
    let limits = limits
    let colours = ColourSteps.colours(max(limits.count - 1, 1))
    return colours[min(ColourSteps.index(of: value, limits: limits), colours.count - 1)]
  }

  private func draw(_ label: MapLabel, of area: Area, on canvas: inout Canvas) {
    let colour = colour(of: area)
    let style = colour.flatMap { label.isInside ? "c-on-step-\($0)" : nil } ?? "c-on-hatch"
    var part = Canvas(id: canvas.id, width: canvas.width)
    label.drawLine(on: &part)
    part.words(
      label.figure, "\(style) c-map-figure", at: (label.center.x + 2, label.figureBaseline + 2),
      anchor: .middle, size: colour == nil ? label.size : label.figureSize)
    part.lines(
      label.name, style, at: (label.center.x + 2, label.nameBaseline + 2), anchor: .middle,
      size: label.size - 1)
    // Words must not catch the pointer that is meant for the link beneath them.
    canvas.add(
      element("g", .class("c-over"), .aria("hidden", "true")) { part.content })
  }

  private func linked(_ area: Area, _ shape: Fragment, in texts: Texts) -> Fragment {
    guard let address = area.address else { return shape }
    let figure = area.figure?.phrase(unit, in: texts) ?? texts("chart.hidden.short")
    let name = texts("chart.named", ["name": area.label, "figure": figure])
    return element("a", .href(address), .aria("label", name)) { shape }
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    let limits = limits
    let step = limits.count > 1 ? limits[1] - limits[0] : 1
    let colours = ColourSteps.colours(max(limits.count - 1, 0))
    let isAnythingHidden = areas.contains { $0.figure?.value == nil }
    return colours.indices.map { index in
      let lower =
        unit == .proportion
        ? texts.number(limits[index] * 100, decimals: step < 0.0099 ? 1 : 0)
        : unit.tick(limits[index], step: step, in: texts)
      let upper = unit.tick(limits[index + 1], step: step, in: texts)
      return LegendEntry(
        .step(colours[index]), texts("chart.interval", ["lower": lower, "upper": upper]))
    } + (isAnythingHidden ? [LegendEntry(.hidden, texts("chart.hidden.short"))] : [])
  }

  package func notes(in texts: Texts) -> [String] {
    let links = hasLinks ? [texts("chart.note.mapLinks")] : []
    let missing =
      withoutOutline.isEmpty
      ? [] : [texts("chart.note.withoutOutline", count: withoutOutline.count)]
    let isDrawn = areas.contains { $0.figure?.value != nil }
    return (isDrawn ? [texts("chart.note.map")] : []) + links + missing + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    FigureTable(
      caption: heading.title,
      columns: [domainTitle, texts("chart.column.figure"), texts("chart.column.interval")],
      rows: areas.map { area in
        FigureTable.Row(
          header: area.label, address: area.address,
          cells: area.figure.map { AreaMap.cells($0, unit, in: texts) }
            ?? [texts("chart.hidden.short"), "–"])
      } + withoutOutline)
  }

  private static func cells(
    _ figure: PublishedFigure, _ unit: FigureUnit, in texts: Texts
  ) -> [String] {
    [figure.words(unit, in: texts), figure.intervalWords(unit, in: texts)]
  }
}
