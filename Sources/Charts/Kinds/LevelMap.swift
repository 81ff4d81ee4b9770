import Markup
package import SafetyModel
package import Texts

/// A map of areas that an authority has assessed, coloured by level, upon the municipality.
///
/// The colours tell levels apart; they rank nothing but the levels themselves.
package struct LevelMap: Chart {
  package struct Area: Sendable {
    package var geometry: AreaGeometry
    package var label: String
    /// The place of the level among ``LevelMap/levels``.
    package var level: Int
    package init(geometry: AreaGeometry, label: String, level: Int) {
      self.geometry = geometry
      self.label = label
      self.level = level
    }
  }
  package var heading: ChartHeading
  /// The levels' names, the gravest last.
  package var levels: [String]
  package var areas: [Area]
  /// What lies beneath: the municipality's own areas or its outline.
  package var ground: [AreaGeometry]

  package init(
    heading: ChartHeading, levels: [String], areas: [Area], ground: [AreaGeometry]
  ) {
    self.heading = heading
    self.levels = levels
    self.areas = areas
    self.ground = ground
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let width = canvas.units - 4
    guard !areas.allSatisfy({ $0.geometry.polygons.isEmpty }),
      let projection = MapProjection(
        fitting: areas.map(\.geometry) + ground, width: width, maxHeight: width)
    else {
      canvas.words(
        texts(areas.isEmpty ? "chart.nothingShown" : "chart.noMap"), "c-hidden-words",
        at: (0, canvas.textSize * 1.5))
      canvas.height = canvas.textSize * 2
      return
    }
    for area in ground { draw(projection.polygons(of: area), "c-context", on: &canvas) }
    let shapes = areas.map { projection.polygons(of: $0.geometry) }
    for (area, shape) in zip(areas, shapes) {
      draw(shape, "c-land c-step-\(colour(area.level))", on: &canvas)
    }
    let labels = MapLabel.placed(
      areas.map { MapLabel.Words(figure: "", shortFigure: "", name: $0.label) }, on: shapes,
      within: (width, projection.height), size: canvas.textSize, mayCover: true)
    for (index, label) in labels {
      label.drawLine(on: &canvas)
      let style = label.isInside ? "c-on-step-\(colour(areas[index].level))" : "c-on-hatch"
      canvas.lines(
        label.name, style,
        at: (label.center.x + 2, label.nameBaseline + 2 - label.figureSize * 0.5), anchor: .middle,
        size: label.size - 1)
    }
    canvas.height = projection.height + 6
  }

  private func draw(
    _ polygons: [PlanePolygon], _ style: String, on canvas: inout Canvas
  ) {
    let path = polygons.flatMap(\.rings).map { ring in
      "M"
        + ring.map { "\(Coordinate.string($0.x + 2)) \(Coordinate.string($0.y + 2))" }
        .joined(separator: "L") + "Z"
    }.joined()
    guard !path.isEmpty else { return }
    canvas.add(
      element(
        "path", .class(style), .attribute("d", path), .attribute("fill-rule", "evenodd")))
  }

  private func colour(_ level: Int) -> Int {
    let colours = [3, 5, 7]
    return levels.count <= colours.count
      ? colours[min(max(level, 0), colours.count - 1)]
      : ColourSteps.colours(levels.count)[min(max(level, 0), levels.count - 1)]
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    levels.indices.filter { level in areas.contains { $0.level == level } }
      .map { LegendEntry(.step(colour($0)), levels[$0]) }
  }

  package func table(in texts: Texts) -> FigureTable {
    FigureTable(
      caption: heading.title,
      columns: [texts("chart.column.area"), texts("chart.column.level")],
      rows: areas.map { area in
        FigureTable.Row(
          header: area.label,
          cells: [levels.indices.contains(area.level) ? levels[area.level] : "–"])
      })
  }
}

extension LevelMap {
  package static let examples: [ChartExample] = [
    ChartExample("three-levels", example("levels", AreaMap.six)),
    ChartExample(
      "one-on-ground",
      LevelMap(
        heading: ChartHeading(id: "level-map-one", title: "Ett område på listan"),
        levels: ["Utsatt område", "Särskilt utsatt område"],
        areas: AreaMap.six.prefix(1).map {
          Area(geometry: $0, label: "Gamlegården", level: 0)
        }, ground: AreaMap.six)),
    ChartExample("nothing", example("nothing", [])),
  ]

  private static func example(_ id: String, _ outlines: [AreaGeometry]) -> LevelMap {
    LevelMap(
      heading: ChartHeading(id: "level-map-\(id)", title: "Områden på listan"),
      levels: ["Utsatt område", "Riskområde", "Särskilt utsatt område"],
      areas: outlines.prefix(3).enumerated().map {
        Area(
          geometry: $0.element, label: ExampleFigures.areaName($0.element.code), level: $0.offset)
      }, ground: Array(outlines.dropFirst(3)))
  }
}
