import SurveyStatistics
import Texts
import Workflows

extension AnalystReport {
  /// The figures and the headlines' comparisons in columns, for the screen.
  func table(in texts: Texts) -> String {
    var lines = [
      notice,
      texts(
        "command.estimate.design",
        [
          "study": escapedForTerminal(study), "rows": "\(rows)",
          "degreesOfFreedom": "\(degreesOfFreedom)",
          "confidence": texts.percent(confidence, decimals: 0),
        ]), "",
    ]
    for table in tables { lines += table.lines(in: texts) + [""] }
    return lines.joined(separator: "\n")
  }
}

extension AnalystReport.Table {
  fileprivate func lines(in texts: Texts) -> [String] {
    var lines = [escapedForTerminal(([subject] + by).joined(separator: " × "))]
    if !standardisedBy.isEmpty {
      lines.append(
        texts("command.estimate.standardised", ["by": standardisedBy.joined(separator: " × ")]))
    }
    if let model { lines.append(model.line(in: texts)) }
    if !estimates.isEmpty { lines += ColumnText.aligned(figureLines(in: texts)) }
    for kind in AnalystReport.Pair.Kind.inOrder {
      let pairs = differences.filter {
        $0.kind == kind && ($0.statistic == first || $0.kind.standsAlone)
      }
      if !pairs.isEmpty {
        lines += ColumnText.aligned(pairs.lines(adjustment: adjustment, in: texts))
        lines.append(pairs.familyLine(adjustment: adjustment, in: texts))
      }
    }
    lines += tests.map { $0.line(in: texts) } + covarianceLines(in: texts)
    let apart = estimates.filter { $0.statistic == "pooled" && $0.isOfDifferingWaves }
    if !apart.isEmpty {
      lines.append(
        texts(
          "command.estimate.notPooled", ["groups": texts.list(apart.map { $0.name(in: texts) })]))
    }
    return lines
  }

  private func figureLines(in texts: Texts) -> [[String]] {
    let last = model?.kind == .areaModel ? "directWeight" : model == nil ? "deff" : nil
    let hasWaves = estimates.contains { $0.wave != nil }
    let head =
      ["group"] + (hasWaves ? ["wave"] : [])
      + ["statistic", "value", "standardError", "lower", "upper", "base"]
      + (last.map { [$0] } ?? [])
    return [head.map { texts("command.estimate.column.\($0)") }]
      + estimates.map { figure in
        [figure.name(in: texts)] + (hasWaves ? [figure.wave.map { "\($0)" } ?? "–"] : [])
          + [figure.statisticName(in: texts)] + figure.cells(in: texts) + ["\(figure.base)"]
          + (last.map { [figure.last($0, in: texts)] } ?? [])
      }
  }

  /// The statistic that the screen compares: the headline, or the only one.
  private var first: String {
    estimates.contains { $0.statistic == "headline" }
      ? "headline" : estimates.first?.statistic ?? ""
  }
}

extension AnalystReport.Model {
  fileprivate func line(in texts: Texts) -> String {
    switch kind {
    case .pooledWaves:
      return texts(
        "command.estimate.model.pooled",
        ["waves": texts.list(waves.map { "\($0)" }), "weights": method])
    case .areaModel:
      let explained =
        explainedBy.isEmpty
        ? texts("command.estimate.model.unexplained")
        : texts.list(explainedBy.map { escapedForTerminal($0) })
      let line = texts(
        "command.estimate.model.areas",
        [
          "method": method.uppercased(), "explained": explained,
          "variance": varianceBetweenGroups.map { texts.number($0, decimals: 6) } ?? "–",
        ])
      let extra =
        (isBenchmarked ? [texts("command.estimate.model.benchmarked")] : [])
        + (varianceBetweenGroups == 0 ? [texts("command.estimate.model.noVariance")] : [])
      return ([line] + extra).joined(separator: " ")
    }
  }
}

extension AnalystReport.Pair.Kind {
  fileprivate static let inOrder: [AnalystReport.Pair.Kind] = [
    .difference, .ratio, .change, .changeDifference, .composition, .rate, .contrast,
  ]

  /// A part of a difference or a contrast, which belong to no column of the table.
  fileprivate var standsAlone: Bool { [.composition, .rate, .contrast].contains(self) }
}

extension AnalystReport.Test {
  fileprivate func line(in texts: Texts) -> String {
    let degreesOfFreedom = degreesOfFreedom.map { texts.number($0, decimals: 2) }
    return texts(
      "command.estimate.testLine",
      [
        "name": name, "statistic": shownFigure(statistic, texts),
        "degreesOfFreedom": degreesOfFreedom.isEmpty
          ? "–" : degreesOfFreedom.joined(separator: " / "),
        "p": shownP(p, texts),
      ])
  }
}

extension [AnalystReport.Pair] {
  /// The comparisons in columns, with how their p are adjusted.
  func lines(adjustment: String, in texts: Texts) -> [[String]] {
    let hasMargin = contains { $0.equivalenceP != nil }
    let kind = first?.kind ?? .difference
    let head =
      [texts("command.estimate.kind.\(kind.rawValue)")]
      + ["value", "standardError", "lower", "upper", "p"].map {
        texts("command.estimate.column.\($0)")
      }
      + [texts("command.estimate.column.pAdjusted", ["family": adjustment])]
      + (hasMargin ? [texts("command.estimate.column.equivalenceP")] : [])
    return [head]
      + map { pair in
        [pair.name(in: texts)]
          + [pair.value, pair.standardError, pair.lower, pair.upper].map {
            shownFigure($0, texts)
          }
          + [shownP(pair.p, texts), shownP(pair.pAdjusted, texts)]
          + (hasMargin ? [shownP(pair.equivalenceP, texts)] : [])
      }
  }
}

extension [AnalystReport.Pair] {
  /// How many tests are judged together, and how.
  fileprivate func familyLine(adjustment: String, in texts: Texts) -> String {
    texts("command.estimate.family", count: first?.family ?? 0, ["adjustment": adjustment])
  }
}

extension AnalystReport.Pair {
  fileprivate func name(in texts: Texts) -> String {
    if kind == .contrast { return escapedForTerminal(first.joined()) }
    let (a, b) = (groupName(first, texts), groupName(second, texts))
    if first == second { return a }
    return kind == .ratio ? "\(a) / \(b)" : "\(a) − \(b)"
  }
}

extension AnalystReport.Figure {
  /// Value, standard error and interval, for the screen.
  func cells(in texts: Texts) -> [String] {
    [value, standardError, lower, upper].map { shownFigure($0, texts) }
  }

  fileprivate func name(in texts: Texts) -> String { groupName(domain, texts) }

  fileprivate var isOfDifferingWaves: Bool { value == nil && differingWavesP != nil }

  fileprivate func statisticName(in texts: Texts) -> String {
    ["direct", "model-based", "pooled"].contains(statistic)
      ? texts("command.estimate.statistic.\(statistic)") : statistic
  }

  fileprivate func last(_ column: String, in texts: Texts) -> String {
    column == "deff"
      ? designEffect.map { texts.number($0, decimals: 2) } ?? "–"
      : directWeight.map { texts.percent($0, decimals: 0) } ?? "–"
  }
}

private func groupName(_ key: [String], _ texts: Texts) -> String {
  key.isEmpty ? texts("command.estimate.everyone") : key.joined(separator: " × ")
}
