package import SafetyModel
package import Texts

/// Everything that is told about one indicator.
package struct IndicatorModel: Sendable {
  package struct Source: Sendable {
    package var publisher: LocalisedText
    package var address: String?
    /// The publisher's name of the table, and when it was fetched.
    package var facts: [String]
  }
  package struct RevisionLine: Sendable {
    package var period: String
    package var earlier: String
    package var now: String
    package var fetched: String
  }

  package var report: IndicatorReport
  /// From the goal's own indicator down to this one.
  package var path: [Indicator]
  package var words: IndicatorWords
  package var value: String
  package var unit: String?
  package var margin: String?
  package var period: String?
  package var status: Status?
  package var reasons: [String]
  package var outlook: String?
  package var sources: [Source]
  package var revisions: [RevisionLine]
  package var comparison: IndicatorComparison?
  /// The decided actions that aim at it.
  package var actions: [ActionLine]
  /// The survey question that it is measured by, when there is one on the site.
  package var question: String?

  /// `nil` when the goal has no such indicator.
  package init?(indicator code: String, _ picture: SafetyPicture, _ texts: Texts) {
    guard let report = IndicatorModel.find(code, in: picture.reports) else { return nil }
    self.report = report
    path = picture.goal?.path(to: code) ?? [report.indicator]
    let definition = report.indicator.definition
    words = IndicatorWords(definition, texts)
    let newest = report.history.newest
    value = newest.map { [words] in words.figure($0.value) } ?? "–"
    unit = newest == nil ? nil : words.unitWords
    margin = newest.flatMap { [words] in words.margin($0) }
    period = newest.map { texts.period($0.period) }
    let status = IndicatorStatusWords(definition, texts)
    self.status = newest.map { _ in status.tag(report) }
    reasons = report.history.isEmpty ? [] : status.reasons(report.status)
    outlook = status.outlook(report.outlook)
    sources = IndicatorModel.sources(report, texts)
    revisions = IndicatorModel.revisions(report, texts)
    comparison = picture.comparisons.first { $0.indicator == code }
    actions = (picture.goal?.actions ?? []).filter { $0.indicators.contains(code) }
      .map { ActionLine($0, picture, texts) }
    question = nil
    if case .survey(_, let subject) = definition?.source,
      picture.latest?.codebook.subject(subject) != nil
    {
      question = subject
    }
  }

  private static func find(_ code: String, in reports: [IndicatorReport]) -> IndicatorReport? {
    for report in reports {
      if report.indicator.code == code { return report }
      if let part = find(code, in: report.parts) { return part }
    }
    return nil
  }

  /// Each publisher once, with the tables that its values came from.
  private static func sources(_ report: IndicatorReport, _ texts: Texts) -> [Source] {
    var sources: [Source] = []
    for segment in report.history.segments.reversed() {
      guard let external = segment.definition.source.external,
        !sources.contains(where: { $0.publisher == external.publisher })
      else { continue }
      var facts: [String] = []
      for point in segment.points.reversed() {
        guard case .observation(let provenance) = point.origin else { continue }
        let fact = texts(
          "page.indicator.fetched",
          [
            "table": provenance.table ?? provenance.source,
            "date": texts.day(provenance.retrievedAt),
          ])
        if !facts.contains(fact) { facts.append(fact) }
      }
      sources.append(
        Source(
          publisher: external.publisher, address: external.address,
          facts: Array(facts.prefix(3))))
    }
    return sources
  }

  private static func revisions(_ report: IndicatorReport, _ texts: Texts) -> [RevisionLine] {
    report.history.segments.flatMap { segment in
      let words = IndicatorWords(segment.definition, texts)
      return segment.points.compactMap { point -> RevisionLine? in
        // A publisher may have told how sure a value is later on, and left the value as it was.
        guard let revision = point.revision, revision.earlier.number != point.value,
          case .observation(let provenance) = point.origin
        else { return nil }
        return RevisionLine(
          period: texts.period(point.period),
          earlier: revision.earlier.number.map { words.full($0) } ?? "–",
          now: words.full(point.value), fetched: texts.day(provenance.retrievedAt))
      }
    }
  }
}
