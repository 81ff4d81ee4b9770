package import SafetyModel

/// How it goes with every indicator of a goal, computed from what is published.
package struct EvaluateGoal: Sendable {
  let values: PublishedValues

  package init(values: PublishedValues) { self.values = values }

  /// One report for each indicator of the goal, in its order; parts lie within.
  package func callAsFunction(_ goal: Goal) -> [IndicatorReport] {
    goal.indicators.map(report)
  }

  /// Everything about one indicator.
  package func report(_ indicator: Indicator) -> IndicatorReport {
    let history = values.history(of: indicator)
    let targets = JudgeTargets(indicator: indicator, history: history).all()
    let baseline = baseline(of: indicator, history)
    let change = change(since: baseline, history)
    let status = JudgeStatus(
      indicator: indicator, history: history, targets: targets, change: change
    ).status()
    return IndicatorReport(
      indicator: indicator, history: history, baseline: baseline, change: change, status: status,
      targets: targets,
      outlook: MakeOutlook(indicator: indicator, history: history, targets: targets).answer(),
      equality: CompareGroups(indicator: indicator, values: values).equality(),
      parts: indicator.parts.map(report))
  }

  /// The decided baseline where it is measured in today's way, else the first value that is.
  private func baseline(of indicator: Indicator, _ history: IndicatorHistory) -> BaselineValue? {
    guard let segment = history.current, let first = segment.points.first else { return nil }
    guard let decided = indicator.baseline else {
      let isAfterBreak = history.segments.dropLast().contains { !$0.points.isEmpty }
      return BaselineValue(point: first, isNew: isAfterBreak)
    }
    if let point = segment.point(decided.period) {
      return BaselineValue(point: point, isNew: false)
    }
    if let value = decided.value, segment.definition.holds(for: decided.period),
      !history.segments.dropLast().contains(where: { $0.point(decided.period) != nil })
    {
      let point = IndicatorPoint(
        StatedValue(period: decided.period, value: value),
        counted: segment.definition.source.kind == .register)
      return BaselineValue(point: point, isNew: false)
    }
    return BaselineValue(point: first, isNew: true)
  }

  /// The newest value against the baseline, as the publication tells it when it does.
  private func change(since baseline: BaselineValue?, _ history: IndicatorHistory)
    -> IndicatorChange?
  {
    guard let first = baseline?.point, let segment = history.current,
      let newest = segment.points.last, first.period < newest.period
    else { return nil }
    return values.publishedChange(segment.definition, from: first, to: newest)
      ?? IndicatorChange(from: first, to: newest)
  }
}
