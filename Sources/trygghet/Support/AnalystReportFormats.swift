import Foundation
import SurveyStatistics
import Texts
import Workflows

extension AnalystReport {
  /// All figures with all their digits: reading the text back gives the same numbers.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// One line a figure or difference, comma-separated, with all digits.
  var csv: String {
    var lines = [
      "# " + notice,
      "kind,subject,by,statistic,domain,second,value,standardError,lower,upper,base,count,"
        + "designEffect,degreesOfFreedom,p," + (isHolm ? "pHolm" : "pAdjusted"),
    ]
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    for table in tables {
      let by = table.by.joined(separator: "/")
      for figure in table.estimates {
        lines.append(
          [
            "estimate", table.subject, by, figure.statistic, figure.domain.joined(separator: "/"),
            "", number(figure.value), number(figure.standardError), number(figure.lower),
            number(figure.upper), "\(figure.base)", figure.count.map { "\($0)" } ?? "",
            number(figure.designEffect), number(figure.degreesOfFreedom), "", "",
          ].joined(separator: ","))
      }
      for pair in table.differences {
        lines.append(
          [
            "difference", table.subject, by, pair.statistic, pair.first.joined(separator: "/"),
            pair.second.joined(separator: "/"), number(pair.difference),
            number(pair.standardError), number(pair.lower), number(pair.upper), "", "", "",
            number(pair.degreesOfFreedom), number(pair.p), number(pair.pAdjusted),
          ].joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var isHolm: Bool {
    tables.allSatisfy { $0.adjustment == FamilyAdjustment.holm.rawValue }
  }

  /// The headlines and their differences in columns, for the screen.
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
    for table in tables {
      lines.append(
        table.subject + (table.by.isEmpty ? "" : " × " + table.by.joined(separator: " × ")))
      lines += ColumnText.aligned(table.figureLines(in: texts))
      if !table.differences.isEmpty {
        lines += ColumnText.aligned(table.differenceLines(in: texts))
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}

extension AnalystReport.Table {
  fileprivate func figureLines(in texts: Texts) -> [[String]] {
    let head = ["group", "statistic", "value", "standardError", "lower", "upper", "base", "deff"]
      .map { texts("command.estimate.column.\($0)") }
    return [head]
      + estimates.map { figure in
        [
          figure.domain.isEmpty
            ? texts("command.estimate.everyone") : figure.domain.joined(separator: " × "),
          figure.statistic, show(figure.value, texts), show(figure.standardError, texts),
          show(figure.lower, texts), show(figure.upper, texts), "\(figure.base)",
          figure.designEffect.map { texts.number($0, decimals: 2) } ?? "–",
        ]
      }
  }

  fileprivate func differenceLines(in texts: Texts) -> [[String]] {
    differences.filter { $0.statistic == first }.lines(adjustment: adjustment, in: texts)
  }

  /// The statistic that the screen compares: the headline, or the only one.
  private var first: String {
    estimates.contains { $0.statistic == "headline" }
      ? "headline" : estimates.first?.statistic ?? ""
  }
}

extension [AnalystReport.Pair] {
  /// The differences in columns, with how their p are adjusted.
  func lines(adjustment: String, in texts: Texts) -> [[String]] {
    let names = ["difference", "value", "standardError", "lower", "upper", "p"]
    let head =
      names.map { texts("command.estimate.column.\($0)") } + [
        texts("command.estimate.column.pAdjusted", ["family": adjustment])
      ]
    return [head]
      + map { pair in
        [
          pair.first.joined(separator: " × ") + " − " + pair.second.joined(separator: " × "),
          show(pair.difference, texts), show(pair.standardError, texts), show(pair.lower, texts),
          show(pair.upper, texts), showP(pair.p, texts), showP(pair.pAdjusted, texts),
        ]
      }
  }
}

extension AnalystReport.Figure {
  /// Value, standard error and interval, for the screen.
  func cells(in texts: Texts) -> [String] {
    [value, standardError, lower, upper].map { show($0, texts) }
  }
}

private func showP(_ p: Double?, _ texts: Texts) -> String {
  guard let p else { return "–" }
  return p < 0.0001 ? "<" + texts.number(0.0001, decimals: 4) : show(p, texts)
}

private func show(_ value: Double?, _ texts: Texts) -> String {
  value.map { texts.number($0, decimals: 4) } ?? "–"
}

/// Text in columns: the first column to the left, the others to the right.
enum ColumnText {
  static func aligned(_ lines: [[String]]) -> [String] {
    guard let first = lines.first else { return [] }
    let widths = first.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      line.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - line[column].count)
        return column == 0 ? "  " + line[column] + padding : padding + line[column]
      }.joined(separator: "  ")
    }
  }
}
