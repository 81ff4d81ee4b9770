import Charts
package import Markup
import SafetyModel
import Texts

/// One indicator.
package func indicatorView(_ model: IndicatorModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let indicator = model.report.indicator
  let name = indicator.name.text(in: texts.language)
  let lede = ([model.reasons.first, model.outlook].compactMap { $0 }).joined(separator: " ")
  return layout(
    frame, title: name,
    description: lede.isEmpty ? indicator.question.text(in: texts.language) : lede
  ) {
    crumbs(frame, .indicators, texts("page.indicators.menu"), here: name)
    element("h1", .class("question")) { localised(indicator.question, texts) }
    if let status = model.status { element("p") { tag(status) } }
    element("p", .class("num")) {
      element("span", .class("big")) { model.value }
      if let unit = model.unit { " " + unit }
      if let margin = model.margin {
        " "
        element("span", .class("ci")) { margin }
      }
      if let period = model.period { element("span", .class("ci")) { " (" + period + ")" } }
    }
    if !lede.isEmpty { element("p", .class("lede")) { lede } }
    if let remark = indicator.forResidents { element("p") { localised(remark, texts) } }
    trend(model, frame)
    standing(model, frame)
    equalityPart(model, frame)
    elsewhere(model, frame)
    parts(model, frame)
    part("actions", texts("page.indicator.actions")) {
      if model.actions.isEmpty {
        emptyState(texts("page.indicator.noActions"))
      } else {
        element("div", .class("card")) { aimedActions(model.actions, frame) }
      }
    }
    measuredPart(model, frame)
    sourcePart(model, frame)
  }
}

private func trend(_ model: IndicatorModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let chart = IndicatorTrend(
    heading: ChartHeading(
      id: "trend", title: model.report.indicator.name.text(in: texts.language), level: 2),
    report: model.report, in: texts)
  return element("section", .aria("labelledby", "trend-title")) {
    element("div", .class("card flow")) {
      chart.markup(in: texts)
      element("ul", .class("links")) {
        for (ending, name) in DataModel.formats {
          element("li") {
            link(
              frame.to(.indicatorFile(model.report.indicator.code, fileEnding: ending)),
              texts("page.figure.get", ["format": name]))
          }
        }
        if let question = model.question {
          element("li") { link(frame.to(.question(question)), texts("page.overview.toQuestion")) }
        }
      }
    }
  }
}

/// How it is going, with the reasoning.
private func standing(_ model: IndicatorModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let indicator = model.report.indicator
  let words = IndicatorStatusWords(indicator.definition, texts)
  return part("standing", texts("page.indicator.standing")) {
    element("div", .class("card")) {
      element("dl", .class("facts")) {
        fact(texts("page.indicator.fact.status")) {
          if let status = model.status { tag(status) }
          for reason in model.reasons { element("p") { reason } }
          if model.reasons.isEmpty { texts("page.indicator.noValues") }
        }
        if let baseline = model.report.baseline {
          fact(texts("page.indicator.fact.baseline")) {
            model.words.full(baseline.point.value) + " (" + texts.period(baseline.point.period)
              + ")" + (baseline.isNew ? ". " + texts("page.indicator.newBaseline") : "")
          }
        }
        for judged in model.report.targets {
          fact(
            texts(
              judged.target.isInterim
                ? "page.indicator.fact.interim" : "page.indicator.fact.target",
              ["year": texts.period(judged.target.deadline)])
          ) {
            model.words.aim(judged.target.value) + " "
            tag(words.outcome(judged))
          }
        }
        if let outlook = model.outlook {
          fact(texts("page.indicator.fact.outlook")) { outlook }
        }
        described(model, texts)
      }
    }
  }
}

/// Which way, what matters, who answers for it, and how often it is measured.
private func described(_ model: IndicatorModel, _ texts: Texts) -> Fragment {
  let indicator = model.report.indicator
  return Fragment {
    fact(texts("page.indicator.fact.direction")) { direction(model, texts) }
    if let threshold = indicator.threshold {
      fact(texts("page.indicator.fact.threshold")) { model.words.size(threshold) }
    }
    if let responsible = indicator.responsible {
      fact(texts("page.indicator.fact.responsible")) { localised(responsible, texts) }
    }
    fact(texts("page.indicator.fact.rhythm")) {
      texts("page.indicator.rhythm.\(indicator.rhythm.rawValue)")
    }
  }
}

private func fact(_ name: String, @FragmentBuilder _ content: () -> Fragment) -> Fragment {
  Fragment {
    element("dt") { name }
    element("dd", content: content)
  }
}

private func direction(_ model: IndicatorModel, _ texts: Texts) -> String {
  switch model.report.indicator.direction {
  case .lowerIsBetter: texts("page.indicator.direction.lower")
  case .higherIsBetter: texts("page.indicator.direction.higher")
  case .towards(let aim):
    texts("page.indicator.direction.towards", ["value": model.words.aim(aim)])
  case .neutral: texts("page.indicator.direction.neutral")
  }
}

/// The municipality among others, with the way to the whole comparison.
private func elsewhere(_ model: IndicatorModel, _ frame: Frame) -> Fragment? {
  guard let comparison = model.comparison, let newest = comparison.newest else { return nil }
  let texts = frame.texts
  let drawing = ComparisonDrawings(comparison, newest, model.report.indicator, frame)
  return part("elsewhere", texts("page.indicator.elsewhere")) {
    element("div", .class("card flow")) {
      drawing.strip(level: 3).markup(in: texts)
      element("p", .class("meta")) {
        link(
          frame.to(.comparison(model.report.indicator.code)), texts("page.comparison.link"))
      }
    }
  }
}

private func parts(_ model: IndicatorModel, _ frame: Frame) -> Fragment? {
  let above = model.path.dropLast()
  guard !model.report.parts.isEmpty || !above.isEmpty else { return nil }
  let texts = frame.texts
  return part("parts", texts("page.indicator.parts")) {
    element("ul", .class("links")) {
      for indicator in above + model.report.parts.map(\.indicator) {
        element("li") {
          link(frame.to(.indicator(indicator.code)), indicator.name.text(in: texts.language))
        }
      }
    }
  }
}
