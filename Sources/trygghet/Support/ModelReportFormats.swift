import Texts
import Workflows

extension AdjustedReport.Table {
  /// The coefficients and the tests of terms, one line each, in the columns of the comparisons.
  var modelLines: [String] {
    guard let model else { return [] }
    return model.coefficients.map(line) + model.terms.map(line)
  }

  private func line(_ found: AdjustedReport.Coefficient) -> String {
    line([
      "coefficient", subject, across, found.term ?? "intercept", found.value ?? "", "", "", "", "",
      "", text(found.coefficient.standardError), text(found.coefficient.lower),
      text(found.coefficient.upper), text(found.p), "", "", text(found.coefficient.value),
      text(found.t), text(found.degreesOfFreedom), text(found.ratio?.value),
      text(found.ratio?.lower), text(found.ratio?.upper),
    ])
  }

  /// The statistic stands under value, both degrees of freedom with a stroke between.
  private func line(_ test: AdjustedReport.TermTest) -> String {
    line(
      ["term", subject, across, test.term] + Array(repeating: "", count: 9)
        + [
          text(test.p), "", "", text(test.statistic), "",
          test.degreesOfFreedom.map { "\($0)" }.joined(separator: "/"), "", "", "",
        ])
  }

  private func line(_ cells: [String]) -> String {
    cells.map(\.quotedIfNeeded).joined(separator: ",")
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}

extension AdjustedReport.Model {
  /// The coefficients in columns, and a line for each term, for the screen.
  func lines(in texts: Texts) -> [String] {
    let hasRatios = coefficients.contains { $0.ratio != nil }
    let head =
      ["coefficient", "value", "standardError", "lower", "upper", "t", "p"]
      + (hasRatios ? ["ratio", "ratioLower", "ratioUpper"] : [])
    let rows = coefficients.map { found in
      [found.name(in: texts)]
        + [
          found.coefficient.value, found.coefficient.standardError, found.coefficient.lower,
          found.coefficient.upper, found.t,
        ].map { shownFigure($0, texts) } + [shownP(found.p, texts)]
        + (hasRatios
          ? [found.ratio?.value, found.ratio?.lower, found.ratio?.upper].map {
            shownFigure($0, texts)
          } : [])
    }
    return [
      texts(
        "command.compare.model",
        [
          "model": family,
          "degreesOfFreedom": coefficients.first?.degreesOfFreedom
            .map { texts.number($0, decimals: 0) } ?? "–",
        ])
    ]
      + ColumnText.aligned(
        [head.map { texts("command.compare.column.\($0)") }] + rows)
      + terms.map { $0.line(in: texts) }
  }
}

extension AdjustedReport.Coefficient {
  fileprivate func name(in texts: Texts) -> String {
    guard let term else { return texts("command.compare.intercept") }
    guard let value else { return escapedForTerminal(term) }
    return "\(term): \(value) − \(reference ?? "–")"
  }
}

extension AdjustedReport.TermTest {
  fileprivate func line(in texts: Texts) -> String {
    texts(
      "command.compare.termLine",
      [
        "term": escapedForTerminal(term), "statistic": shownFigure(statistic, texts),
        "degreesOfFreedom": degreesOfFreedom.isEmpty
          ? "–" : degreesOfFreedom.map { texts.number($0, decimals: 0) }.joined(separator: " / "),
        "p": shownP(p, texts),
      ])
  }
}
