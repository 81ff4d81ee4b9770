import Foundation
import Texts
import Workflows

extension AdjustedReport {
  /// All figures with all their digits.
  var json: String {
    get throws { try JSONText.of(self) }
  }

  /// One line a group or difference, comma-separated, with all digits.
  var csv: String {
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    var lines = [
      "# " + notice,
      "kind,subject,across,first,second,base,raw,rawStandardError,rawP,adjusted,standardError,"
        + "lower,upper,p,adjustedP,equivalenceP,value,t,degreesOfFreedom,ratio,ratioLower,"
        + "ratioUpper",
    ]
    for table in tables {
      let name = [table.subject, table.across]
      for group in table.groups {
        lines.append(
          (["group"] + name + [
            group.group, "", "\(group.base)", text(group.raw.value), text(group.raw.standardError),
            "", text(group.adjusted.value), text(group.adjusted.standardError),
            text(group.adjusted.lower), text(group.adjusted.upper), "", "", "", "", "", "", "", "",
            "",
          ]).map(\.quotedIfNeeded).joined(separator: ","))
      }
      for pair in table.differences {
        lines.append(
          (["difference"] + name + [
            pair.first, pair.second, "", text(pair.raw.value), text(pair.raw.standardError),
            text(pair.rawP), text(pair.adjusted.value), text(pair.adjusted.standardError),
            text(pair.adjusted.lower), text(pair.adjusted.upper), text(pair.p),
            text(pair.adjustedP), text(pair.equivalenceP), "", text(pair.t),
            text(pair.degreesOfFreedom), "", "", "",
          ]).map(\.quotedIfNeeded).joined(separator: ","))
      }
      lines += table.modelLines
    }
    return lines.joined(separator: "\n") + "\n"
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
      lines.append(table.title(in: texts))
      lines += ColumnText.aligned(table.groupLines(in: texts))
      lines += ColumnText.aligned(
        table.differenceLines(in: texts, hasMargin: equivalenceMargin != nil))
      lines += [
        texts(
          "command.compare.family", ["count": "\(table.family)", "adjustment": adjustment])
      ]
      lines += (table.model?.lines(in: texts) ?? []) + [""]
    }
    if !withoutModel.isEmpty {
      lines += [texts("command.compare.withoutModel", ["items": texts.list(withoutModel)]), ""]
    }
    return lines.joined(separator: "\n")
  }
}

extension AdjustedReport.Table {
  fileprivate func title(in texts: Texts) -> String {
    texts(
      adjustedFor.isEmpty ? "command.compare.plainTitle" : "command.compare.title",
      [
        "subject": escapedForTerminal(subject), "across": across,
        "adjusted": texts.list(adjustedFor.map { escapedForTerminal($0) }), "base": "\(base)",
      ])
  }

  fileprivate func groupLines(in texts: Texts) -> [[String]] {
    let head = ["group", "base", "raw", "adjusted", "standardError", "lower", "upper"]
    return [head.map { texts("command.compare.column.\($0)") }]
      + groups.map { group in
        [
          group.group, "\(group.base)", shownFigure(group.raw.value, texts),
          shownFigure(group.adjusted.value, texts),
          shownFigure(group.adjusted.standardError, texts),
          shownFigure(group.adjusted.lower, texts), shownFigure(group.adjusted.upper, texts),
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
          pair.first + " − " + pair.second, shownFigure(pair.raw.value, texts),
          shownP(pair.rawP, texts),
          shownFigure(pair.adjusted.value, texts), shownFigure(pair.adjusted.lower, texts),
          shownFigure(pair.adjusted.upper, texts), shownP(pair.p, texts),
          shownP(pair.adjustedP, texts),
        ] + (hasMargin ? [shownP(pair.equivalenceP, texts)] : [])
      }
  }
}
