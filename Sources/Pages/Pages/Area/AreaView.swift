import Charts
import DisclosureControl
package import Markup
import SafetyModel
import Texts

/// One area.
package func areaView(_ model: AreaModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return layout(
    frame, title: model.name,
    description: ([model.name + "."] + model.lede.map(\.text)).joined(separator: " ")
  ) {
    crumbs(frame, .areas, texts("page.areas.menu"), here: model.name)
    element("h1") { model.name }
    if !model.lede.isEmpty {
      element("p", .class("lede")) { model.lede.map(\.text).joined(separator: " ") }
    }
    element("p", .class("meta")) {
      texts("page.area.base", ["base": model.base])
      if model.isThin { " " + texts("page.area.thin") }
      " "
      element("a", .href(.fragment("others"))) { texts("page.area.other") }
    }
    let scale = AreaScale(model)
    if !model.highlights.isEmpty {
      part("state", texts("page.area.state")) {
        element("div", .class("card tight")) {
          standingTable(model.highlights, model, scale, frame)
        }
        element("p", .class("meta")) { texts("page.area.legend") }
      }
    }
    element("div", .class("grid g2")) {
      sexPart(model, frame)
      actionPart(model, frame)
    }
    allTopics(model, scale, frame)
    others(model, frame)
  }
}

/// The greatest value on the small drawings of shares, the same on the whole page.
private struct AreaScale {
  let share: Double
  init(_ model: AreaModel) {
    let uppers = model.groups.flatMap(\.lines).filter { $0.measure == .proportion }
      .flatMap { [$0.figure.upper, $0.everyone?.upper] }.compactMap { $0 }
    share = ((uppers.max() ?? 1) * 10).rounded(.up) / 10
  }
  func range(_ line: AreaModel.Line) -> ClosedRange<Double> {
    0...(line.measure == .proportion ? share : line.subject.scaleMax ?? 1)
  }
}

private func standingTable(
  _ lines: [AreaModel.Line], _ model: AreaModel, _ scale: AreaScale, _ frame: Frame
) -> Fragment {
  let texts = frame.texts
  let places = PictureReader(frame.picture, texts)?.teller.hasPlaces == true
  let form = places ? "place" : "group"
  let hasSeries = lines.contains { $0.series.count > 1 }
  let years = lines.flatMap(\.series).map(\.year)
  var columns = [
    texts("page.area.question"), String(model.wave), texts("page.area.dot.\(form)"),
    texts("page.area.against.\(form)"),
  ]
  if hasSeries, let first = years.min(), let last = years.max() {
    columns += ["\(first)–\(last)", texts("page.area.change")]
  }
  return stackingTable(
    caption: texts("page.area.state"), style: "standing", columns: columns,
    rows: lines.map { row($0, model, scale, frame, hasSeries: hasSeries) })
}

private func row(
  _ line: AreaModel.Line, _ model: AreaModel, _ scale: AreaScale, _ frame: Frame, hasSeries: Bool
) -> [Cell] {
  let texts = frame.texts
  let value = texts.figure(line.figure, line.measure)
  let unit = FigureUnit(line.measure, scaleMax: line.subject.scaleMax)
  return [
    .header(
      Fragment {
        link(frame.to(.question(line.subject.code)), line.subject.label.text(in: texts.language))
      }),
    .number(valueWithMargin(value, texts.margin(line.figure, line.measure))),
    .graphic(
      ReferenceDot(
        unit: unit, figure: line.figure, municipality: line.everyone, scale: scale.range(line),
        isCertain: line.isCertain
      ).markup(in: texts)),
    .text(line.standing.map(tag) ?? Markup.text(texts("page.area.notCompared"))),
  ]
    + (hasSeries
      ? [
        .graphic(
          Sparkline(
            unit: unit, area: line.series.map { .init(year: $0.year, figure: $0.figure) },
            municipality: line.everyoneSeries.map { .init(year: $0.year, figure: $0.figure) }
          ).markup(in: texts)),
        .text(element("span", .class("meta")) { line.change?.words ?? "–" }),
      ] : [])
}

private func sexPart(_ model: AreaModel, _ frame: Frame) -> Fragment? {
  let texts = frame.texts
  guard let first = model.sexLines.first else { return nil }
  let names = first.values.map(\.name)
  return element("section", .aria("labelledby", "sexes")) {
    element("h2", .id("sexes")) { model.sexHeading }
    element("div", .class("card tight")) {
      stackingTable(
        caption: texts.list(names),
        columns: [texts("page.area.question")] + names + [texts("page.area.difference")],
        rows: model.sexLines.map { line in
          [.header(line.subject.headline.text(in: texts.language))]
            + line.values.map { .number(valueWithMargin($0.value, $0.margin)) }
            + [
              .text(
                line.difference?.isCertain == true
                  ? element("strong") { line.words }
                  : element("span", .class("meta")) { line.words })
            ]
        })
    }
  }
}

private func actionPart(_ model: AreaModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return element("section", .aria("labelledby", "done")) {
    element("h2", .id("done")) { texts("page.area.done") }
    if model.actions.isEmpty {
      emptyState(texts("page.area.noActions"))
    } else {
      element("div", .class("card")) {
        for action in model.actions {
          element("h3") { action.title }
          element("p") {
            label(
              texts("page.actions.long.\(action.effect.rawValue)"),
              action.effect == .preconditions ? .good : .none)
          }
          element("p") { action.finding }
          element("p", .class("meta")) {
            texts(
              "page.area.actionFacts",
              [
                "responsible": action.responsible, "year": action.dueYear,
                "progress": action.progress,
              ])
          }
        }
      }
    }
  }
}

private func allTopics(_ model: AreaModel, _ scale: AreaScale, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return part("topics", texts("page.area.topics")) {
    for group in model.groups {
      element("div", .class("card tight topic")) {
        element("h3") { group.heading }
        standingTable(group.lines, model, scale, frame)
      }
    }
    if model.hidden > 0 {
      element("p", .class("meta")) { texts("page.area.hidden", count: model.hidden) }
    }
  }
}

private func others(_ model: AreaModel, _ frame: Frame) -> Fragment {
  part("others", frame.texts("page.area.others")) {
    element("ul", .class("links")) {
      for other in model.others {
        element("li") {
          link(frame.to(.area(other.code)), other.label.text(in: frame.language))
        }
      }
    }
  }
}
