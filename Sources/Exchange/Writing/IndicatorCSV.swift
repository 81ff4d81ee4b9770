package import SafetyModel
import Texts
package import Workflows

/// An indicator as comma-separated values: one line a value, RFC 4180, UTF-8, decimal point.
///
/// Shares are written in [0, 1]. A value tells in which way it was measured: those of two
/// definitions are not comparable.
package struct IndicatorCSV: IndicatorFormat {
  package let fileEnding = "csv"
  package let mediaType = "text/csv; charset=utf-8; header=present"

  package init() {}

  package func write(
    _ report: IndicatorReport, of municipality: Municipality, in language: Language
  ) -> [UInt8] {
    let names = [
      "municipality", "is_example", "indicator", "indicator_label", "definition",
      "definition_label", "unit", "period", "value", "standard_error", "lower", "upper",
      "uncertainty", "source", "table", "retrieved_at", "revised_from",
    ]
    var lines = [names.map(CSVTable().text)]
    for segment in report.history.segments {
      for point in segment.points {
        lines.append(
          line(point, segment.definition, report.indicator, municipality, language))
      }
    }
    return Array(lines.map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  /// One line a place and period; a mean tells of how many places it is and what weighs them.
  package func write(
    _ comparison: IndicatorComparison, of indicator: Indicator, beside municipality: Municipality,
    in language: Language
  ) -> [UInt8] {
    let texts = Texts.in(language.code) ?? .english
    let text = CSVTable().text
    let names = [
      "indicator", "indicator_label", "is_example", "period", "kind", "code", "label", "value",
      "standard_error", "base", "groups", "weighted_by", "places",
    ]
    var lines = [names.map(text)]
    for period in comparison.periods {
      for row in ComparisonCells.rows(comparison, in: period, texts) {
        lines.append([
          text(indicator.code), text(indicator.name.text(in: language)),
          String(municipality.isExample), text(period.period.description), text(row.kind),
          text(row.code), text(row.label), row.value.canonicalText,
          row.standardError?.canonicalText ?? "", row.base.map(String.init) ?? "",
          text(row.groups.joined(separator: " ")), text(row.weightedBy ?? ""),
          row.count.map(String.init) ?? "",
        ])
      }
    }
    return Array(lines.map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  private func line(
    _ point: IndicatorPoint, _ definition: IndicatorDefinition, _ indicator: Indicator,
    _ municipality: Municipality, _ language: Language
  ) -> [String] {
    let text = CSVTable().text
    let cells = IndicatorCells(point, definition)
    return [
      text(municipality.code), String(municipality.isExample), text(indicator.code),
      text(indicator.name.text(in: language)), text(definition.code),
      text(definition.text.text(in: language)), text(cells.unit(in: language)),
      text(point.period.description), cells.value, cells.standardError ?? "", cells.lower ?? "",
      cells.upper ?? "", text(cells.uncertainty), text(cells.source), text(cells.table ?? ""),
      text(cells.retrievedAt ?? ""), cells.revisedFrom ?? "",
    ]
  }
}

/// One value of an indicator as the parts of a file.
struct IndicatorCells {
  let point: IndicatorPoint
  let definition: IndicatorDefinition

  init(_ point: IndicatorPoint, _ definition: IndicatorDefinition) {
    self.point = point
    self.definition = definition
  }

  /// Shares are in [0, 1], so they need two more decimals than in percent.
  private func text(_ value: Double, more: Int = 0) -> String {
    let decimals = max(0, definition.decimals) + (definition.unit == .proportion ? 2 : 0) + more
    return DecimalText.text(value, decimals: decimals)
  }

  var value: String { text(point.value) }
  var standardError: String? {
    guard case .sampled(let error, _, _) = point.uncertainty else { return nil }
    return text(error, more: 2)
  }
  var lower: String? {
    guard case .sampled(_, let lower, _) = point.uncertainty else { return nil }
    return text(lower, more: 1)
  }
  var upper: String? {
    guard case .sampled(_, _, let upper) = point.uncertainty else { return nil }
    return text(upper, more: 1)
  }
  var uncertainty: String {
    switch point.uncertainty {
    case .exact: "counted"
    case .sampled: "sampled"
    case .untold: "untold"
    }
  }
  var source: String {
    switch point.origin {
    case .publication(let number): "publication \(number)"
    case .observation(let provenance): provenance.source
    case .stated: "stated"
    }
  }
  var table: String? {
    if case .observation(let provenance) = point.origin { provenance.table } else { nil }
  }
  var retrievedAt: String? {
    if case .observation(let provenance) = point.origin { provenance.retrievedAt } else { nil }
  }
  var revisedFrom: String? { point.revision?.earlier.number.map { text($0) } }

  func unit(in language: Language) -> String {
    switch definition.unit {
    case .proportion: "proportion"
    case .named(let words): words.text(in: language)
    case .plain: ""
    }
  }
}
