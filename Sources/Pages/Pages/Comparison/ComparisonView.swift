import Charts
package import Markup
import SafetyModel
import Texts

/// The municipality among all others.
package func comparisonView(_ model: ComparisonModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let drawings = ComparisonDrawings(model.comparison, model.shown, model.indicator, frame)
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
    choiceForm(model, frame)
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

/// Group and period, chosen by an ordinary form.
private func choiceForm(_ model: ComparisonModel, _ frame: Frame) -> Fragment? {
  guard model.groups.count > 1 || model.periods.count > 1 else { return nil }
  let texts = frame.texts
  let plain = frame.to(.comparison(model.indicator.code))
  return element("form", .class("filters"), .action(plain.link), .attribute("method", "get")) {
    if model.groups.count > 1 {
      selectField(
        texts("page.address.query.group"), texts("page.comparison.group"),
        options: model.groups.map { ($0.code, $0.words) }, chosen: model.shown.group?.code)
    }
    if model.periods.count > 1 {
      selectField(
        texts("page.address.query.period"), texts("page.comparison.period"),
        options: model.periods.map { ($0.code, $0.words) },
        chosen: model.shown.period.description)
    }
    element("button", .class("btn"), .attribute("type", "submit")) {
      texts("page.comparison.apply")
    }
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
    element("p", .class("meta")) { texts("page.comparison.files") }
    element("ul", .class("links")) {
      for (ending, format) in DataModel.formats {
        element("li") {
          link(
            frame.to(.comparisonFile(model.indicator.code, fileEnding: ending)),
            texts("page.figure.get", ["format": format]))
        }
      }
    }
  }
}
