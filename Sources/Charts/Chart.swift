package import Markup
package import Texts

/// A published figure as a picture with the same figures in a table beside it.
///
/// A chart takes only what a publication holds, so nothing that is hidden can be drawn. It is
/// drawn once for each of its ``widths``; the style sheet shows the one that fits, so that text
/// is as readable on a telephone as on a wall.
///
/// To add a chart: one file in `Kinds/` with its `examples`, and one line in ``ChartKind/all``.
package protocol Chart: Sendable {
  var heading: ChartHeading { get }
  var widths: [ChartWidth] { get }
  /// Whether parts of the picture are links; it is then a group and not one image.
  var hasLinks: Bool { get }
  func draw(on canvas: inout Canvas, in texts: Texts)
  func legend(in texts: Texts) -> [LegendEntry]
  /// Sentences beneath the picture.
  func notes(in texts: Texts) -> [String]
  func table(in texts: Texts) -> FigureTable
  static var examples: [ChartExample] { get }
}

extension Chart {
  package var widths: [ChartWidth] { [.narrow, .wide] }
  package var hasLinks: Bool { false }
  package func legend(in texts: Texts) -> [LegendEntry] { [] }
  package func notes(in texts: Texts) -> [String] { heading.notes }
}

/// What stands above and beneath a chart.
package struct ChartHeading: Sendable, Hashable {
  /// Unique on the page: ids inside the chart begin with it.
  package var id: String
  package var title: String
  /// The finding as a sentence; the caller knows what is certain.
  package var finding: String?
  /// Sentences beneath: source, how to read it, number of answers.
  package var notes: [String]
  /// 2…6, after the headings of the page around.
  package var level: Int
  package init(
    id: String, title: String, finding: String? = nil, notes: [String] = [], level: Int = 3
  ) {
    self.id = id
    self.title = title
    self.finding = finding
    self.notes = notes
    self.level = level
  }
}

/// The widths that charts are drawn in, in units of the drawing; text is about as many pixels.
package enum ChartWidth: String, Sendable, Hashable, CaseIterable {
  case narrow, wide, broad

  package var units: Double {
    switch self {
    case .narrow: 300
    case .wide: 560
    case .broad: 1040
    }
  }

  package var textSize: Double {
    switch self {
    case .narrow: 15
    case .wide: 14
    case .broad: 16
    }
  }
}

extension Chart {
  /// The whole figure: heading, finding, legend, picture, notes and table.
  package func markup(in texts: Texts) -> Fragment {
    let id = heading.id
    return element("figure", .class("chart"), .id(id), .aria("labelledby", "\(id)-title")) {
      title
      if let finding = heading.finding {
        element("p", .class("chart-finding")) { text(finding) }
      }
      pictures(in: texts)
      element("figcaption") {
        for note in notes(in: texts) { element("p") { text(note) } }
      }
      element("details", .class("chart-table")) {
        element("summary") {
          text(texts("chart.showAsTable"))
          element("span", .class("visually-hidden")) { text(": " + heading.title) }
        }
        table(in: texts).markup(id: "\(id)-table")
      }
    }
  }

  /// The legend and the picture alone, for a page that sets its own heading and table.
  package func pictures(in texts: Texts) -> Fragment {
    Fragment {
      LegendEntry.markup(legend(in: texts))
      for width in widths { picture(width, in: texts) }
    }
  }

  private func picture(_ width: ChartWidth, in texts: Texts) -> Fragment {
    var canvas = Canvas(id: "\(heading.id)-\(width.rawValue)", width: width)
    draw(on: &canvas, in: texts)
    return canvas.svg(
      shown: widths.count == 1 ? "w-only" : "w-\(width.rawValue)",
      role: hasLinks ? "group" : "img",
      name: texts("chart.accessibleName", ["title": heading.title]))
  }

  private var title: Fragment {
    let attributes: [Attribute] = [.id("\(heading.id)-title"), .class("chart-title")]
    switch heading.level {
    case ...2: return element("h2", attributes) { text(heading.title) }
    case 3: return element("h3", attributes) { text(heading.title) }
    case 4: return element("h4", attributes) { text(heading.title) }
    case 5: return element("h5", attributes) { text(heading.title) }
    default: return element("h6", attributes) { text(heading.title) }
    }
  }
}
