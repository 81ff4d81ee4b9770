import Charts
package import Markup
import SafetyModel
import Texts

/// The register of vulnerable areas.
package func registerView(_ model: RegisterModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let lede =
    model.newest.map { texts("page.register.lede", count: model.areas.count, ["date": $0]) }
    ?? texts("page.register.none")
  return layout(frame, title: texts("page.register.link"), description: lede) {
    crumbs(frame, .indicators, texts("page.indicators.menu"), here: texts("page.register.link"))
    element("h1") { texts("page.register.title") }
    element("p", .class("lede")) { lede }
    if model.isEmpty {
      emptyState(texts("page.register.noneText"))
    } else {
      map(model, texts)
      part("meaning", texts("page.register.meaning")) { meaning(model, texts) }
      changes(model, texts)
      part("sources", texts("page.indicator.sources")) {
        element("ul", .class("plain rows card tight")) {
          for line in model.counts.reversed() {
            element("li") {
              element("div") { localised(line.source, texts) }
              element("div", .class("v")) { texts.day(line.date) }
            }
          }
        }
      }
    }
  }
}

private func map(_ model: RegisterModel, _ texts: Texts) -> Fragment {
  let chart = LevelMap(
    heading: ChartHeading(
      id: "map", title: texts("page.register.map"),
      notes: [texts("page.register.mapNote")], level: 2),
    levels: model.levelNames,
    areas: model.areas.map {
      LevelMap.Area(geometry: $0.geometry, label: $0.name, level: $0.levelPlace)
    }, ground: model.ground)
  return element("section", .aria("labelledby", "map-title")) {
    element("div", .class("grid g2")) {
      element("div", .class("card")) { chart.markup(in: texts) }
      element("div", .class("column")) {
        element("div", .class("card")) {
          element("h3") { texts("page.register.areas") }
          if model.areas.isEmpty {
            element("p") { texts("page.register.noAreas") }
          } else {
            stackingTable(
              caption: texts("page.register.areas"),
              columns: ["area", "level", "since"].map { texts("page.register.column.\($0)") },
              rows: model.areas.map { [.header($0.name), .text($0.level), .text($0.since)] })
          }
        }
        count(model, texts)
      }
    }
  }
}

private func meaning(_ model: RegisterModel, _ texts: Texts) -> Fragment {
  element("div", .class("prose")) {
    element("p") { texts("page.register.whatItIs") }
    element("p") { texts("page.register.whatItIsNot") }
    element("dl", .class("facts")) {
      for level in model.levels {
        element("dt") { level.name }
        element("dd") {
          if let meaning = level.meaning { localised(meaning, texts) }
          if let validity = level.validity { element("p", .class("meta")) { validity } }
        }
      }
    }
  }
}

private func count(_ model: RegisterModel, _ texts: Texts) -> Fragment {
  let series = ObservationSeries(
    kind: .count, unit: LocalisedText([texts.language.code: texts("page.register.number")]),
    decimals: 0, source: LocalisedText([:]),
    observations: model.counts.map {
      StatedValue(period: .year($0.date.year), value: Double($0.total))
    }, breaks: [])
  return element("div", .class("card")) {
    CountSteps(
      heading: ChartHeading(id: "count", title: texts("page.register.count")), series: series,
      target: nil
    ).markup(in: texts)
  }
}

private func changes(_ model: RegisterModel, _ texts: Texts) -> Fragment {
  element("section", .aria("labelledby", "changes")) {
    element("div", .class("card")) {
      element("h3", .id("changes")) { texts("page.register.changes") }
      element("p", .class("meta")) { texts("page.register.changesText") }
      if model.changes.isEmpty { element("p") { texts("page.register.noChanges") } }
      element("ul", .class("plain rows")) {
        for change in model.changes {
          element("li") {
            element("div") {
              change.what + " "
              label(texts(change.isReal ? "page.register.real" : "page.register.technical"))
              element("span", .class("q")) {
                change.date
                if let reason = change.reason {
                  ". "
                  localised(reason, texts)
                }
              }
            }
          }
        }
      }
    }
  }
}
