import Markup
import SafetyModel
import Texts

/// How the indicator has been measured, newest last, and why each way ended.
func measuredPart(_ model: IndicatorModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let definitions = model.report.indicator.definitions
  return part("measured", texts("page.indicator.measured")) {
    element("div", .class("card")) {
      stackingTable(
        caption: texts("page.indicator.measured"),
        columns: ["from", "what", "source", "why"].map { texts("page.indicator.column.\($0)") },
        rows: definitions.map { definition in
          [
            .header(span(definition, model.report, texts)),
            .text(
              Fragment {
                localised(definition.text, texts)
                if let unit = IndicatorWords(definition, texts).unitWords { " (\(unit))" }
              }),
            .text(source(definition, frame)), .text(ending(definition, texts)),
          ]
        })
      if definitions.count > 1 {
        element("p", .class("meta")) { texts("page.indicator.breakRule") }
      }
    }
    if let experts = model.report.indicator.forExperts {
      element("details") {
        element("summary") { texts("page.indicator.experts") }
        element("p") { localised(experts, texts) }
      }
    }
  }
}

/// `2014–2020`, `2021–`.
private func span(
  _ definition: IndicatorDefinition, _ report: IndicatorReport, _ texts: Texts
) -> String {
  let points = report.history.segments.first { $0.definition.code == definition.code }?.points
  let first = definition.from ?? points?.first?.period
  let from = first.map { texts.period($0) } ?? ""
  // A way that has ended without a date ended with its last value.
  let end = definition.until ?? (definition.ending == nil ? nil : points?.last?.period)
  let until = end.map { texts.period($0) } ?? ""
  return from == until ? from : "\(from)–\(until)"
}

private func source(_ definition: IndicatorDefinition, _ frame: Frame) -> Fragment {
  switch definition.source {
  case .survey: Markup.text(frame.texts("page.indicator.ownSurvey"))
  case .external(let series), .register(let series): localised(series.publisher, frame.texts)
  }
}

private func ending(_ definition: IndicatorDefinition, _ texts: Texts) -> Fragment {
  guard let ending = definition.ending else { return Markup.text("–") }
  let words = IndicatorWords(definition, texts)
  return Fragment {
    texts("page.indicator.ending.\(ending.reason.rawValue)") + ". "
    localised(ending.note, texts)
    for overlap in ending.overlap {
      element("span", .class("sub")) {
        texts(
          "page.indicator.overlap",
          [
            "period": texts.period(overlap.period), "before": words.full(overlap.before),
            "after": words.full(overlap.after),
          ])
      }
    }
  }
}

/// Where the values come from, and which of them the publisher has changed.
func sourcePart(_ model: IndicatorModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return part("sources", texts("page.indicator.sources")) {
    element("div", .class("card")) {
      if model.sources.isEmpty {
        element("p") {
          frame.picture.latest.map { sourceLine($0, texts) } ?? texts("page.indicator.ownSurvey")
        }
      }
      for source in model.sources {
        element("p") {
          localised(source.publisher, texts)
          "."
          if let address = source.address.flatMap({ Markup.Address(https: $0) }) {
            " "
            element("a", .href(address)) { texts("page.indicator.publisher") }
          }
          for fact in source.facts { " " + fact }
        }
      }
      if !model.revisions.isEmpty {
        element("h3") { texts("page.indicator.revised") }
        stackingTable(
          caption: texts("page.indicator.revised"),
          columns: ["period", "earlier", "now", "fetched"].map {
            texts("page.indicator.column.\($0)")
          },
          rows: model.revisions.map {
            [.header($0.period), .number($0.earlier), .number($0.now), .text($0.fetched)]
          })
      }
    }
  }
}
