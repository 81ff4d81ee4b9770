/// What the municipality wants, its indicators and the actions towards it.
package struct Goal: Codable, Sendable, Hashable {
  package var text: LocalisedText
  package var indicators: [Indicator]
  package var actions: [Action]
  package init(text: LocalisedText, indicators: [Indicator], actions: [Action]) {
    self.text = text
    self.indicators = indicators
    self.actions = actions
  }
}

/// Which way an indicator, item or index should move.
package enum Direction: String, Codable, Sendable, Hashable, CaseIterable {
  case lowerIsBetter = "lower-is-better"
  case higherIsBetter = "higher-is-better"
  /// Neither way is better: background and description.
  case neutral
}

/// A measure of the goal.
package struct Indicator: Codable, Sendable, Hashable {
  package var code: String
  package var name: LocalisedText
  package var source: IndicatorSource
  package var direction: Direction
  package var target: IndicatorTarget?
  /// A sentence beneath the figure, such as who decides it and how often.
  package var remark: LocalisedText?
  package init(
    code: String, name: LocalisedText, source: IndicatorSource, direction: Direction,
    target: IndicatorTarget?, remark: LocalisedText?
  ) {
    self.code = code
    self.name = name
    self.source = source
    self.direction = direction
    self.target = target
    self.remark = remark
  }
}

/// Where an indicator's values come from.
package enum IndicatorSource: Codable, Sendable, Hashable {
  /// The headline of an item or index in the published waves of a series.
  case survey(series: String, subject: String)
  /// Values that others have published, or counts from a register.
  case observations(ObservationSeries)
}

/// Values over time from outside the survey.
package struct ObservationSeries: Codable, Sendable, Hashable {
  /// A count has no sampling error; a published value may have one that nobody told.
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable { case count, published }
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

/// One value of an indicator in one year.
package struct StatedValue: Codable, Sendable, Hashable {
  package var year: Int
  package var value: Double
  package init(year: Int, value: Double) {
    self.year = year
    self.value = value
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

/// The value to reach, zero included, and the year to reach it by; shares are in [0, 1].
package struct IndicatorTarget: Codable, Sendable, Hashable {
  package var value: Double
  package var year: Int
  package init(value: Double, year: Int) {
    self.value = value
    self.year = year
  }
}
