import Markup
import SafetyModel
import Texts

/// The actions that aim at an indicator: what, through which lever, who, when and how far.
func aimedActions(_ lines: [ActionLine], _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return stackingTable(
    caption: texts("page.indicator.actions"),
    columns: ["action", "levers", "responsible", "due", "progress"]
      .map { texts("page.actions.\($0)") },
    rows: lines.map { line in
      [
        .header(described(line, in: line.areaName)), .text(line.leverWords(in: texts)),
        .text(line.responsible),
        .number(line.dueYear), .number(line.progress),
      ]
    })
}

/// Every lever with the actions that move it; a lever that no action moves says so.
func leverActions(_ levers: [(lever: Lever, lines: [ActionLine])], _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return stackingTable(
    caption: texts("page.preconditions.actions"),
    columns: ["lever", "action", "indicators", "responsible", "due", "progress"]
      .map { texts("page.actions.\($0)") },
    rows: levers.flatMap { lever, lines -> [[Cell]] in
      let name = texts("page.lever.\(lever.rawValue)").sentenceCased
      guard !lines.isEmpty else {
        return [
          [
            .header(name), .text(texts("page.preconditions.noLeverAction")), .text("–"),
            .text("–"), .number("–"), .number("–"),
          ]
        ]
      }
      return lines.map { line in
        [
          .header(name), .text(described(line, in: nil)), .text(aims(line, frame)),
          .text(line.responsible), .number(line.dueYear), .number(line.progress),
        ]
      }
    })
}

/// The action with what was seen, and where.
private func described(_ line: ActionLine, in area: String?) -> Fragment {
  Fragment {
    line.title
    element("span", .class("sub line")) {
      area.map { line.finding + " (" + $0 + ")" } ?? line.finding
    }
  }
}

/// The indicators that an action aims at; a dash when it aims at the goal as a whole.
private func aims(_ line: ActionLine, _ frame: Frame) -> Fragment {
  guard !line.indicators.isEmpty else { return Markup.text("–") }
  return Fragment {
    for indicator in line.indicators {
      element("span", .class("line")) {
        link(frame.to(.indicator(indicator.code)), indicator.name)
      }
    }
  }
}
