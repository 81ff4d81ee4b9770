/// Everything that is told about an indicator at one moment: values, status, outlook, equality.
package struct IndicatorReport: Sendable, Hashable {
  package var indicator: Indicator
  package var history: IndicatorHistory
  /// Where it starts: the decided baseline, or the first value measured in today's way.
  package var baseline: BaselineValue?
  /// The newest value against the baseline; `nil` when they may not be compared.
  package var change: IndicatorChange?
  package var status: IndicatorStatus
  /// Interim targets and the target, by deadline.
  package var targets: [JudgedTarget]
  package var outlook: OutlookAnswer
  package var equality: Equality
  package var parts: [IndicatorReport]

  package init(
    indicator: Indicator, history: IndicatorHistory, baseline: BaselineValue?,
    change: IndicatorChange?, status: IndicatorStatus, targets: [JudgedTarget],
    outlook: OutlookAnswer, equality: Equality, parts: [IndicatorReport]
  ) {
    self.indicator = indicator
    self.history = history
    self.baseline = baseline
    self.change = change
    self.status = status
    self.targets = targets
    self.outlook = outlook
    self.equality = equality
    self.parts = parts
  }
}

/// Where an indicator starts from.
package struct BaselineValue: Sendable, Hashable {
  package var point: IndicatorPoint
  /// The decided baseline was measured in another way, so a new one starts here.
  package var isNew: Bool
  package init(point: IndicatorPoint, isNew: Bool) {
    self.point = point
    self.isNew = isNew
  }
}
