package import Markup
package import Texts

/// A small mark in a cell of a table: its name says every figure that it shows.
package protocol InlineMark: Sendable {
  /// Units of the drawing, which are pixels.
  static var size: (width: Double, height: Double) { get }
  func name(in texts: Texts) -> String
  func draw(on canvas: inout Canvas)
  static var examples: [any InlineMark] { get }
}

extension InlineMark {
  package func markup(in texts: Texts) -> Fragment {
    let name = name(in: texts)
    var canvas = Canvas(id: "", width: .narrow)
    draw(on: &canvas)
    return element(
      "svg", .class("chart-mark"),
      .attribute(
        "viewBox",
        "0 0 \(Coordinate.string(Self.size.width)) "
          + Coordinate.string(Self.size.height)),
      .number("width", Self.size.width), .number("height", Self.size.height),
      .attribute("direction", "ltr"), .role("img"), .aria("label", name)
    ) { canvas.content }
  }
}
