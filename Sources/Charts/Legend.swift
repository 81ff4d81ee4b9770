package import Markup

/// A line of a legend: a mark and what it means; set as HTML so that its text keeps its size.
package struct LegendEntry: Sendable, Hashable {
  package enum Mark: Sendable, Hashable {
    case women, men, area, uncertain, municipality, certainDifference, hidden, earlier
    /// Of indicators: where the development leads, and a line or dot for each kind of place.
    case outlook, own, group, groupMean, groupLine, country, countryMark, place, funnel, funnelFar
    /// A colour step, 1…7.
    case step(Int)
  }
  package var mark: Mark
  package var words: String
  package init(_ mark: Mark, _ words: String) {
    self.mark = mark
    self.words = words
  }

  /// Left out for screen readers: the table says the same in order.
  static func markup(_ entries: [LegendEntry]) -> Fragment {
    guard !entries.isEmpty else { return .empty }
    return element("ul", .class("chart-legend"), .aria("hidden", "true")) {
      for entry in entries {
        element("li") {
          element(
            "svg", .attribute("viewBox", "0 0 22 16"), .number("width", 22), .number("height", 16)
          ) { drawing(of: entry.mark) }
          element("span") { text(entry.words) }
        }
      }
    }
  }

  private static func drawing(of mark: Mark) -> Fragment {
    var canvas = Canvas(id: "", width: .narrow)
    switch mark {
    case .women: canvas.circle("c-women", (11, 8), radius: 6)
    case .men: canvas.rectangle("c-men", x: 5.5...16.5, y: 2.5...13.5)
    case .area: canvas.circle("c-area", (11, 8), radius: 6)
    case .uncertain: canvas.circle("c-uncertain", (11, 8), radius: 5)
    case .municipality: canvas.line("c-reference", from: (11, 0), to: (11, 16))
    case .certainDifference: canvas.line("c-certain", from: (1, 8), to: (21, 8))
    case .earlier: canvas.line("c-earlier", from: (1, 8), to: (21, 8))
    case .outlook:
      canvas.rectangle("c-fan", x: 1...21, y: 1...15)
      canvas.line("c-fan-line", from: (1, 8), to: (21, 8))
    case .own: canvas.line("c-line-own", from: (1, 8), to: (21, 8))
    case .group: canvas.circle("c-group", (11, 8), radius: 5)
    case .groupMean: canvas.line("c-group-mean", from: (11, 0), to: (11, 16))
    case .countryMark: canvas.line("c-target", from: (11, 0), to: (11, 16))
    case .groupLine: canvas.line("c-line-group", from: (1, 8), to: (21, 8))
    case .country: canvas.line("c-line-country", from: (1, 8), to: (21, 8))
    case .place: canvas.circle("c-place", (11, 8), radius: 4)
    case .funnel: canvas.line("c-funnel", from: (1, 8), to: (21, 8))
    case .funnelFar: canvas.line("c-funnel-far", from: (1, 8), to: (21, 8))
    case .step(let step): canvas.rectangle("c-step c-step-\(step)", x: 1...21, y: 1...15)
    case .hidden: drawHatching(on: &canvas)
    }
    return canvas.content
  }

  /// Drawn with lines, since a pattern would need an id of its own for each legend.
  private static func drawHatching(on canvas: inout Canvas) {
    canvas.rectangle("c-hatch-ground", x: 1...21, y: 1...15)
    for x in stride(from: 1.0, to: 21, by: 5) {
      canvas.line("c-hatch", from: (x, 15), to: (min(x + 14, 21), max(1, 15 - (21 - x))))
    }
    canvas.rectangle("c-hidden-edge", x: 1...21, y: 1...15)
  }
}
