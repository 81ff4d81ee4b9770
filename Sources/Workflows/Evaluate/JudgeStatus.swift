import SafetyModel
import SurveyStatistics

/// How it goes with an indicator, by the first rule of `docs/methods/status.md` that fits.
struct JudgeStatus {
  let indicator: Indicator
  let history: IndicatorHistory
  let targets: [JudgedTarget]
  let change: IndicatorChange?

  func status() -> IndicatorStatus {
    guard let points = history.current?.points, !points.isEmpty else {
      return tooFew(history.current?.points.count ?? 0)
    }
    if let status = targetStatus() { return status }
    // A baseline in the newest period is a start without a development yet.
    guard let change else { return points.count > 1 ? .tooFewPoints(1) : tooFew(points.count) }
    return status(of: change)
  }

  /// With fewer than two values: not comparable when there are older ones, measured otherwise.
  private func tooFew(_ count: Int) -> IndicatorStatus {
    guard let current = history.current,
      let old = history.segments.dropLast().last(where: { !$0.points.isEmpty })
    else { return .tooFewPoints(count) }
    return .notComparable(.measuredDifferently([IndicatorBreak(from: old, to: current)]))
  }

  /// What the target says, once it says something.
  private func targetStatus() -> IndicatorStatus? {
    guard let target = indicator.target,
      let judged = targets.first(where: { $0.target == target })
    else { return nil }
    switch judged.outcome {
    case .reached(let period, let isKept):
      return .targetReached(target, in: period, isKept: isKept)
    case .notReached(let later): return .targetNotReached(target, reachedLater: later)
    case .undecided: return .targetUndecided(target)
    case .notComparable(let reason): return .notComparable(reason)
    case .ahead: return nil
    }
  }

  private func status(of change: IndicatorChange) -> IndicatorStatus {
    let gain = indicator.direction.gain(from: change.first.value, to: change.second.value)
    switch change.certainty {
    case .untold: return .uncertaintyUntold(change)
    case .exact:
      guard change.difference != 0 else { return .noCertainChange(change) }
      if let threshold = indicator.threshold, change.difference.magnitude < threshold {
        return .changeTooSmall(change, threshold: threshold)
      }
      return direction(of: gain, change)
    case .sampled(let standardError, _, _, let isCertain):
      if let threshold = indicator.threshold,
        isEquivalent(change.difference, standardError, threshold)
      {
        return .changeTooSmall(change, threshold: threshold)
      }
      // Towards a value, the two may lie on either side of it: then the gain is what is tested.
      let margin = IndicatorChange.halfWidth * standardError
      let isGainCertain = gain.map { $0.magnitude > margin } ?? true
      guard isCertain, isGainCertain || !indicator.direction.hasAim else {
        return .noCertainChange(change)
      }
      return direction(of: gain, change)
    }
  }

  private func direction(of gain: Double?, _ change: IndicatorChange) -> IndicatorStatus {
    guard let gain else { return .certainlyChanged(change) }
    if gain == 0 { return .noCertainChange(change) }
    return gain > 0 ? .certainlyBetter(change) : .certainlyWorse(change)
  }

  /// Schuirmann's two one-sided tests at 5 %: the 90 % interval lies within the threshold.
  private func isEquivalent(_ difference: Double, _ standardError: Double, _ threshold: Double)
    -> Bool
  {
    Difference(value: difference, standardError: standardError, degreesOfFreedom: .infinity)
      .equivalence(within: threshold).isEquivalent()
  }
}

extension IndicatorDirection {
  fileprivate var hasAim: Bool {
    if case .towards = self { true } else { false }
  }
}
