import DisclosureControl
import SafetyModel
import Texts

/// Finds living conditions and the perceived safety that stands beside them.
struct PreconditionsReader {
  /// The first highlight of the survey, by area.
  struct Felt {
    let name: String
    let table: ProtectedTable
    let everyone: ProtectedTable?
    let texts: Texts

    /// The published figure of an area, or of everyone.
    func figure(_ area: String?) -> String? {
      let row = area.map { table.row([$0]) } ?? everyone?.row([])
      return row.map { row in
        let margin = texts.margin(row.headline, table.measure)
        return [texts.figure(row.headline, table.measure), margin].compactMap { $0 }
          .joined(separator: " ")
      }
    }
  }
  let preconditions: Preconditions?
  let texts: Texts
  let felt: Felt?
  let areas: [(code: String, name: String)]

  init(_ picture: SafetyPicture, _ texts: Texts) {
    preconditions = picture.preconditions
    self.texts = texts
    let reader = PictureReader(picture, texts)
    felt = reader.flatMap { reader in
      reader.highlights.compactMap { subject in
        reader.byArea(subject.code).map {
          Felt(
            name: reader.words(subject.headline), table: $0,
            everyone: reader.everyone(subject.code), texts: texts)
        }
      }.first
    }
    var names: [(code: String, name: String)] =
      reader?.area?.values.map { ($0.code, reader?.words($0.label) ?? $0.code) } ?? []
    let known = Set(picture.preconditions?.tables.flatMap(\.figures).map(\.area) ?? [])
    names.removeAll { !known.contains($0.code) }
    let named = Set(names.map(\.code))
    names += known.subtracting(named).sorted().map { ($0, $0) }
    areas = names
  }

  /// Each measure with its newest table.
  var newest: [(PreconditionMeasure, PreconditionTable)] {
    (preconditions?.measures ?? []).compactMap { measure in
      preconditions?.tables(of: measure.code).last.map { (measure, $0) }
    }
  }

  func words(_ figure: PreconditionFigure, _ measure: PreconditionMeasure) -> String {
    guard let value = figure.value else { return "–" }
    if measure.kind == .proportion { return texts.percent(value, decimals: measure.decimals) }
    let unit = measure.unit.map { " " + $0.text(in: texts.language) } ?? ""
    return texts.number(value, decimals: measure.decimals) + unit
  }

  func measure(_ measure: PreconditionMeasure, area: String) -> AreaPreconditionsModel.Measure? {
    let tables = preconditions?.tables(of: measure.code) ?? []
    guard let last = tables.last, let figure = last.figures.first(where: { $0.area == area })
    else { return nil }
    func points(_ value: (PreconditionTable) -> Double?)
      -> [AreaPreconditionsModel.PreconditionPoint]
    {
      tables.compactMap { table in
        value(table).map {
          AreaPreconditionsModel.PreconditionPoint(period: table.period, value: $0)
        }
      }
    }
    return AreaPreconditionsModel.Measure(
      code: measure.code, name: measure.name.text(in: texts.language), lever: measure.lever,
      value: words(figure, measure), whole: words(last.whole, measure),
      period: texts.period(last.period), decimals: measure.decimals,
      isShare: measure.kind == .proportion, unit: measure.unit?.text(in: texts.language),
      own: points { table in table.figures.first { $0.area == area }?.value },
      everyone: measure.kind == .count ? [] : points(\.whole.value),
      withoutValue: figure.withoutValue.count)
  }
}
