package import DisclosureControl
package import Texts

/// The development of an area in a cell: its line with a band, and the municipality's in grey.
package struct Sparkline: InlineMark {
  package struct Point: Sendable {
    package var year: Int
    package var figure: PublishedFigure
    package init(year: Int, figure: PublishedFigure) {
      self.year = year
      self.figure = figure
    }
  }
  package var unit: FigureUnit
  package var area: [Point]
  package var municipality: [Point]

  package init(unit: FigureUnit, area: [Point], municipality: [Point] = []) {
    self.unit = unit
    self.area = area.sorted { $0.year < $1.year }
    self.municipality = municipality.sorted { $0.year < $1.year }
  }

  package static var size: (width: Double, height: Double) { (150, 40) }

  package func name(in texts: Texts) -> String {
    guard !area.isEmpty else { return texts("chart.nothingShown") }
    let parts = area.map { point in
      texts(
        "chart.named",
        ["name": String(point.year), "figure": point.figure.words(unit, in: texts)])
    }
    let others = municipality.map { point in
      texts(
        "chart.named",
        ["name": String(point.year), "figure": point.figure.words(unit, in: texts)])
    }
    guard !others.isEmpty else { return texts.list(parts) }
    return texts(
      "chart.sparkline", ["area": texts.list(parts), "municipality": texts.list(others)])
  }

  package func draw(on canvas: inout Canvas) {
    let points = area + municipality
    let extents =
      area.compactMap(\.figure.extent)
      + municipality.compactMap { point in
        point.figure.value.map { $0...$0 }
      }
    guard let first = points.map(\.year).min(), let last = points.map(\.year).max(),
      let low = extents.map(\.lowerBound).min(), let high = extents.map(\.upperBound).max()
    else { return }
    let x = LinearScale(
      exactly: Double(first)...Double(max(last, first + 1)), places: (4, Self.size.width - 7))
    let y = LinearScale(exactly: low...max(high, low + 1e-9), places: (Self.size.height - 4, 4))
    for run in Self.runs(municipality) where run.count > 1 {
      canvas.polyline("c-peer-path", run.map { (x(Double($0.year)), y($0.figure.value ?? 0)) })
    }
    for run in Self.runs(area) { draw(run, x, y, on: &canvas) }
    guard let final = area.last, let value = final.figure.value else { return }
    canvas.circle("c-area", (x(Double(final.year)), y(value)), radius: 4)
  }

  private func draw(
    _ run: [Point], _ x: LinearScale, _ y: LinearScale, on canvas: inout Canvas
  ) {
    guard run.count > 1 else {
      for point in run {
        canvas.circle("c-area", (x(Double(point.year)), y(point.figure.value ?? 0)), radius: 2.5)
      }
      return
    }
    let upper = run.map { (x: x(Double($0.year)), y: y($0.figure.upper ?? $0.figure.value ?? 0)) }
    let lower = run.reversed().map {
      (x: x(Double($0.year)), y: y($0.figure.lower ?? $0.figure.value ?? 0))
    }
    canvas.polyline("c-band", upper + lower, closed: true)
    canvas.polyline("c-area-path", run.map { (x(Double($0.year)), y($0.figure.value ?? 0)) })
  }

  /// Shown points without a hidden one between them.
  private static func runs(_ points: [Point]) -> [[Point]] {
    points.split { $0.figure.value == nil }.map(Array.init)
  }

  package static var examples: [any InlineMark] {
    func points(_ values: [(Int, Double, Int)]) -> [Point] {
      values.compactMap { year, value, base in
        ExampleFigures.figure(value, base: base).map { Point(year: year, figure: $0) }
      }
    }
    let everyone = points([(2021, 0.26, 4000), (2022, 0.25, 4000), (2023, 0.25, 4000)])
    return [
      Sparkline(
        unit: .proportion, area: points([(2021, 0.5, 600), (2022, 0.48, 590), (2023, 0.47, 600)]),
        municipality: everyone),
      Sparkline(
        unit: .proportion, area: points([(2021, 0.5, 60), (2022, 0.48, 5), (2023, 0.001, 600)]),
        municipality: everyone),
      Sparkline(unit: .proportion, area: points([(2023, 0.47, 600)])),
      Sparkline(unit: .proportion, area: []),
    ]
  }
}
