import DisclosureControl
import Markup
import Texts

/// A chart with what it shows as its heading, and the ways to its table and its data.
///
/// - Parameters:
///   - frame: Where the page is.
///   - level: 2 or 3, one below the heading that the card stands under.
///   - heading: The finding, or what is drawn.
///   - beneath: More findings in words.
///   - drawing: The chart with its table.
///   - caption: How to read the chart.
///   - files: The published table behind it, as files.
/// - Returns: A figure in a card.
func figureCard(
  _ frame: Frame, heading: String, beneath: [String] = [], drawing: Fragment, caption: String?,
  files: [DataModel.File] = [], details: Fragment? = nil
) -> Fragment {
  element("figure", .class("card flow")) {
    element("h3") { heading }
    for sentence in beneath { element("p", .class("meta")) { sentence } }
    drawing
    element("figcaption", .class("foot")) {
      if let caption { element("p", .class("meta")) { caption } }
      details
      fileLinks(frame, files)
    }
  }
}

/// `Hämta: CSV JSON-stat 2`.
func fileLinks(_ frame: Frame, _ files: [DataModel.File]) -> Fragment? {
  guard !files.isEmpty else { return nil }
  return element("ul", .class("links")) {
    for file in files {
      element("li") {
        link(frame.to(.table(file.table)), frame.texts("page.figure.get", ["format": file.name]))
      }
    }
  }
}

/// A table that opens on demand: every figure of a chart is in it.
func tableTwin(_ texts: Texts, _ label: String, @FragmentBuilder _ table: () -> Fragment)
  -> Fragment
{
  element("details") {
    element("summary") { texts("page.figure.asTable") }
    scrolling(label, table)
  }
}
