package import SafetyModel
package import Texts

/// Living conditions area by area, beside how safe people feel.
package struct PreconditionsModel: Sendable {
  package struct Column: Sendable {
    package var name: String
    package var period: String
    package var whole: String
  }
  package struct Row: Sendable {
    package var code: String
    package var name: String
    package var felt: String?
    /// One for each column.
    package var values: [String]
  }
  /// What the perceived safety beside it is.
  package var feltName: String?
  package var feltWhole: String?
  package var columns: [Column]
  package var rows: [Row]
  /// Who publishes the figures, each once.
  package var publishers: [LocalisedText]
  /// How much of the figures lies in none of the municipality's areas, when any does.
  package var unmapped: String?

  package init(_ picture: SafetyPicture, _ texts: Texts) {
    let reader = PreconditionsReader(picture, texts)
    let newest = reader.newest
    feltName = reader.felt?.name
    feltWhole = reader.felt?.figure(nil)
    columns = newest.map { measure, table in
      Column(
        name: measure.name.text(in: texts.language), period: texts.period(table.period),
        whole: reader.words(table.whole, measure))
    }
    rows = reader.areas.map { area in
      Row(
        code: area.code, name: area.name, felt: reader.felt.map { $0.figure(area.code) ?? "–" },
        values: newest.map { measure, table in
          table.figures.first { $0.area == area.code }.map { reader.words($0, measure) } ?? "–"
        })
    }
    publishers = newest.map(\.1.publisher).reduce(into: []) { list, publisher in
      if !list.contains(publisher) { list.append(publisher) }
    }
    let part = newest.map(\.1.coverage.unmappedPart).max() ?? 0
    unmapped = part > 0.0005 ? texts.percent(part, decimals: 1) : nil
  }
}

/// Living conditions in one area over time, and what is done about them.
package struct AreaPreconditionsModel: Sendable {
  package struct Measure: Sendable {
    package var code: String
    package var name: String
    package var lever: Lever
    package var value: String
    package var whole: String
    package var period: String
    package var decimals: Int
    package var isShare: Bool
    package var unit: String?
    package var own: [PreconditionPoint]
    package var everyone: [PreconditionPoint]
    /// Publisher's areas without a value.
    package var withoutValue: Int
  }
  package struct PreconditionPoint: Sendable {
    package var period: Period
    package var value: Double
  }
  package var code: String
  package var name: String
  package var feltName: String?
  package var felt: String?
  package var feltWhole: String?
  package var measures: [Measure]
  /// Every lever that something is measured of or that an action moves, with its actions here.
  package var levers: [(lever: Lever, lines: [ActionLine])]
  /// Actions here that change preconditions and name no lever.
  package var otherActions: [ActionLine]
  package var others: [(code: String, name: String)]
  package var hasPage: Bool

  /// `nil` when nothing is known of the area.
  package init?(area code: String, _ picture: SafetyPicture, _ texts: Texts) {
    let reader = PreconditionsReader(picture, texts)
    guard let area = reader.areas.first(where: { $0.code == code }) else { return nil }
    self.code = code
    name = area.name
    feltName = reader.felt?.name
    felt = reader.felt?.figure(code)
    feltWhole = reader.felt?.figure(nil)
    measures = reader.newest.compactMap { reader.measure($0.0, area: code) }
    let here = (picture.goal?.actions ?? []).filter { $0.area == code || $0.area == nil }
    let shown = Set(measures.map(\.lever)).union(here.flatMap(\.levers))
    levers = Lever.allCases.filter(shown.contains).map { lever in
      (
        lever,
        here.filter { $0.levers.contains(lever) }.map { ActionLine($0, picture, texts) }
      )
    }
    otherActions = here.filter { $0.effect == .preconditions && $0.levers.isEmpty }
      .map { ActionLine($0, picture, texts) }
    others = reader.areas.filter { $0.code != code }
    hasPage =
      PictureReader(picture, texts)?.area?.values.contains { $0.code == code } ?? false
  }
}
