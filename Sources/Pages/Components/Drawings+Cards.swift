import Charts
import DisclosureControl
import Markup
import SafetyModel
import Texts

extension Drawings {
  /// The drawing of a card with its table; the card has the heading.
  func onCard(_ card: IndicatorCard, number: Int) -> Fragment {
    let heading = ChartHeading(id: "card-\(number)", title: card.name)
    switch card.drawing {
    case .waves(_, _, let target, let subject):
      return bare(
        Trend(
          heading: heading, style: .card, waves: frame.picture.waves, subject: subject,
          target: target))
    case .observations(let series, let target):
      return series.kind == .count
        ? bare(CountSteps(heading: heading, series: series, target: target))
        : bare(
          Trend(heading: heading, style: .card, series: series, target: target, in: texts))
    case .groups(let table): return bare(dots(table, heading))
    case .nothing: return .empty
    }
  }

  private func bare(_ chart: some Chart) -> Fragment {
    element("div", .class("chart")) {
      chart.pictures(in: texts)
      element("details", .class("chart-table")) {
        element("summary") {
          texts("page.figure.asTable")
          element("span", .class("visually-hidden")) { ": " + chart.heading.title }
        }
        chart.table(in: texts).markup(id: "\(chart.heading.id)-table")
      }
    }
  }
}
