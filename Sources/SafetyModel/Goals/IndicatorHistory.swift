/// Everything an indicator has been, divided where the way of measuring changed.
///
/// Points of one segment may be compared, averaged, ranked and joined by a line. Whoever asks for
/// that across two segments gets ``NotComparable``, which says why.
package struct IndicatorHistory: Sendable, Hashable {
  /// In the order of the definitions; a segment may be empty.
  package let segments: [IndicatorSegment]

  package init(segments: [IndicatorSegment]) { self.segments = segments }

  /// What is measured in today's way.
  package var current: IndicatorSegment? { segments.last }
  /// The newest value of all.
  package var newest: IndicatorPoint? { current?.points.last }
  package var isEmpty: Bool { segments.allSatisfy(\.points.isEmpty) }

  /// Where the way of measuring changed, oldest first; only between segments that have values.
  package var breaks: [IndicatorBreak] {
    let filled = segments.filter { !$0.points.isEmpty }
    return zip(filled, filled.dropFirst()).map { IndicatorBreak(from: $0, to: $1) }
  }

  /// Whether the values of two periods may be compared, and else why not.
  package func comparability(_ first: Period, _ second: Period) -> Comparability {
    do {
      _ = try common([first, second])
      return .comparable
    } catch {
      return .notComparable(error)
    }
  }

  /// The difference between the values of two periods, second minus first.
  package func change(from first: Period, to second: Period) throws(NotComparable)
    -> IndicatorChange
  {
    let points = try common([first, second])
    return IndicatorChange(from: points[0], to: points[1])
  }

  /// The mean of the values of several periods.
  package func mean(of periods: [Period]) throws(NotComparable) -> Double {
    let points = try common(periods)
    guard !points.isEmpty else { throw .noValues }
    return points.reduce(0) { $0 + $1.value } / Double(points.count)
  }

  /// The points from one period to another that a line may join.
  package func line(from first: Period, to last: Period) throws(NotComparable)
    -> [IndicatorPoint]
  {
    let periods = segments.flatMap(\.points).map(\.period).filter { $0 >= first && $0 <= last }
    return try common(periods)
  }

  /// The points of the periods, in the newest way of measuring that has all of them.
  private func common(_ periods: [Period]) throws(NotComparable) -> [IndicatorPoint] {
    for segment in segments.reversed() {
      let found = periods.compactMap { segment.point($0) }
      if found.count == periods.count { return found }
    }
    for period in periods where !segments.contains(where: { $0.point(period) != nil }) {
      throw .noValue(period)
    }
    let used = segments.filter { segment in periods.contains { segment.point($0) != nil } }
    throw .measuredDifferently(zip(used, used.dropFirst()).map { IndicatorBreak(from: $0, to: $1) })
  }
}

/// Values measured in one and the same way, oldest first.
package struct IndicatorSegment: Sendable, Hashable {
  package let definition: IndicatorDefinition
  package let points: [IndicatorPoint]
  package init(definition: IndicatorDefinition, points: [IndicatorPoint]) {
    self.definition = definition
    self.points = points.sorted { $0.period < $1.period }
  }
  package func point(_ period: Period) -> IndicatorPoint? {
    points.first { $0.period == period }
  }
}

/// A place in a history where the way of measuring changed: a new baseline starts there.
package struct IndicatorBreak: Sendable, Hashable {
  /// The codes of the definitions on both sides.
  package let before: String
  package let after: String
  /// The last period of the old way and the first of the new; `nil` without values.
  package let lastBefore: Period?
  package let firstAfter: Period?
  package let reason: DefinitionEnding.Reason?
  package let note: LocalisedText?
  package let overlap: [OverlapValue]

  package init(from old: IndicatorSegment, to new: IndicatorSegment) {
    before = old.definition.code
    after = new.definition.code
    lastBefore = old.points.last?.period
    firstAfter = new.points.first?.period
    reason = old.definition.ending?.reason
    note = old.definition.ending?.note
    overlap = old.definition.ending?.overlap ?? []
  }
}

/// Whether two values may be compared.
package enum Comparability: Sendable, Hashable {
  case comparable
  case notComparable(NotComparable)
}

/// Why values may not be compared, averaged, ranked or drawn as one line.
package enum NotComparable: Error, Sendable, Hashable {
  /// The way of measuring changed between them.
  case measuredDifferently([IndicatorBreak])
  /// There is no value for a period.
  case noValue(Period)
  case noValues
  /// Places are ranked only by values of one period.
  case differentPeriods
}
