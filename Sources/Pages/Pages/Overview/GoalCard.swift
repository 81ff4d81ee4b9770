import SafetyModel
import Texts

extension IndicatorCard {
  /// A card of an indicator of the goal, also of one without values.
  init(
    _ report: IndicatorReport, _ picture: SafetyPicture, _ texts: Texts, _ address: SiteAddress
  ) {
    let indicator = report.indicator
    let name = indicator.name.text(in: texts.language)
    self =
      IndicatorCard(surveyed: indicator, name: name, picture, texts, address)
      ?? IndicatorCard(observed: report, name: name, texts)
    if let remark = indicator.forResidents {
      sentences.append(remark.text(in: texts.language))
    }
    link = address.to(.indicator(indicator.code))
    linkKey = "page.overview.toIndicator"
    guard let newest = report.history.newest, !isInWords else { return }
    let words = IndicatorWords(indicator.definition, texts)
    value = words.figure(newest.value)
    unit = words.unitWords
    let told = IndicatorStatusWords(indicator.definition, texts)
    status = told.tag(report)
    if case .outlook = report.outlook { aim = told.outlook(report.outlook) }
  }

  private init?(
    surveyed indicator: Indicator, name: String, _ picture: SafetyPicture, _ texts: Texts,
    _ address: SiteAddress
  ) {
    guard case .survey(_, let subject)? = indicator.definition?.source,
      let reader = PictureReader(picture, texts)
    else { return nil }
    self.init(
      subject: subject, name: name, direction: indicator.direction.way, target: indicator.target,
      reader, address)
  }

  /// Values from outside the survey, or none at all.
  private init(observed report: IndicatorReport, name: String, _ texts: Texts) {
    self.name = name
    value = "–"
    guard let newest = report.history.newest, let series = ObservationSeries(report.history) else {
      drawing = .nothing
      sentences = [texts("page.indicator.noValues")]
      return
    }
    beside = IndicatorCard.beside(report, newest, texts)
    drawing = .observations(series, target: report.indicator.drawnTarget)
    sentences = [
      texts(
        "page.overview.source",
        [
          "source": series.source.text(in: texts.language),
          "year": texts.period(newest.period),
        ])
    ]
  }

  /// What stands beside the value, such as `från 2 (2015), målet var 0 (2024)`.
  private static func beside(
    _ report: IndicatorReport, _ newest: IndicatorPoint, _ texts: Texts
  ) -> String? {
    let words = IndicatorWords(report.indicator.definition, texts)
    var parts: [String] = []
    if let first = report.baseline?.point, first.period < newest.period {
      parts.append(
        texts(
          "page.overview.from",
          ["value": words.full(first.value), "year": texts.period(first.period)]))
    }
    if let target = report.indicator.target {
      let judged = report.targets.first { $0.target == target }
      parts.append(
        texts(
          judged?.outcome == .ahead ? "page.overview.targetIs" : "page.overview.targetWas",
          ["value": words.aim(target.value), "year": texts.period(target.deadline)]))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
