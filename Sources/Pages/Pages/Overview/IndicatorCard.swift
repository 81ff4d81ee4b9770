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
  /// A card of an indicator of the goal; `nil` when the survey does not hold it.
  init?(_ indicator: Indicator, _ reader: PictureReader, _ address: SiteAddress) {
    let remark = indicator.forResidents.map { reader.words($0) }
    switch indicator.definition?.source {
    case .survey(_, let subject):
      guard
        let card = IndicatorCard(
          subject: subject, name: reader.words(indicator.name),
          direction: indicator.direction.way, target: indicator.target, reader, address)
      else { return nil }
      self = card
    case .external, .register, nil:
      guard let series = ObservationSeries(IndicatorHistory(stated: indicator)),
        let card = IndicatorCard(
          series, name: reader.words(indicator.name), indicator, reader.texts)
      else { return nil }
      self = card
    }
    if let remark { sentences.append(remark) }
    guard let report = reader.picture.reports.first(where: { $0.indicator.code == indicator.code })
    else { return }
    if let newest = report.history.newest, !isInWords {
      let words = IndicatorWords(indicator.definition, reader.texts)
      value = words.figure(newest.value)
      unit = words.unitWords
      let told = IndicatorStatusWords(indicator.definition, reader.texts)
      status = told.tag(report.status)
      if case .outlook = report.outlook { aim = told.outlook(report.outlook) }
    }
    link = address.to(.indicator(indicator.code))
    linkKey = "page.overview.toIndicator"
  }

  /// A card of a subject of the survey.
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
    status = SurveyStatus(
      table: table, direction: direction, target: target, series: series,
      year: reader.publication.wave
    ).status(texts)
    let groups = reader.byArea(code) ?? reader.tables(code).first { $0.dimensions.count == 1 }
    drawing =
      series.count > 1
      ? .waves(series, table.measure, target: target, subject: code)
      : groups.map { .groups($0) } ?? .nothing
    aim = target.map { texts.target($0, table.measure, row.headline.decimals) }
    sentences = []
    link = address.to(.question(code))
  }

  /// A card of values from outside the survey.
  private init?(
    _ series: ObservationSeries, name: String, _ indicator: Indicator, _ texts: Texts
  ) {
    guard let last = series.observations.max(by: { $0.year < $1.year }) else { return nil }
    self.name = name
    let status = ObservationStatus(series, indicator.direction.way, indicator.drawnTarget)
    let figure = texts.number(last.value, decimals: series.decimals)
    let words = series.unit?.text(in: texts.language)
    value = words == "%" ? texts("language.percent", ["number": figure]) : figure
    unit = words == "%" ? nil : words
    self.status = status.status(texts)
    beside = status.beside(texts)
    drawing = .observations(series, target: indicator.drawnTarget)
    sentences = [
      texts(
        "page.overview.source",
        ["source": series.source.text(in: texts.language), "year": String(last.year)])
    ]
    link = nil
  }
}

extension Texts {
  func observed(_ value: Double, _ series: ObservationSeries) -> String {
    let number = number(value, decimals: series.decimals)
    guard let unit = series.unit?.text(in: language), !unit.isEmpty else { return number }
    return unit == "%" ? self("language.percent", ["number": number]) : "\(number) \(unit)"
  }

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
