import Charts
package import Markup
import SafetyModel
import Texts

/// The municipality among all others.
package func comparisonView(_ model: ComparisonModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let drawings = ComparisonDrawings(model.comparison, model.indicator, frame)
  let name = model.indicator.name.text(in: texts.language)
  let strip = drawings.strip(level: 2)
  let lede = strip.standing(in: texts) ?? texts("page.comparison.noValue")
  return layout(frame, title: texts("page.comparison.title", ["name": name]), description: lede) {
    element("nav", .class("crumbs"), .aria("label", texts("page.layout.crumbs"))) {
      link(frame.to(.indicators), texts("page.indicators.menu"))
      " / "
      link(frame.to(.indicator(model.indicator.code)), name)
      " / "
      element("span", .aria("current", "page")) { texts("page.comparison.crumb") }
    }
    element("h1") { texts("page.comparison.title", ["name": name]) }
    element("p", .class("lede")) { lede }
    element("section", .aria("labelledby", "strip-title")) {
      element("div", .class("card")) { strip.markup(in: texts) }
    }
    part("more", texts("page.comparison.more")) {
      element("div", .class("grid g2")) {
        if let chart = drawings.development { card(chart, texts) }
        if let chart = drawings.women { card(chart, texts) }
        if let chart = drawings.funnel { card(chart, texts) }
      }
    }
    about(model, frame)
  }
}

private func card(_ chart: some Chart, _ texts: Texts) -> Fragment {
  element("div", .class("card flow")) { chart.markup(in: texts) }
}

private func about(_ model: ComparisonModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return part("about", texts("page.comparison.about")) {
    element("p") { texts("page.comparison.aboutText") }
    for source in model.sources {
      element("p", .class("meta")) {
        localised(source.publisher, texts)
        "."
        for fact in source.facts { " " + fact }
      }
    }
    element("ul", .class("links")) {
      for (ending, format) in DataModel.formats {
        element("li") {
          link(
            frame.to(.indicatorFile(model.indicator.code, fileEnding: ending)),
            texts("page.figure.get", ["format": format]))
        }
      }
    }
  }
}
