package import DisclosureControl
package import SafetyModel
import Texts

/// A measure on the overview: its value, how it is going, and its development.
package struct IndicatorCard: Sendable {
  /// What is drawn on the card.
  package enum Drawing: Sendable {
    case waves([WaveFigure], Measure, target: IndicatorTarget?, subject: String)
    case observations(ObservationSeries, target: IndicatorTarget?)
    /// With a single wave: the groups of one dimension.
    case groups(ProtectedTable)
    case nothing
  }

  package var name: String
  package var status: Status?
  package var value: String
  /// What the value is in, when it is more than a percent sign; stands small beside it.
  package var unit: String?
  /// Whether the value is words, such as "not shown", instead of a figure.
  package var isInWords = false
  /// What stands after the value: `± 1,4`, `från 2, målet var 0`.
  package var beside: String?
  package var drawing: Drawing
  /// The target as a sentence, or how likely it is to be reached.
  package var aim: String?
  package var sentences: [String]
  package var link: SiteAddress?
  /// What the link says.
  package var linkKey = "page.overview.toQuestion"
}

extension IndicatorCard {
  /// A card of a subject of the survey; `nil` when the publication does not have it.
  init?(
    subject code: String, name: String, direction: Direction, target: IndicatorTarget?,
    _ reader: PictureReader, _ address: SiteAddress
  ) {
    guard let table = reader.everyone(code), let row = table.row([]) else { return nil }
    let texts = reader.texts
    let series = reader.series(code)
    self.name = name
    value = texts.figure(row.headline, table.measure)
    isInWords = row.headline.status != .shown
    beside = texts.margin(row.headline, table.measure)
    status = SurveyStatus(table: table, direction: direction).status(texts)
    let groups = reader.byArea(code) ?? reader.tables(code).first { $0.dimensions.count == 1 }
    drawing =
      series.count > 1
      ? .waves(series, table.measure, target: target, subject: code)
      : groups.map { .groups($0) } ?? .nothing
    aim = target.map { texts.target($0, table.measure, row.headline.decimals) }
    sentences = []
    link = address.to(.question(code))
  }
}

extension Texts {
  /// The target as a sentence, such as `Målet är 20 % år 2028.`.
  func target(_ target: IndicatorTarget, _ measure: Measure, _ decimals: Int) -> String {
    // A target of 20 % is not "20,0 %": as many decimals as it needs, at most as the figure has.
    let scaled = target.value * (measure == .proportion ? 100 : 1)
    let isWhole = abs(scaled - scaled.rounded()) < 1e-9
    return self(
      "page.overview.target",
      [
        "value": value(target.value, measure, decimals: isWhole ? 0 : max(decimals, 1)),
        "year": String(target.year),
      ])
  }
}
