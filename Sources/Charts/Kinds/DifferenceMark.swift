import DisclosureControl
package import Texts

/// A difference with its interval on both sides of a zero line, on a common scale.
package struct DifferenceMark: InlineMark {
  package var unit: FigureUnit
  package var difference: ShownDifference
  /// The greatest difference that the scale shows, either way.
  package var reach: Double

  package init(unit: FigureUnit, difference: ShownDifference, reach: Double) {
    self.unit = unit
    self.difference = difference
    self.reach = reach
  }

  /// The scale that a list of differences shares: a round number that holds all their intervals.
  package static func reach(of differences: [ShownDifference]) -> Double {
    let greatest = differences.map { max(abs($0.lower), abs($0.upper)) }.max() ?? 0
    return LinearScale.roundStep(atLeast: max(greatest, 1e-6))
  }

  package static var size: (width: Double, height: Double) { (190, 24) }

  package func name(in texts: Texts) -> String {
    texts(
      "chart.figureWithInterval",
      [
        "figure": difference.words(unit, in: texts),
        "interval": difference.intervalWords(unit, in: texts),
      ])
  }

  package func draw(on canvas: inout Canvas) {
    let x = LinearScale(
      exactly: -reach...max(reach, -reach + 1e-9), places: (6, Self.size.width - 6))
    let middle = Self.size.height / 2
    let style = difference.isCertain ? "c-area" : "c-uncertain"
    canvas.line("c-zero", from: (x(0), 2), to: (x(0), Self.size.height - 2))
    canvas.line(
      "\(style)-line", from: (x(difference.lower), middle), to: (x(difference.upper), middle))
    canvas.circle(style, (x(difference.value), middle), radius: 5.5)
  }

  package static var examples: [any InlineMark] {
    let rows = [("a", 0.464, 600), ("b", 0.17, 900), ("c", 0.26, 400)]
    let table = ExampleFigures.table("area", rows, certain: ["a", "b"]).last
    let differences = (table?.comparisons ?? []).map { ShownDifference($0) }
    return differences.map {
      DifferenceMark(unit: .proportion, difference: $0, reach: reach(of: differences))
    }
  }
}
