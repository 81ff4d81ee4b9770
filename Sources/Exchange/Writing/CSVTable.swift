package import DisclosureControl
package import SafetyModel
package import Workflows

/// A table as comma-separated values: RFC 4180, UTF-8 without byte order mark, decimal point.
///
/// One line a figure. A hidden figure has empty value, lower and upper; its status says why.
/// Proportions are written in [0, 1]. The form is the norm for open data, which scripts and
/// catalogues expect; Excel in Swedish opens it through Data → From Text/CSV. A semicolon and a
/// byte order mark would please a double click there and break the others.
///
/// Texts are always quoted. One that a spreadsheet would run as a formula gets an apostrophe in
/// front (OWASP, *CSV Injection*).
package struct CSVTable: TableFormat {
  package let fileEnding = "csv"
  package let mediaType = "text/csv; charset=utf-8; header=present"
  package let name = "CSV"

  package init() {}

  package func write(
    _ table: ProtectedTable, of publication: Publication, in language: Language
  ) -> [UInt8] {
    let words = TableWords(table: table, publication: publication, language: language)
    var lines = [header(table)]
    for row in table.rows {
      for (statistic, figure) in zip(table.statistics, row.figures) {
        lines.append(line(row, statistic, figure, words))
      }
    }
    return Array(lines.map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  private func header(_ table: ProtectedTable) -> [String] {
    let dimensions = table.dimensions.flatMap { [$0.code, $0.code + "_label"] }
    let names =
      ["publication", "wave", "is_example", "subject", "subject_label"] + dimensions + [
        "statistic", "statistic_label", "measure", "value", "lower", "upper", "base_at_least",
        "base_at_most", "status",
      ]
    return names.map(text)
  }

  private func line(
    _ row: ProtectedRow, _ statistic: TableStatistic, _ figure: PublishedFigure,
    _ words: TableWords
  ) -> [String] {
    let (table, publication) = (words.table, words.publication)
    let decimals = figure.writtenDecimals(table.measure)
    let number = { (value: Double?) in
      value.map { DecimalText.text($0, decimals: decimals) } ?? ""
    }
    let keys = zip(table.dimensions, row.key).flatMap { dimension, value in
      [text(value), text(words.valueLabel(value, of: dimension.code))]
    }
    let isShown = figure.status == .shown
    return [
      String(publication.number), String(publication.wave), String(publication.isExample),
      text(table.subject), text(words.subjectLabel),
    ] + keys + [
      text(statistic.code), text(words.statisticLabel(statistic.code)),
      text(table.measure.rawValue),
      number(isShown ? figure.value : nil), number(isShown ? figure.lower : nil),
      number(isShown ? figure.upper : nil), String(row.base.atLeast), String(row.base.atMost),
      text(figure.status.rawValue),
    ]
  }

  /// A quoted text that no spreadsheet runs.
  func text(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map(CSVTable.startsFormula) ?? false
    let harmless = (isFormula ? "'" : "") + text
    return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
  }

  /// Also the wide forms, which Japanese and Chinese spreadsheets read as the narrow ones.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(scalar)
  }
}
