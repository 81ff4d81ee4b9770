import DisclosureControl
package import Markup
import SafetyModel
import Texts

/// One question with every published breakdown.
package func questionView(_ model: QuestionModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let title = model.subject.label.text(in: texts.language)
  let question = model.subject.question.text(in: texts.language)
  return layout(frame, title: title, description: question) {
    crumbs(frame, .questions, texts("page.questions.menu"), here: title)
    element("h1", .class("question")) { localised(model.subject.question, texts) }
    if let status = model.status { element("p") { tag(status) } }
    element("p", .class("num")) {
      element("span", .class(model.isInWords ? "big words" : "big")) { model.value }
      if let margin = model.margin {
        " "
        element("span", .class("ci")) { margin }
      }
    }
    element("p", .class("lede")) { lede(model, texts) }
    element("p", .class("meta")) {
      texts("page.question.base", ["base": model.base, "wave": String(model.wave)])
      if let interval = model.interval {
        " " + texts("page.question.interval", ["interval": interval])
      }
      " " + texts("page.question.topic", ["topic": model.topic])
    }
    overall(model, frame)
    byPlace(model, frame)
    byGroup(model, frame)
    allAnswers(model, frame)
    crossed(model, frame)
    files(model, frame)
  }
}

private func lede(_ model: QuestionModel, _ texts: Texts) -> String {
  let name = texts("finding.quoted", ["text": model.subject.headline.text(in: texts.language)])
  let key = model.subject.kind == .index ? "page.question.ledeIndex" : "page.question.lede"
  let first = texts(
    key,
    [
      "headline": name,
      "max": texts.number(model.subject.scaleMax ?? 0, decimals: 0),
    ])
  return [first, model.shortChange?.text].compactMap { $0 }.joined(separator: " ")
}

private func overall(_ model: QuestionModel, _ frame: Frame) -> Fragment? {
  let drawings = Drawings(frame)
  let cards = [drawings.categories(model), drawings.waves(model)].compactMap { $0 }
  guard !cards.isEmpty else { return nil }
  return part("overall", frame.texts("page.question.overall")) {
    element("div", .class("grid g2")) { cards }
  }
}

private func byPlace(_ model: QuestionModel, _ frame: Frame) -> Fragment? {
  guard model.byArea != nil || model.bySexInAreas != nil else { return nil }
  let drawings = Drawings(frame)
  return part("areas", frame.texts("page.overview.where")) {
    element("div", .class("grid g2")) {
      if let byArea = model.byArea {
        drawings.areas(
          byArea.table, heading: byArea.heading,
          findings: [byArea.finding?.text].compactMap { $0 })
      }
      if let pairs = model.bySexInAreas {
        drawings.pairs(pairs.table)
      }
    }
  }
}

private func byGroup(_ model: QuestionModel, _ frame: Frame) -> Fragment? {
  guard !model.byGroup.isEmpty else { return nil }
  let drawings = Drawings(frame)
  return part("groups", frame.texts("page.question.groups")) {
    element("div", .class("grid g2")) {
      for breakdown in model.byGroup {
        drawings.groups(
          breakdown.table, heading: breakdown.heading, finding: breakdown.finding?.text)
      }
    }
  }
}

private func allAnswers(_ model: QuestionModel, _ frame: Frame) -> Fragment? {
  let breakdowns = [model.byArea].compactMap { $0 } + model.byGroup
  guard model.hasCategories, !breakdowns.isEmpty else { return nil }
  let drawings = Drawings(frame)
  return part("answers", frame.texts("page.question.categoriesHeading")) {
    element("div", .class("grid g2")) {
      for breakdown in breakdowns { drawings.categories(model, by: breakdown.table) }
    }
  }
}

private func crossed(_ model: QuestionModel, _ frame: Frame) -> Fragment? {
  guard !model.crossed.isEmpty, let reader = PictureReader(frame.picture, frame.texts) else {
    return nil
  }
  let texts = frame.texts
  return part("crossed", texts("page.question.crossed")) {
    for breakdown in model.crossed {
      element("div", .class("card")) {
        element("h3") { breakdown.heading }
        scrolling(breakdown.heading) { crossedTable(breakdown.table, reader) }
        if breakdown.hidden > 0 {
          element("p", .class("meta")) { texts("page.question.hidden", count: breakdown.hidden) }
        }
        fileLinks(frame, Drawings(frame).files(breakdown.table))
      }
    }
  }
}

private func files(_ model: QuestionModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return element("p", .class("meta")) {
    texts("page.question.filesIntro", count: model.tables.count)
    " "
    link(frame.to(.data), texts("page.data.link"))
    " · "
    link(frame.to(.method), texts("page.method.link"))
  }
}
