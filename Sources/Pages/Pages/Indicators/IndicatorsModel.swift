package import SafetyModel
package import Texts

/// All indicators of the goal, each with its value and how it is going.
package struct IndicatorsModel: Sendable {
  package struct Line: Sendable {
    package var code: String
    package var name: LocalisedText
    package var question: LocalisedText
    package var value: String
    package var margin: String?
    package var period: String?
    package var status: Status?
    package var target: String?
    /// 0 for the goal's own indicators, 1 for their parts.
    package var depth: Int
  }
  package var goal: LocalisedText?
  package var decision: LocalisedText?
  package var lines: [Line]

  package init(_ picture: SafetyPicture, _ texts: Texts) {
    goal = picture.goal?.text
    decision = picture.goal?.decision
    lines = picture.reports.flatMap { IndicatorsModel.lines($0, depth: 0, texts) }
  }

  private static func lines(_ report: IndicatorReport, depth: Int, _ texts: Texts) -> [Line] {
    [line(report, depth: depth, texts)]
      + report.parts.flatMap { lines($0, depth: depth + 1, texts) }
  }

  private static func line(_ report: IndicatorReport, depth: Int, _ texts: Texts) -> Line {
    let indicator = report.indicator
    let words = IndicatorWords(indicator.definition, texts)
    let newest = report.history.newest
    return Line(
      code: indicator.code, name: indicator.name, question: indicator.question,
      value: newest.map { words.full($0.value) } ?? "–",
      margin: newest.flatMap { words.margin($0) }, period: newest.map { texts.period($0.period) },
      status: newest.map { _ in
        IndicatorStatusWords(indicator.definition, texts).tag(report)
      },
      target: indicator.target.map {
        texts(
          "page.indicators.target",
          ["value": words.aim($0.value), "year": texts.period($0.deadline)])
      }, depth: depth)
  }
}
