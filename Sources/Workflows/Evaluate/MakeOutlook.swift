import NumericKernels
import SafetyModel
import SurveyStatistics

/// The probability to reach the target in time, as `docs/methods/outlook.md` describes it.
struct MakeOutlook {
  static let fewestPoints = 4
  let indicator: Indicator
  let history: IndicatorHistory
  let targets: [JudgedTarget]

  func answer() -> OutlookAnswer {
    guard let segment = history.current else { return .refused(.tooFewPoints(0)) }
    guard let target = indicator.target else { return .refused(.noTarget) }
    if indicator.direction == .neutral { return .refused(.noDirection) }
    switch targets.first(where: { $0.target == target })?.outcome {
    case .notComparable(let reason)?: return .refused(.notComparable(reason))
    // A count stands until the next one, so a deadline may have passed after the newest value.
    case .notReached?, .undecided?: return .refused(.deadlinePassed)
    case .reached?, .ahead?, nil: break
    }
    guard segment.points.count >= Self.fewestPoints else {
      return .refused(.tooFewPoints(segment.points.count))
    }
    guard let newest = segment.points.last, newest.period.lastDay < target.deadline.lastDay else {
      return .refused(.deadlinePassed)
    }
    if segment.points.contains(where: { $0.uncertainty == .untold }) {
      return .refused(.uncertaintyUntold)
    }
    let steps = TimeSteps(segment.points.map(\.period), deadline: target.deadline)
    guard let observations = steps.observations(of: segment.points),
      let model = LocalLinearTrend.fitted(to: observations),
      let state = model.state(after: observations)
    else { return .refused(.notFitted) }
    return .outlook(outlook(target, state, model, steps, segment))
  }

  private func outlook(
    _ target: IndicatorTarget, _ state: TrendState, _ model: LocalLinearTrend, _ steps: TimeSteps,
    _ segment: IndicatorSegment
  ) -> Outlook {
    let limits = limits(of: segment.definition)
    let ahead = max(0, steps.deadline - state.step)
    let fan = (0...ahead).map { step in
      let (mean, variance) = state.level(after: step, by: model)
      return FanPoint(
        steps.period(state.step + step), mean: mean, deviation: variance.squareRoot(),
        within: limits)
    }
    let (mean, variance) = state.level(after: ahead, by: model)
    let probability = probability(target, mean, variance.squareRoot())
    return Outlook(
      target: target, probability: probability, words: OutlookWords(probability: probability),
      fan: fan, pointCount: segment.points.count)
  }

  /// The probability that the true level is on the right side of the target.
  private func probability(_ target: IndicatorTarget, _ mean: Double, _ deviation: Double)
    -> Double
  {
    func below(_ value: Double) -> Double {
      if deviation == 0 { return mean <= value ? 1 : 0 }
      return NormalDistribution.cdf((value - mean) / deviation)
    }
    switch indicator.direction {
    case .neutral: return 0
    case .lowerIsBetter: return below(target.value)
    case .higherIsBetter: return 1 - below(target.value)
    case .towards(let aim):
      let reach = max((target.value - aim).magnitude, indicator.threshold ?? 0)
      return max(0, below(aim + reach) - below(aim - reach))
    }
  }

  /// What the value cannot leave: a proportion [0, 1], a count zero.
  private func limits(of definition: IndicatorDefinition) -> ClosedRange<Double> {
    if definition.unit == .proportion { return 0...1 }
    return definition.source.kind == .register
      ? 0...Double.greatestFiniteMagnitude
      : -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  }
}

extension FanPoint {
  fileprivate init(
    _ period: Period, mean: Double, deviation: Double, within limits: ClosedRange<Double>
  ) {
    func quantile(_ p: Double) -> Double {
      min(
        max(mean + NormalDistribution.quantile(p) * deviation, limits.lowerBound), limits.upperBound
      )
    }
    self.init(
      period: period, low: quantile(0.05), lowerQuarter: quantile(0.25), middle: quantile(0.5),
      upperQuarter: quantile(0.75), high: quantile(0.95))
  }
}
