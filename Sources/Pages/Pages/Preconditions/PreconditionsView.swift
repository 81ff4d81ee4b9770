package import Markup
import SafetyModel
import Texts

/// Living conditions in all areas.
package func preconditionsView(_ model: PreconditionsModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let lede = texts("page.preconditions.lede")
  return layout(frame, title: texts("page.preconditions.link"), description: lede) {
    crumbs(
      frame, .indicators, texts("page.indicators.menu"), here: texts("page.preconditions.link"))
    element("h1") { texts("page.preconditions.title") }
    element("p", .class("lede")) { lede }
    if model.rows.isEmpty || model.columns.isEmpty {
      emptyState(texts("page.preconditions.none"))
    } else {
      element("div", .class("card")) {
        scrolling(texts("page.preconditions.title")) { areaTable(model, frame) }
      }
      element("p", .class("meta")) { texts("page.preconditions.notCause") }
      if let unmapped = model.unmapped {
        element("p", .class("meta")) {
          texts("page.preconditions.unmapped", ["part": unmapped])
        }
      }
      element("p", .class("meta")) {
        texts("page.preconditions.sources") + " "
        for publisher in model.publishers {
          localised(publisher, texts)
          ". "
        }
      }
    }
  }
}

private func areaTable(_ model: PreconditionsModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let felt = [model.feltName].compactMap { $0 }
  let names = felt + model.columns.map { "\($0.name), \($0.period)" }
  return element("table") {
    element("caption", .class("visually-hidden")) { texts("page.preconditions.title") }
    element("thead") {
      element("tr") {
        element("th", .attribute("scope", "col")) { texts("chart.column.area") }
        for name in names { element("th", .class("n long"), .attribute("scope", "col")) { name } }
      }
    }
    element("tbody") {
      for row in model.rows {
        element("tr") {
          element("th", .attribute("scope", "row")) {
            link(frame.to(.areaPreconditions(row.code)), row.name)
          }
          for value in [row.felt].compactMap({ $0 }) + row.values {
            element("td", .class("n")) { value }
          }
        }
      }
      element("tr") {
        element("th", .attribute("scope", "row")) {
          element("strong") { texts("page.preconditions.whole") }
        }
        for value in (model.feltName == nil ? [] : [model.feltWhole ?? "–"])
          + model.columns.map(\.whole)
        {
          element("td", .class("n")) { value }
        }
      }
    }
  }
}
