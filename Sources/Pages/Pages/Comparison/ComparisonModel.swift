import Charts
package import SafetyModel
package import Texts

/// An external indicator's values in all municipalities, in one period and beside one group.
package struct ComparisonModel: Sendable {
  package struct Option: Sendable {
    package var code: String
    package var words: String
  }
  package var indicator: Indicator
  package var comparison: IndicatorComparison
  /// The chosen period and group, or the newest period and the first group.
  package var shown: PlaceComparison
  package var groups: [Option]
  /// Newest first.
  package var periods: [Option]
  package var sources: [IndicatorModel.Source]

  /// `nil` when there is nothing to compare with, or no such group or period.
  package init?(
    indicator code: String, _ choice: ComparisonChoice, _ picture: SafetyPicture, _ texts: Texts
  ) {
    guard let comparison = picture.comparisons.first(where: { $0.indicator == code }),
      let shown = comparison.comparison(in: choice.period, group: choice.group),
      let model = IndicatorModel(indicator: code, picture, texts)
    else { return nil }
    indicator = model.report.indicator
    self.comparison = comparison
    self.shown = shown
    groups = comparison.groups.map { Option(code: $0.code, words: texts.groupName($0.name)) }
    periods = comparison.periods.reversed().map {
      Option(code: $0.period.description, words: texts.period($0.period))
    }
    sources = model.sources
  }
}
