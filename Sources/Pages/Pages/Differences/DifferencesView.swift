import Charts
import DisclosureControl
package import Markup
import SafetyModel
import Texts

/// The list of differences with its filter.
package func differencesView(_ model: DifferencesModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let lede = texts(
    "page.differences.lede", count: model.certainInAll,
    [
      "n": texts.number(Double(model.certainInAll), decimals: 0),
      "tested": texts.number(Double(model.tested), decimals: 0), "wave": String(model.wave),
    ])
  return layout(frame, title: texts("page.differences.menu"), description: lede) {
    element("h1") { texts("page.differences.title") }
    element("p", .class("lede")) { lede }
    filterForm(model, frame)
    if !model.certain.isEmpty || model.certainCount == 0 {
      element("section", .aria("labelledby", "certain")) {
        element("h2", .id("certain")) {
          texts("page.differences.certainHeading", count: model.certainCount)
        }
        if model.certain.isEmpty {
          emptyState(texts("page.differences.noneCertain"))
        } else {
          element("div", .class("card tight")) { table(model.certain, model, frame) }
        }
      }
    }
    if model.filter.includesUncertain, !model.uncertain.isEmpty {
      part("uncertain", texts("page.differences.uncertainHeading")) {
        element("p") { texts("page.differences.uncertainText") }
        element("div", .class("card tight")) { table(model.uncertain, model, frame) }
      }
    }
    leaves(model.filter.leaf, of: model.leafCount, frame) {
      .differences(model.filter.at(leaf: $0))
    }
    rule(model, frame)
  }
}

private func filterForm(_ model: DifferencesModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let plain = frame.to(.differences(DifferenceFilter()))
  return element("form", .class("filters"), .action(plain.link), .attribute("method", "get")) {
    selectField(
      texts("page.address.query.comparison"), texts("page.differences.compare"),
      options: [("", texts("page.differences.allComparisons"))]
        + model.families.map { ($0.code, $0.label) },
      chosen: model.filter.comparison)
    selectField(
      texts("page.address.query.topic"), texts("page.differences.topic"),
      options: [("", texts("page.differences.allTopics"))]
        + model.topics.map { ($0.code, $0.label.text(in: texts.language)) },
      chosen: model.filter.topic)
    element("div", .class("check")) {
      element(
        "input", .attribute("type", "checkbox"), .id("show-all"),
        .attribute("name", texts("page.address.query.show")),
        .attribute("value", texts("page.address.query.showAll")),
        .flag("checked", model.filter.includesUncertain))
      element("label", .attribute("for", "show-all")) { texts("page.differences.showAll") }
    }
    element("button", .class("btn"), .attribute("type", "submit")) {
      texts("page.differences.apply")
    }
  }
}

private func table(
  _ lines: [DifferencesModel.Line], _ model: DifferencesModel, _ frame: Frame
) -> Fragment {
  let texts = frame.texts
  let reaches = [Measure.proportion, .mean].map { measure in
    DifferenceMark.reach(of: lines.filter { $0.measure == measure }.map(\.shown))
  }
  return stackingTable(
    caption: texts("page.differences.title"),
    style: "differences",
    columns: ["what", "who", "difference", "interval", "verdict"]
      .map { texts("page.differences.column.\($0)") },
    rows: lines.map { row($0, reach: $0.measure == .proportion ? reaches[0] : reaches[1], frame) })
}

private func row(_ line: DifferencesModel.Line, reach: Double, _ frame: Frame) -> [Cell] {
  let texts = frame.texts
  return [
    .header(
      link(frame.to(.question(line.subject.code)), line.subject.label.text(in: texts.language))),
    .text(line.who),
    .number(
      Fragment {
        element("strong") { line.size }
        if line.measure == .mean {
          element("span", .class("sub")) { texts("page.differences.steps") }
        }
      }),
    .graphic(
      Fragment {
        DifferenceMark(
          unit: FigureUnit(line.measure, scaleMax: line.subject.scaleMax),
          difference: line.shown, reach: reach
        ).markup(in: texts)
        element("span", .class("sub num")) { line.interval }
      }),
    .text(
      line.difference.isCertain
        ? line.verdict.map(tag) ?? Markup.text("–")
        : tag(Status(.none, texts("page.differences.notCertain")))),
  ]
}

private func rule(_ model: DifferencesModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return element("p", .class("meta rule")) {
    texts(
      "page.differences.rule",
      [
        "tested": texts.number(Double(model.tested), decimals: 0),
        "groups": texts.number(Double(model.groupComparisons), decimals: 0),
        "changes": texts.number(Double(model.changeComparisons), decimals: 0),
        "level": texts.percent(model.level), "base": String(model.minimumBase),
      ])
    " "
    link(frame.to(.method), texts("page.method.link"))
    " · "
    link(frame.to(.data), texts("page.data.link"))
  }
}

extension DifferencesModel.Line {
  fileprivate var shown: ShownDifference { ShownDifference(difference.comparison) }
}
