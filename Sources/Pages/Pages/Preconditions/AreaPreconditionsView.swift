import Charts
package import Markup
import SafetyModel
import Texts

/// Living conditions in one area.
package func areaPreconditionsView(
  _ model: AreaPreconditionsModel, _ frame: Frame
) -> Fragment {
  let texts = frame.texts
  let title = texts("page.preconditions.areaTitle", ["area": model.name])
  let lede = texts("page.preconditions.areaLede", ["area": model.name])
  return layout(frame, title: title, description: lede) {
    crumbs(frame, .preconditions, texts("page.preconditions.link"), here: model.name)
    element("h1") { title }
    element("p", .class("lede")) { lede }
    element("div", .class("card")) { overview(model, texts) }
    element("p", .class("meta")) { texts("page.preconditions.notCause") }
    part("time", texts("page.preconditions.time")) {
      element("div", .class("grid g2")) {
        for measure in model.measures { development(measure, model, texts) }
      }
    }
    part("actions", texts("page.preconditions.actions")) {
      actions(model, frame)
    }
    if !model.otherActions.isEmpty {
      part("other-actions", texts("page.preconditions.otherActions")) {
        element("div", .class("card")) { actionTable(model.otherActions, frame) }
      }
    }
    part("others", texts("page.area.others")) {
      element("ul", .class("links")) {
        if model.hasPage {
          element("li") {
            link(
              frame.to(.area(model.code)), texts("page.preconditions.toArea", ["area": model.name]))
          }
        }
        for other in model.others {
          element("li") { link(frame.to(.areaPreconditions(other.code)), other.name) }
        }
      }
    }
  }
}

private func actions(_ model: AreaPreconditionsModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  guard !model.levers.allSatisfy(\.lines.isEmpty) || !model.otherActions.isEmpty else {
    return emptyState(texts("page.preconditions.noActions"))
  }
  return Fragment {
    element("p", .class("meta")) { texts("page.preconditions.actionsText") }
    element("div", .class("card")) { leverActions(model.levers, frame) }
  }
}

private func overview(_ model: AreaPreconditionsModel, _ texts: Texts) -> Fragment {
  let felt: [[Cell]] =
    model.feltName.map { name in
      [
        [
          .header(element("strong") { name }), .text(texts("page.preconditions.felt")),
          .number(model.felt ?? "–"), .number(model.feltWhole ?? "–"),
        ]
      ]
    } ?? []
  return stackingTable(
    caption: texts("page.preconditions.areaTitle", ["area": model.name]),
    columns: [
      texts("page.preconditions.column.what"), texts("page.preconditions.column.lever"),
      model.name, texts("page.preconditions.whole"),
    ],
    rows: felt
      + model.measures.map { measure in
        [
          .header(
            Fragment {
              measure.name
              element("span", .class("sub")) { " " + measure.period }
              if measure.withoutValue > 0 {
                element("span", .class("sub")) {
                  texts("page.preconditions.withoutValue", count: measure.withoutValue)
                }
              }
            }),
          .text(texts("page.lever.\(measure.lever.rawValue)")), .number(measure.value),
          .number(measure.whole),
        ]
      })
}

private func development(
  _ measure: AreaPreconditionsModel.Measure, _ model: AreaPreconditionsModel, _ texts: Texts
) -> Fragment {
  func points(_ list: [AreaPreconditionsModel.PreconditionPoint]) -> [DevelopmentLines.Point] {
    list.map { DevelopmentLines.Point(period: $0.period, value: $0.value) }
  }
  let chart = DevelopmentLines(
    heading: ChartHeading(
      id: "measure-\(measure.lever.rawValue)-\(safe(measure.code))", title: measure.name),
    unit: measure.isShare
      ? .proportion : .observation(decimals: measure.decimals, unit: measure.unit),
    decimals: measure.decimals,
    lines: [
      DevelopmentLines.Line(role: .own, label: model.name, points: points(measure.own)),
      DevelopmentLines.Line(
        role: .country, label: texts("page.preconditions.whole"), points: points(measure.everyone)),
    ])
  return element("div", .class("card flow")) { chart.markup(in: texts) }
}

/// An id of plain letters, whatever the code.
private func safe(_ code: String) -> String {
  String(code.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
}
