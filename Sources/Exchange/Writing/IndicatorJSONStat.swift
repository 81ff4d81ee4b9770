package import SafetyModel
import Texts
package import Workflows

/// An indicator as a JSON-stat 2.0 dataset: definition × period × part.
///
/// A combination that was never measured is null. Values of two definitions are two categories of
/// a dimension, so that nobody draws them as one series.
package struct IndicatorJSONStat: IndicatorFormat {
  package let fileEnding = "json"
  package let mediaType = "application/json; charset=utf-8"

  package init() {}

  package func write(
    _ report: IndicatorReport, of municipality: Municipality, in language: Language
  ) -> [UInt8] {
    let segments = report.history.segments.filter { !$0.points.isEmpty }
    let periods = Set(segments.flatMap(\.points).map(\.period)).sorted()
    let texts = Texts.in(language.code) ?? .english
    var notes = segments.compactMap { $0.definition.ending?.note.text(in: language) }
    if municipality.isExample { notes.insert(texts("tableFile.example"), at: 0) }
    return JSONOutput.object([
      ("version", .string("2.0")), ("class", .string("dataset")),
      ("label", .string(report.indicator.name.text(in: language))),
      ("source", .string(source(segments, language, texts))),
      ("updated", .string(updated(segments))), ("note", .strings(notes)),
      ("role", .object([("time", .strings(["period"])), ("metric", .strings(["part"]))])),
      ("id", .strings(["definition", "period", "part"])),
      ("size", .array([segments.count, periods.count, parts.count].map { .integer($0) })),
      ("dimension", dimensions(segments, periods, language, texts)),
      ("value", .array(values(segments, periods))),
      (
        "extension",
        .object([
          ("municipality", .string(municipality.code)),
          ("isExample", .bool(municipality.isExample)),
          ("indicator", .string(report.indicator.code)),
        ])
      ),
    ]).bytes
  }

  private var parts: [String] { ["value", "lower", "upper"] }

  private func values(_ segments: [IndicatorSegment], _ periods: [Period]) -> [JSONOutput] {
    var values: [JSONOutput] = []
    for segment in segments {
      for period in periods {
        let cells = segment.point(period).map { IndicatorCells($0, segment.definition) }
        for text in [cells?.value, cells?.lower, cells?.upper] {
          values.append(text.map { .number($0) } ?? .null)
        }
      }
    }
    return values
  }

  private func dimensions(
    _ segments: [IndicatorSegment], _ periods: [Period], _ language: Language, _ texts: Texts
  ) -> JSONOutput {
    let codes = segments.map(\.definition.code)
    let labels = unique(segments.map { $0.definition.text.text(in: language) }, codes)
    let partLabels = [
      texts("chart.column.figure"), texts("tableFile.figure.lower"),
      texts("tableFile.figure.upper"),
    ]
    return .object([
      ("definition", dimension(texts("chart.column.measured"), codes, labels)),
      (
        "period",
        dimension(
          texts("chart.column.period"), periods.map(\.description),
          periods.map { texts.period($0) })
      ),
      ("part", dimension(texts("tableFile.figure"), parts, partLabels)),
    ])
  }

  func dimension(_ label: String, _ codes: [String], _ labels: [String]) -> JSONOutput {
    .object([
      ("label", .string(label)),
      (
        "category",
        .object([
          ("index", .strings(codes)),
          ("label", .object(zip(codes, labels).map { ($0, .string($1)) })),
        ])
      ),
    ])
  }

  /// Clients use labels as keys: those that are alike are told apart by their codes.
  func unique(_ labels: [String], _ codes: [String]) -> [String] {
    zip(labels, codes).map { label, code in
      labels.count { $0 == label } > 1 ? "\(label) (\(code))" : label
    }
  }

  private func source(_ segments: [IndicatorSegment], _ language: Language, _ texts: Texts)
    -> String
  {
    let publishers = segments.reversed().map { segment in
      segment.definition.source.external?.publisher.text(in: language)
        ?? texts("page.indicator.ownSurvey")
    }
    return publishers.reduce(into: [String]()) { list, publisher in
      if !list.contains(publisher) { list.append(publisher) }
    }.joined(separator: "; ")
  }

  /// When the newest value was fetched; empty when all are stated or the survey's own.
  private func updated(_ segments: [IndicatorSegment]) -> String {
    segments.flatMap(\.points).compactMap { IndicatorCells($0, segments[0].definition).retrievedAt }
      .max() ?? ""
  }
}
