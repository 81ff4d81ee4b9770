package import SafetyModel

/// Whether targets were reached, with the rules of `docs/methods/status.md`.
struct JudgeTargets {
  let indicator: Indicator
  let history: IndicatorHistory

  /// Every target, by deadline.
  func all() -> [JudgedTarget] {
    indicator.targets.sorted { $0.deadline < $1.deadline }.map {
      JudgedTarget(target: $0, outcome: outcome(of: $0))
    }
  }

  func outcome(of target: IndicatorTarget) -> TargetOutcome {
    guard let segment = history.current else { return .ahead }
    if let difference = definitionDiffers(target, from: segment) {
      return .notComparable(difference)
    }
    let points = segment.points
    guard let newest = points.last else { return .ahead }
    let inTime = points.filter { $0.period.lastDay <= target.deadline.lastDay }
    let hasCome =
      newest.period.lastDay >= target.deadline.lastDay
      || stands(newest, in: segment.definition, until: target.deadline)
    guard hasCome else {
      // Reached already, before the deadline, only if the newest value says so for certain.
      guard reaches(newest, target) == true else { return .ahead }
      return .reached(in: newest.period, isKept: true)
    }
    guard let decisive = decisive(inTime, segment.definition, target, points) else {
      return .ahead
    }
    switch reaches(decisive, target) {
    case true?:
      return .reached(in: decisive.period, isKept: reaches(newest, target) != false)
    case false?:
      let later = points.first { $0.period > decisive.period && reaches($0, target) == true }
      return .notReached(reachedLater: later?.period)
    case nil: return .undecided
    }
  }

  /// Whether a count is the last one before a deadline: the next is due only after it.
  private func stands(
    _ newest: IndicatorPoint, in definition: IndicatorDefinition, until deadline: Period
  ) -> Bool {
    guard definition.source.kind == .register, let days = indicator.rhythm.days else {
      return false
    }
    return newest.period.lastDay.ordinal + days > deadline.lastDay.ordinal
  }

  /// The value that decides at the deadline.
  ///
  /// A count stands until it is counted anew, so the last one in time decides. A survey's or a
  /// published value is about its own period: that of the deadline decides, or else the first after it.
  private func decisive(
    _ inTime: [IndicatorPoint], _ definition: IndicatorDefinition, _ target: IndicatorTarget,
    _ points: [IndicatorPoint]
  ) -> IndicatorPoint? {
    if definition.source.kind == .register, let last = inTime.last { return last }
    if let last = inTime.last, last.period.lastDay >= target.deadline.firstDay { return last }
    return points.first { $0.period.lastDay > target.deadline.lastDay }
  }

  /// Whether a value reaches the target for certain, misses it for certain, or neither.
  ///
  /// The whole interval must lie on one side. A count, and a value without told uncertainty, is
  /// taken as it is.
  func reaches(_ point: IndicatorPoint, _ target: IndicatorTarget) -> Bool? {
    let (lower, upper) =
      if case .sampled(_, let lower, let upper) = point.uncertainty { (lower, upper) } else {
        (point.value, point.value)
      }
    switch indicator.direction {
    case .neutral: return nil
    case .lowerIsBetter: return upper <= target.value ? true : lower > target.value ? false : nil
    case .higherIsBetter: return lower >= target.value ? true : upper < target.value ? false : nil
    case .towards(let aim):
      let reach = max((target.value - aim).magnitude, indicator.threshold ?? 0)
      if lower >= aim - reach, upper <= aim + reach { return true }
      return upper < aim - reach || lower > aim + reach ? false : nil
    }
  }

  /// Why a target that was set for another definition cannot be judged by today's values.
  private func definitionDiffers(_ target: IndicatorTarget, from segment: IndicatorSegment)
    -> NotComparable?
  {
    guard let code = target.definition, code != segment.definition.code else { return nil }
    let old =
      history.segments.first { $0.definition.code == code }
      ?? IndicatorSegment(definition: segment.definition, points: [])
    return .measuredDifferently([IndicatorBreak(from: old, to: segment)])
  }
}

extension UpdateRhythm {
  /// The fewest days from one value to the next; `nil` when nobody knows.
  fileprivate var days: Int? {
    switch self {
    case .monthly: 28
    case .quarterly: 90
    case .halfYearly: 181
    case .yearly: 365
    case .everySecondYear: 730
    case .irregularly: nil
    }
  }
}
