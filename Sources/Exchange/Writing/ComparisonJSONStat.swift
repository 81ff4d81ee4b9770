package import SafetyModel
import Texts
import Workflows

extension IndicatorJSONStat {
  /// Place × period × part; a place without a value in a period is null.
  package func write(
    _ comparison: IndicatorComparison, of indicator: Indicator, beside municipality: Municipality,
    in language: Language
  ) -> [UInt8] {
    let texts = Texts.in(language.code) ?? .english
    let periods = comparison.periods
    let tables = periods.map { period in
      Dictionary(
        ComparisonCells.rows(comparison, in: period, texts).map { ($0.key, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    let places = Dictionary(
      tables.flatMap { $0.map { ($0.key, $0.value) } }, uniquingKeysWith: { first, _ in first }
    ).sorted { $0.key < $1.key }
    var notes = comparison.groups.map { note($0, texts) }
    if municipality.isExample { notes.insert(texts("tableFile.example"), at: 0) }
    return JSONOutput.object([
      ("version", .string("2.0")), ("class", .string("dataset")),
      ("label", .string(indicator.name.text(in: language))),
      (
        "source", .string(indicator.definition?.source.external?.publisher.text(in: language) ?? "")
      ),
      ("note", .strings(notes)),
      ("role", .object([("time", .strings(["period"])), ("geo", .strings(["place"]))])),
      ("id", .strings(["place", "period", "part"])),
      ("size", .array([places.count, periods.count, 3].map { .integer($0) })),
      ("dimension", dimensions(places, periods.map(\.period), texts)),
      ("value", .array(places.flatMap { place in tables.flatMap { values($0[place.key]) } })),
    ]).bytes
  }

  private func dimensions(
    _ places: [(key: String, value: ComparisonCells)], _ periods: [Period], _ texts: Texts
  ) -> JSONOutput {
    let codes = places.map(\.key)
    let parts = [
      texts("chart.column.figure"), texts("tableFile.standardError"), texts("chart.column.base"),
    ]
    return .object([
      (
        "place",
        dimension(texts("chart.column.place"), codes, unique(places.map(\.value.label), codes))
      ),
      (
        "period",
        dimension(
          texts("chart.column.period"), periods.map(\.description), periods.map { texts.period($0) }
        )
      ),
      ("part", dimension(texts("tableFile.figure"), ["value", "standard_error", "base"], parts)),
    ])
  }

  private func values(_ row: ComparisonCells?) -> [JSONOutput] {
    [
      row.map { .number($0.value.canonicalText) } ?? .null,
      row?.standardError.map { .number($0.canonicalText) } ?? .null,
      row?.base.map { .integer($0) } ?? .null,
    ]
  }

  /// Whether a group's mean is weighted.
  private func note(_ group: PlaceGroup, _ texts: Texts) -> String {
    let name = group.name?.text(in: texts.language) ?? texts("chart.ownRegion")
    let weighting =
      group.weights.map {
        texts("page.comparison.weighted", ["weight": $0.name.text(in: texts.language)])
      } ?? texts("page.comparison.unweighted")
    return texts("chart.note.inGroup", ["group": name, "sentence": weighting])
  }
}

extension ComparisonCells {
  /// Places of different kinds may have the same code.
  fileprivate var key: String { kind == "municipality" ? code : "\(kind):\(code)" }
}
