/// What the development so far says about the target, or why it says nothing.
package enum OutlookAnswer: Sendable, Hashable {
  case outlook(Outlook)
  case refused(OutlookRefusal)
}

/// How likely it is that a target is reached by its deadline if the development goes on.
package struct Outlook: Sendable, Hashable {
  package var target: IndicatorTarget
  /// In [0, 1].
  package var probability: Double
  package var words: OutlookWords
  /// From the newest value's period to the deadline.
  package var fan: [FanPoint]
  /// How many values it was computed from.
  package var pointCount: Int
  package init(
    target: IndicatorTarget, probability: Double, words: OutlookWords, fan: [FanPoint],
    pointCount: Int
  ) {
    self.target = target
    self.probability = probability
    self.words = words
    self.fan = fan
    self.pointCount = pointCount
  }
}

/// Where the true value is likely to be in a period, by quantile.
package struct FanPoint: Sendable, Hashable {
  package var period: Period
  /// Quantiles of 5, 25, 50, 75 and 95 percent, in the indicator's unit.
  package var low: Double
  package var lowerQuarter: Double
  package var middle: Double
  package var upperQuarter: Double
  package var high: Double
  package init(
    period: Period, low: Double, lowerQuarter: Double, middle: Double, upperQuarter: Double,
    high: Double
  ) {
    self.period = period
    self.low = low
    self.lowerQuarter = lowerQuarter
    self.middle = middle
    self.upperQuarter = upperQuarter
    self.high = high
  }
}

/// A probability in words; the limits are those of `docs/methods/outlook.md`.
package enum OutlookWords: String, Sendable, Hashable, CaseIterable {
  case veryUnlikely, unlikely, even, likely, veryLikely

  package init(probability: Double) {
    switch probability {
    case ..<0.1: self = .veryUnlikely
    case ..<0.33: self = .unlikely
    case ...0.67: self = .even
    case ...0.9: self = .likely
    default: self = .veryLikely
    }
  }
}

/// Why no outlook is given.
package enum OutlookRefusal: Sendable, Hashable {
  /// Fewer than four values that may be compared.
  case tooFewPoints(Int)
  case noTarget
  case deadlinePassed
  /// The publisher tells no uncertainty.
  case uncertaintyUntold
  /// The target was set for another way of measuring.
  case notComparable(NotComparable)
  /// Neither way is better, so nothing can be reached.
  case noDirection
  /// The values contradict the model so that it could not be fitted.
  case notFitted
}
