package import DisclosureControl
package import Texts

/// An area's figure with its interval against the municipality's tick, on a common scale.
package struct ReferenceDot: InlineMark {
  package var unit: FigureUnit
  package var figure: PublishedFigure
  package var municipality: PublishedFigure?
  /// The ends of the scale that all rows of the table share.
  package var scale: ClosedRange<Double>
  /// Against the municipality; only a certain difference is coloured.
  package var isCertain: Bool

  package init(
    unit: FigureUnit, figure: PublishedFigure, municipality: PublishedFigure?,
    scale: ClosedRange<Double> = 0...1, isCertain: Bool
  ) {
    self.unit = unit
    self.figure = figure
    self.municipality = municipality
    self.scale = scale
    self.isCertain = isCertain
  }

  package static var size: (width: Double, height: Double) { (210, 24) }

  package func name(in texts: Texts) -> String {
    guard let municipality else { return figure.phrase(unit, in: texts) }
    return texts(
      "chart.referenceDot",
      [
        "area": figure.phrase(unit, in: texts),
        "municipality": municipality.words(unit, in: texts),
      ])
  }

  package func draw(on canvas: inout Canvas) {
    let x = LinearScale(exactly: scale, places: (8, Self.size.width - 8))
    let middle = Self.size.height / 2
    canvas.line("c-axis", from: (x.places.first, middle), to: (x.places.last, middle))
    if let value = municipality?.value {
      canvas.line("c-reference", from: (x(value), middle - 9), to: (x(value), middle + 9))
    }
    guard let value = figure.value else { return drawUnshown(x, middle, on: &canvas) }
    let style = isCertain ? "c-area" : "c-uncertain"
    if let lower = figure.lower, let upper = figure.upper {
      canvas.line("\(style)-line", from: (x(lower), middle), to: (x(upper), middle))
    }
    canvas.circle(style, (x(value), middle), radius: 6)
  }

  /// A figure told as an end is a hollow bar there; a hidden one is no mark at all.
  private func drawUnshown(_ x: LinearScale, _ middle: Double, on canvas: inout Canvas) {
    guard let extent = figure.extent else { return }
    canvas.rectangle(
      "c-range", x: x(extent.lowerBound)...max(x(extent.upperBound), x(extent.lowerBound) + 2),
      y: (middle - 5)...(middle + 5))
  }

  package static var examples: [any InlineMark] {
    let everyone = ExampleFigures.figure(0.25, base: 4000)
    return [
      (0.47, 600, true), (0.27, 600, false), (0.5, 8, false), (0.001, 700, true),
      (0.999, 700, true),
    ]
    .compactMap { value, base, isCertain in
      ExampleFigures.figure(value, base: base).map {
        ReferenceDot(
          unit: .proportion, figure: $0, municipality: everyone, isCertain: isCertain)
      }
    }
  }
}
