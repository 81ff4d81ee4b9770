import Texts
import Workflows

extension ResponseReport {
  /// One line a figure, comma-separated, with all digits.
  var csv: String {
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    func line(_ cells: String...) -> String { cells.map(\.quotedIfNeeded).joined(separator: ",") }
    var lines = [
      "# " + notice, "kind,name,category,difference,value,standardError,lower,upper",
      line("response", "", "", "", text(response), "", "", ""),
    ]
    if let found = representativity {
      lines += [
        line(
          "representativity", "", "", "", text(found.indicator), text(found.standardError), "", ""),
        line(
          "coefficient-of-variation", "", "", "", text(found.coefficientOfVariation), "", "", ""),
      ]
      for variable in found.variables {
        lines += [
          line(
            "unconditional", variable.name, "", "", text(variable.unconditional),
            text(variable.unconditionalStandardError), "", ""),
          line("conditional", variable.name, "", "", text(variable.conditional), "", "", ""),
        ]
        for category in variable.categories {
          lines += [
            line(
              "response", variable.name, category.name, "", text(category.response),
              text(category.standardError), "", ""),
            line(
              "unconditional", variable.name, category.name, "", text(category.unconditional), "",
              "", ""),
            line(
              "conditional", variable.name, category.name, "", text(category.conditional), "", "",
              ""),
          ]
        }
      }
    }
    for bounds in bounds {
      lines.append(
        line(
          "share", bounds.subject, "", "", text(bounds.share), "", text(bounds.lower),
          text(bounds.upper)))
      for assumption in bounds.assumptions {
        lines += [
          line(
            "bounds", bounds.subject, "", "\(assumption.difference)", "", "",
            text(assumption.lower), text(assumption.upper)),
          line(
            "bounds-with-sampling", bounds.subject, "", "\(assumption.difference)", "", "",
            text(assumption.lowerWithSampling), text(assumption.upperWithSampling)),
        ]
      }
      if let needed = bounds.differenceNeeded {
        lines.append(line("difference-needed", bounds.subject, "", "", "\(needed)", "", "", ""))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All of it in columns, for the screen.
  func table(in texts: Texts) -> String {
    var lines = [
      notice,
      texts(
        "command.response.counts",
        [
          "study": escapedForTerminal(study), "sampled": "\(sampled)",
          "respondents": "\(respondents)", "response": texts.percent(response, decimals: 1),
        ]), "",
    ]
    if let representativity { lines += representativity.lines(in: texts) + [""] }
    return (lines + boundLines(in: texts)).joined(separator: "\n") + "\n"
  }

  private func boundLines(in texts: Texts) -> [String] {
    guard let first = bounds.first else { return [] }
    let columns = ["subject", "share", "lower", "upper"] + (hasBias ? ["bias"] : [])
    let assumptions = first.assumptions.map { assumption in
      texts(
        "command.response.column.differ",
        ["difference": texts.number(assumption.difference, decimals: 2)])
    }
    let needed = bounds.contains { $0.differenceNeeded != nil }
    let head =
      columns.map { texts("command.response.column.\($0)") } + assumptions
      + (needed ? [texts("command.response.column.needed")] : [])
    let rows = bounds.map { bounds in
      [bounds.subject]
        + ([bounds.share, bounds.lower, bounds.upper] + (hasBias ? [bounds.maximalBias] : []))
        .map { shownFigure($0, texts) }
        + bounds.assumptions.map {
          shownFigure($0.lower, texts) + "–" + shownFigure($0.upper, texts)
        }
        + (needed ? [shownFigure(bounds.differenceNeeded, texts)] : [])
    }
    return [texts("command.response.bounds")] + ColumnText.aligned([head] + rows)
  }

  private var hasBias: Bool { bounds.contains { $0.maximalBias != nil } }
}

extension ResponseReport.Indicators {
  fileprivate func lines(in texts: Texts) -> [String] {
    let heading = texts(
      "command.response.indicator",
      [
        "indicator": shownFigure(indicator, texts),
        "standardError": shownFigure(standardError, texts),
        "variation": shownFigure(coefficientOfVariation, texts),
      ])
    let head = [
      "variable", "sampled", "respondents", "response", "standardError", "unconditional",
      "conditional",
    ].map { texts("command.response.column.\($0)") }
    let rows = variables.flatMap { variable in
      [
        [
          escapedForTerminal(variable.name), "", "", "", "",
          shownFigure(variable.unconditional, texts), shownFigure(variable.conditional, texts),
        ]
      ]
        + variable.categories.map { category in
          [
            "  " + escapedForTerminal(category.name), "\(category.sampled)",
            "\(category.respondents)", shownFigure(category.response, texts),
            shownFigure(category.standardError, texts), shownFigure(category.unconditional, texts),
            shownFigure(category.conditional, texts),
          ]
        }
    }
    return [heading] + ColumnText.aligned([head] + rows)
  }
}
