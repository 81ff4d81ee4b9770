/// Values over time from outside the survey, as charts draw them.
package struct ObservationSeries: Sendable, Hashable {
  /// A count has no sampling error; a published value may have one that nobody told.
  package enum Kind: String, Sendable, Hashable, CaseIterable { case count, published }
  package var kind: Kind
  package var unit: LocalisedText?
  package var decimals: Int
  package var source: LocalisedText
  package var observations: [StatedValue]
  /// Years in which a new way of measuring began: nothing is compared or drawn across them.
  package var breaks: [SeriesBreak]
  package init(
    kind: Kind, unit: LocalisedText?, decimals: Int, source: LocalisedText,
    observations: [StatedValue], breaks: [SeriesBreak]
  ) {
    self.kind = kind
    self.unit = unit
    self.decimals = decimals
    self.source = source
    self.observations = observations
    self.breaks = breaks
  }
}

/// A year in which a series starts anew, and why.
package struct SeriesBreak: Codable, Sendable, Hashable {
  package var year: Int
  package var reason: LocalisedText
  package init(year: Int, reason: LocalisedText) {
    self.year = year
    self.reason = reason
  }
}

extension ObservationSeries {
  /// What charts draw of a history from outside the survey; `nil` when it is a survey's.
  ///
  /// Values in another unit than today's are left out: they have no place on the same axis. The
  /// break is told all the same.
  package init?(_ history: IndicatorHistory) {
    guard let current = history.current, let external = current.definition.source.external else {
      return nil
    }
    let drawn = history.segments.filter { $0.definition.unit == current.definition.unit }
    self.init(
      kind: current.definition.source.kind == .register ? .count : .published,
      unit: current.definition.unit.words, decimals: current.definition.decimals,
      source: external.publisher,
      observations: drawn.flatMap(\.points).map {
        StatedValue(
          period: $0.period,
          value: current.definition.unit == .proportion ? $0.value * 100 : $0.value)
      },
      breaks: history.breaks.compactMap { change in
        change.firstAfter.map {
          SeriesBreak(year: $0.year, reason: change.note ?? LocalisedText([:]))
        }
      })
  }
}

extension IndicatorUnit {
  /// What stands after a figure; `%` for proportions, which are shown in percent.
  package var words: LocalisedText? {
    switch self {
    case .proportion: LocalisedText(["sv": "%", "en": "%"])
    case .named(let words): words
    case .plain: nil
    }
  }
}

extension IndicatorHistory {
  /// The history that the municipality states itself.
  package init(stated indicator: Indicator) {
    self.init(
      segments: indicator.definitions.map { definition in
        IndicatorSegment(
          definition: definition,
          points: definition.values.map {
            IndicatorPoint(
              $0, counted: definition.source.kind == .register,
              proportion: definition.unit == .proportion)
          })
      })
  }
}

extension Indicator {
  /// The target on the axis that ``ObservationSeries`` is drawn on: proportions in percent.
  package var drawnTarget: IndicatorTarget? {
    guard var target, definition?.unit == .proportion, definition?.source.kind != .survey else {
      return target
    }
    target.value *= 100
    return target
  }
}
