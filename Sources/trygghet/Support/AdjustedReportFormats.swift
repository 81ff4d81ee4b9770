import Foundation
import Texts
import Workflows

extension AdjustedReport {
  /// All figures with all their digits.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// The groups and their differences in columns, for the screen.
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
        texts(
          "command.compare.title",
          [
            "subject": table.subject, "across": table.across,
            "adjusted": texts.list(table.adjustedFor), "base": "\(table.base)",
          ]))
      lines += ColumnText.aligned(table.groupLines(in: texts))
      lines += ColumnText.aligned(
        table.differenceLines(in: texts, hasMargin: equivalenceMargin != nil))
      lines += [
        texts(
          "command.compare.family", ["count": "\(table.family)", "adjustment": adjustment]), "",
      ]
    }
    if !withoutModel.isEmpty {
      lines += [texts("command.compare.withoutModel", ["items": texts.list(withoutModel)]), ""]
    }
    return lines.joined(separator: "\n")
  }
}

extension AdjustedReport.Table {
  fileprivate func groupLines(in texts: Texts) -> [[String]] {
    let head = ["group", "base", "raw", "adjusted", "standardError", "lower", "upper"]
    return [head.map { texts("command.compare.column.\($0)") }]
      + groups.map { group in
        [
          group.group, "\(group.base)", show(group.raw.value, texts),
          show(group.adjusted.value, texts), show(group.adjusted.standardError, texts),
          show(group.adjusted.lower, texts), show(group.adjusted.upper, texts),
        ]
      }
  }

  fileprivate func differenceLines(in texts: Texts, hasMargin: Bool) -> [[String]] {
    let head =
      ["difference", "raw", "rawP", "adjusted", "lower", "upper", "p", "adjustedP"]
      + (hasMargin ? ["equivalenceP"] : [])
    return [head.map { texts("command.compare.column.\($0)") }]
      + differences.map { pair in
        [
          pair.first + " − " + pair.second, show(pair.raw.value, texts), showP(pair.rawP, texts),
          show(pair.adjusted.value, texts), show(pair.adjusted.lower, texts),
          show(pair.adjusted.upper, texts), showP(pair.p, texts), showP(pair.adjustedP, texts),
        ] + (hasMargin ? [showP(pair.equivalenceP, texts)] : [])
      }
  }

  private func showP(_ p: Double?, _ texts: Texts) -> String {
    guard let p else { return "–" }
    return p < 0.0001 ? "<" + texts.number(0.0001, decimals: 4) : show(p, texts)
  }

  private func show(_ value: Double?, _ texts: Texts) -> String {
    value.map { texts.number($0, decimals: 4) } ?? "–"
  }
}
