package import SafetyModel
package import Texts

/// An external indicator's values in all municipalities.
package struct ComparisonModel: Sendable {
  package var indicator: Indicator
  package var comparison: IndicatorComparison
  package var period: String
  package var sources: [IndicatorModel.Source]

  /// `nil` when there is nothing to compare with.
  package init?(indicator code: String, _ picture: SafetyPicture, _ texts: Texts) {
    guard let comparison = picture.comparisons.first(where: { $0.indicator == code }),
      let model = IndicatorModel(indicator: code, picture, texts)
    else { return nil }
    indicator = model.report.indicator
    self.comparison = comparison
    period = texts.period(comparison.newest.period)
    sources = model.sources
  }
}
