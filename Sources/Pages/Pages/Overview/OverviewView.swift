import DisclosureControl
package import Markup
import SafetyModel
import Texts

/// The first page.
package func overviewView(_ model: OverviewModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let description = model.lede?.text ?? model.heading
  return layout(frame, title: texts("page.overview.menu"), description: description) {
    element(
      "h1", .lang(model.headingLanguage == texts.language ? nil : model.headingLanguage.code)
    ) { model.heading }
    if let lede = model.lede { element("p", .class("lede")) { lede.text } }
    part("indicators", texts(model.hasGoal ? "page.overview.goal" : "page.overview.figures")) {
      if model.cards.isEmpty { emptyState(texts("page.overview.noFigures")) }
      element("div", .class("grid g3")) {
        for (place, card) in model.cards.enumerated() {
          indicatorCard(card, number: place + 1, frame)
        }
      }
    }
    if let spread = model.spread, let reader = PictureReader(frame.picture, texts) {
      part("where", texts("page.overview.where")) {
        element("div", .class("grid g2")) { spreadCards(spread, reader, frame) }
        element("p", .class("meta")) {
          link(
            frame.to(.differences(DifferenceFilter())), texts("page.overview.allDifferences"))
        }
      }
    }
    part("actions", texts("page.overview.actions")) { actions(model, frame) }
  }
}

private func indicatorCard(_ card: IndicatorCard, number: Int, _ frame: Frame) -> Fragment {
  element("article", .class("card flow")) {
    element("h3") { card.name }
    element("p") {
      if let status = card.status { tag(status) }
    }
    element("p", .class("num")) {
      element("span", .class(card.isInWords ? "big words" : "big")) { card.value }
      if let unit = card.unit {
        " "
        element("span", .class("ci")) { unit }
      }
      if let beside = card.beside {
        " "
        element("span", .class("ci")) { beside }
      }
    }
    Drawings(frame).onCard(card, number: number)
    element("div", .class("foot")) {
      let sentences = [card.aim].compactMap(\.self) + card.sentences
      if !sentences.isEmpty {
        element("p", .class("meta")) { sentences.joined(separator: " ") }
      }
      if let address = card.link {
        element("p", .class("meta")) {
          element("a", .href(address.link)) {
            frame.texts(card.linkKey)
            element("span", .class("visually-hidden")) { ": " + card.name }
          }
        }
      }
    }
  }
}

private func spreadCards(
  _ spread: OverviewModel.Spread, _ reader: PictureReader, _ frame: Frame
) -> Fragment {
  let drawings = Drawings(frame)
  let headline = reader.words(spread.subject.headline)
  return Fragment {
    if let table = spread.byArea {
      drawings.areas(table, heading: headline, findings: spread.areaFindings.map(\.text))
    }
    if let table = spread.bySex {
      drawings.pairs(table)
    }
    if let table = spread.otherwise {
      drawings.groups(
        table, heading: reader.heading(of: table.dimensions),
        finding: Findings.groupDifferences(table, reader.teller)?.text)
    }
    if spread.byArea == nil, spread.bySex == nil, spread.otherwise == nil {
      emptyState(frame.texts("page.overview.noBreakdown"))
    }
  }
}

private func actions(_ model: OverviewModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  guard !model.actions.isEmpty else { return emptyState(texts("page.overview.noActions")) }
  return element("div", .class("card")) { actionTable(model.actions, frame) }
}

/// Decided actions against what was seen.
func actionTable(_ lines: [ActionLine], _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return stackingTable(
    caption: texts("page.actions.caption"),
    columns: ["finding", "action", "responsible", "effect", "due", "progress"]
      .map { texts("page.actions.\($0)") },
    rows: lines.map { line in
      [
        .header(line.finding), .text(line.title), .text(line.responsible),
        .text(
          label(
            texts("page.actions.\(line.effect.rawValue)"),
            line.effect == .preconditions ? .good : .none)),
        .number(line.dueYear), .number(line.progress),
      ]
    })
}
