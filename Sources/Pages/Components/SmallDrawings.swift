package import DisclosureControl
package import Markup
import Texts

/// Small drawings inside tables: the figures stand in words in the cells beside them.
package enum SmallDrawings {
  /// Where a figure is on the scale from 0 to `greatest`, with its interval; everyone is a bar.
  package static func dot(
    _ figure: PublishedFigure, everyone: PublishedFigure?, greatest: Double, label: String
  ) -> Fragment {
    func x(_ value: Double) -> Double { 8 + 204 * min(max(value / max(greatest, 1e-9), 0), 1) }
    return image(220, 26, label) {
      element(
        "line", .class("axis"), .number("x1", 8), .number("x2", 212), .number("y1", 13),
        .number("y2", 13))
      if let value = everyone?.value {
        element(
          "line", .class("everyone"), .number("x1", x(value)), .number("x2", x(value)),
          .number("y1", 4), .number("y2", 22))
      }
      if let value = figure.value, let lower = figure.lower, let upper = figure.upper {
        element(
          "line", .class("interval"), .number("x1", x(lower)), .number("x2", x(upper)),
          .number("y1", 13), .number("y2", 13))
        element(
          "circle", .class("dot"), .number("cx", x(value)), .number("cy", 13), .number("r", 6))
      }
    }
  }

  /// A difference with its interval around zero, on the scale from −`greatest` to `greatest`.
  package static func difference(_ difference: Difference, greatest: Double, label: String)
    -> Fragment
  {
    func x(_ value: Double) -> Double {
      110 + 102 * min(max(value / max(greatest, 1e-9), -1), 1)
    }
    return image(220, 26, label) {
      element(
        "line", .class("axis"), .number("x1", 8), .number("x2", 212), .number("y1", 13),
        .number("y2", 13))
      element(
        "line", .class("zero"), .number("x1", 110), .number("x2", 110), .number("y1", 4),
        .number("y2", 22))
      element(
        "line", .class(difference.isCertain ? "interval" : "interval faint"),
        .number("x1", x(difference.lower)), .number("x2", x(difference.upper)),
        .number("y1", 13), .number("y2", 13))
      element(
        "circle", .class(difference.isCertain ? "dot" : "dot faint"),
        .number("cx", x(difference.value)), .number("cy", 13), .number("r", 6))
    }
  }

  /// The waves of a row with its band, and everyone's waves in grey.
  package static func spark(_ series: [WaveFigure], everyone: [WaveFigure], label: String)
    -> Fragment
  {
    let all = (series + everyone).compactMap { wave in
      wave.figure.lower.flatMap { lower in wave.figure.upper.map { (lower, $0) } }
    }
    let years = (series + everyone).map(\.year)
    guard let low = all.map(\.0).min(), let high = all.map(\.1).max(), let from = years.min(),
      let to = years.max(), to > from
    else { return .empty }
    func x(_ year: Int) -> Double { 4 + 142 * Double(year - from) / Double(to - from) }
    func y(_ value: Double) -> Double { 40 - 36 * (value - low) / max(high - low, 1e-9) }
    let band = series.compactMap { wave in
      wave.figure.lower.flatMap { l in wave.figure.upper.map { (wave.year, l, $0) } }
    }
    return image(150, 44, label) {
      element("polyline", .class("peers"), points(everyone, x, y))
      element(
        "polygon", .class("band"),
        list(band.map { (x($0.0), y($0.2)) } + band.reversed().map { (x($0.0), y($0.1)) }))
      element("polyline", .class("own"), points(series, x, y))
      if let last = series.last, let value = last.figure.value {
        element(
          "circle", .class("dot"), .number("cx", x(last.year)), .number("cy", y(value)),
          .number("r", 3.5))
      }
    }
  }

  private static func points(
    _ series: [WaveFigure], _ x: (Int) -> Double, _ y: (Double) -> Double
  ) -> Attribute {
    list(series.compactMap { wave in wave.figure.value.map { (x(wave.year), y($0)) } })
  }

  private static func list(_ points: [(Double, Double)]) -> Attribute {
    .attribute(
      "points",
      points.map { Coordinate.string($0.0) + "," + Coordinate.string($0.1) }
        .joined(separator: " "))
  }

  private static func image(
    _ width: Int, _ height: Int, _ label: String, @FragmentBuilder _ content: () -> Fragment
  ) -> Fragment {
    element(
      "svg", .class("small"), .attribute("viewBox", "0 0 \(width) \(height)"),
      .number("width", width), .number("height", height), .role("img"), .aria("label", label),
      content: content)
  }
}
