/// How it goes with an indicator, told only as far as it is certain.
///
/// It is computed from the values (`docs/methods/status.md` has the rules) and never typed in.
package enum IndicatorStatus: Sendable, Hashable {
  /// Reached no later than the deadline, in the period told.
  ///
  /// `isKept` is false when the newest value is beyond the target again.
  case targetReached(IndicatorTarget, in: Period, isKept: Bool)
  /// Not reached at the deadline; perhaps later, in the period told.
  case targetNotReached(IndicatorTarget, reachedLater: Period?)
  /// The deadline is past, and the interval lies on both sides of the target.
  case targetUndecided(IndicatorTarget)
  case certainlyBetter(IndicatorChange)
  case certainlyWorse(IndicatorChange)
  /// A certain change of an indicator for which neither way is better.
  case certainlyChanged(IndicatorChange)
  case noCertainChange(IndicatorChange)
  /// Certainly smaller than the smallest change that matters.
  case changeTooSmall(IndicatorChange, threshold: Double)
  /// The values differ or do not, but the publisher tells no uncertainty.
  case uncertaintyUntold(IndicatorChange)
  /// Fewer than two values that are measured in today's way.
  case tooFewPoints(Int)
  /// There are values, but not two in the same way; or the target was set for another way.
  case notComparable(NotComparable)

  /// The kind alone: what tables, tests and style sheets need.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case targetReached, targetNotReached, targetUndecided, certainlyBetter, certainlyWorse,
      certainlyChanged, noCertainChange, changeTooSmall, uncertaintyUntold, tooFewPoints,
      notComparable
  }
  package var kind: Kind {
    switch self {
    case .targetReached: .targetReached
    case .targetNotReached: .targetNotReached
    case .targetUndecided: .targetUndecided
    case .certainlyBetter: .certainlyBetter
    case .certainlyWorse: .certainlyWorse
    case .certainlyChanged: .certainlyChanged
    case .noCertainChange: .noCertainChange
    case .changeTooSmall: .changeTooSmall
    case .uncertaintyUntold: .uncertaintyUntold
    case .tooFewPoints: .tooFewPoints
    case .notComparable: .notComparable
    }
  }
}

/// How it went or goes with one target.
package enum TargetOutcome: Sendable, Hashable {
  case reached(in: Period, isKept: Bool)
  case notReached(reachedLater: Period?)
  /// The deadline is past, and the interval lies on both sides.
  case undecided
  /// The deadline is ahead, or no value tells about it yet.
  case ahead
  /// The target was set for another way of measuring.
  case notComparable(NotComparable)
}

/// A target with its outcome.
package struct JudgedTarget: Sendable, Hashable {
  package var target: IndicatorTarget
  package var outcome: TargetOutcome
  package init(target: IndicatorTarget, outcome: TargetOutcome) {
    self.target = target
    self.outcome = outcome
  }
}
