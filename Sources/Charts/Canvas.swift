package import Markup

/// What a chart draws on: a buffer of shapes, and the height that they came to need.
package struct Canvas: Sendable {
  /// Begins every id inside the drawing.
  package let id: String
  package let width: ChartWidth
  /// Set by the chart when it knows.
  package var height = 0.0
  package private(set) var content = Fragment.empty
  private var hasHatching = false

  package init(id: String, width: ChartWidth) {
    self.id = id
    self.width = width
  }

  var isNarrow: Bool { width == .narrow }
  var textSize: Double { width.textSize }
  var units: Double { width.units }

  mutating func add(_ fragment: Fragment) { content.append(fragment) }

  mutating func line(
    _ style: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) {
    add(
      element(
        "line", .class(style), .number("x1", start.x), .number("y1", start.y),
        .number("x2", end.x), .number("y2", end.y)))
  }

  mutating func circle(_ style: String, _ center: (x: Double, y: Double), radius: Double) {
    add(
      element(
        "circle", .class(style), .number("cx", center.x), .number("cy", center.y),
        .number("r", radius)))
  }

  mutating func rectangle(
    _ style: String, x: ClosedRange<Double>, y: ClosedRange<Double>, corner: Double = 0
  ) {
    add(element("rect", rectangleAttributes(style, x, y, corner)))
  }

  /// A surface for what is not shown.
  mutating func hatchedRectangle(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    add(
      element(
        "rect", rectangleAttributes("c-hidden", x, y, 0) + [hatching]))
  }

  private func rectangleAttributes(
    _ style: String, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ corner: Double
  ) -> [Attribute] {
    [
      .class(style), .number("x", x.lowerBound), .number("y", y.lowerBound),
      .number("width", x.upperBound - x.lowerBound),
      .number("height", y.upperBound - y.lowerBound),
      corner > 0 ? .number("rx", corner) : .none,
    ]
  }

  /// The fill of something that is not shown; draws the pattern into the canvas when first used.
  var hatching: Attribute {
    mutating get {
      if !hasHatching {
        hasHatching = true
        add(hatchPattern)
      }
      return .attribute("fill", "url(#\(id)-hatch)")
    }
  }

  private var hatchPattern: Fragment {
    element("defs") {
      element(
        "pattern", .id("\(id)-hatch"), .number("width", 6), .number("height", 6),
        .attribute("patternUnits", "userSpaceOnUse"), .attribute("patternTransform", "rotate(45)")
      ) {
        element(
          "rect", .class("c-hatch-ground"), .number("width", 6), .number("height", 6))
        element("line", .class("c-hatch"), .number("y2", 6))
      }
    }
  }

  /// An open or closed way through points.
  mutating func polyline(_ style: String, _ points: [(x: Double, y: Double)], closed: Bool = false)
  {
    let list = points.map { "\(Coordinate.string($0.x)),\(Coordinate.string($0.y))" }
      .joined(separator: " ")
    if closed {
      add(element("polygon", .class(style), .attribute("points", list)))
    } else {
      add(element("polyline", .class(style), .attribute("points", list)))
    }
  }

  /// Where a text is fastened.
  enum Anchor: String { case start, middle, end }

  /// Words; `y` is the baseline.
  mutating func words(
    _ string: String, _ style: String? = nil, at place: (x: Double, y: Double),
    anchor: Anchor = .start, size: Double? = nil
  ) {
    add(
      element(
        "text", .class(style), .number("x", place.x), .number("y", place.y),
        .number("font-size", size ?? textSize),
        anchor == .start ? .none : .attribute("text-anchor", anchor.rawValue)
      ) { text(string) })
  }

  /// Lines of words beneath each other; `y` is the first baseline.
  mutating func lines(
    _ lines: [String], _ style: String? = nil, at place: (x: Double, y: Double),
    anchor: Anchor = .start, size: Double? = nil
  ) {
    for (number, line) in lines.enumerated() {
      let step = (size ?? textSize) * 1.2
      words(
        line, style, at: (place.x, place.y + Double(number) * step), anchor: anchor, size: size)
    }
  }

  /// The drawing; its words are hidden from screen readers, which are sent to the table.
  ///
  /// `direction` is fixed since in a page that is read from right to left `text-anchor` would
  /// turn around, and every label stand on the wrong side of its place.
  func svg(shown: String, role: String, name: String) -> Fragment {
    let isImage = role == "img"
    return element(
      "svg", .class("chart-drawing", shown),
      .attribute("viewBox", "0 0 \(Coordinate.string(units)) \(Coordinate.string(height))"),
      .attribute("direction", "ltr"), .role(role), .aria("label", name)
    ) {
      if isImage {
        element("g", .aria("hidden", "true")) { content }
      } else {
        content
      }
    }
  }
}
