package import Markup
import SafetyModel
import Texts

/// All areas.
package func areasView(_ model: AreasModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let label = model.dimension.label.text(in: texts.language)
  let title = model.isPlaces ? texts("page.areas.menu") : label
  return layout(
    frame, title: title,
    description: model.findings.first?.text ?? texts("page.areas.description")
  ) {
    element("h1") { title }
    if let finding = model.findings.first { element("p", .class("lede")) { finding.text } }
    if let table = model.table, let subject = model.subject {
      element("div", .class("grid")) {
        Drawings(frame).areas(
          table, heading: subject.headline.text(in: texts.language),
          findings: model.findings.dropFirst().map(\.text), level: 2)
      }
    }
    part("list", texts("page.areas.list")) {
      element("div", .class("card tight")) { areaTable(model, frame) }
      element("p", .class("meta")) { texts("page.areas.explanation") }
    }
  }
}

private func areaTable(_ model: AreasModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let headline = model.subject?.headline.text(in: texts.language) ?? ""
  let against = texts(model.isPlaces ? "page.area.against.place" : "page.area.against.group")
  return stackingTable(
    caption: texts("page.areas.list"),
    columns: [
      model.dimension.label.text(in: texts.language), headline, against,
      texts("page.areas.worse"), texts("page.areas.better"), texts("page.figure.base"),
    ],
    rows: model.lines.map { line in
      [
        .header(link(frame.to(.area(line.code)), line.name)),
        .number(valueWithMargin(line.value, line.margin)),
        .text(line.standing.map(tag) ?? Markup.text("–")),
        .number(counted(line.worse, line, texts)), .number(counted(line.better, line, texts)),
        .number(line.base),
      ]
    })
}

private func counted(_ n: Int, _ line: AreasModel.Line, _ texts: Texts) -> String {
  line.compared == 0
    ? "–" : texts("page.areas.ofQuestions", ["k": String(n), "n": String(line.compared)])
}

/// `47 %` above `± 4`.
func valueWithMargin(_ value: String, _ margin: String?) -> Fragment {
  Fragment {
    element("strong") { value }
    if let margin {
      " "
      element("span", .class("sub")) { margin }
    }
  }
}
