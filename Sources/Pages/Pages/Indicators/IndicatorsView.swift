package import Markup
import SafetyModel
import Texts

/// All indicators of the goal.
package func indicatorsView(_ model: IndicatorsModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let lede = texts("page.indicators.lede")
  return layout(frame, title: texts("page.indicators.menu"), description: lede) {
    element("h1") { texts("page.indicators.title") }
    if let goal = model.goal {
      element("p", .class("lede")) {
        texts("page.indicators.goal") + " "
        localised(goal, texts)
        "."
      }
      if let decision = model.decision {
        element("p", .class("meta")) { localised(decision, texts) }
      }
    }
    if model.lines.isEmpty {
      emptyState(texts("page.indicators.none"))
      element("p") { element("code") { "trygghet goals import MUNICIPALITY.yaml --data DIR" } }
    } else {
      element("ul", .class("plain rows card tight")) {
        for line in model.lines { indicatorItem(line, frame) }
      }
      element("p", .class("meta")) {
        link(frame.to(.register), texts("page.register.link"))
        " · "
        link(frame.to(.preconditions), texts("page.preconditions.link"))
      }
    }
  }
}

private func indicatorItem(_ line: IndicatorsModel.Line, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return element("li", .class(line.depth > 0 ? "part" : nil)) {
    element("div") {
      if line.depth > 0 {
        element("span", .class("q")) { texts("page.indicators.part") }
      }
      link(frame.to(.indicator(line.code)), line.name.text(in: texts.language))
      element("span", .class("q")) { localised(line.question, texts) }
      if let status = line.status { element("p", .class("state")) { tag(status) } }
    }
    element("div", .class("v")) {
      element("strong") { line.value }
      if let margin = line.margin { " " + margin }
      if let period = line.period { element("span", .class("q")) { period } }
      if let target = line.target { element("span", .class("q")) { target } }
    }
  }
}
