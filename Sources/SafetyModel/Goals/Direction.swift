/// Which way an item or index of a survey should move.
package enum Direction: String, Codable, Sendable, Hashable, CaseIterable {
  case lowerIsBetter = "lower-is-better"
  case higherIsBetter = "higher-is-better"
  /// Neither way is better: background and description.
  case neutral
}

/// Which way an indicator should move, or where to.
package enum IndicatorDirection: Codable, Sendable, Hashable {
  case lowerIsBetter
  case higherIsBetter
  /// As near as possible to a value, zero included; both too much and too little are worse.
  case towards(Double)
  /// Neither way is better: background and preconditions.
  case neutral

  package init(_ direction: Direction) {
    switch direction {
    case .lowerIsBetter: self = .lowerIsBetter
    case .higherIsBetter: self = .higherIsBetter
    case .neutral: self = .neutral
    }
  }

  /// The way without the aim; towards a value neither way is better in itself.
  package var way: Direction {
    switch self {
    case .lowerIsBetter: .lowerIsBetter
    case .higherIsBetter: .higherIsBetter
    case .towards, .neutral: .neutral
    }
  }

  /// How much better the second value is than the first, in the indicator's unit.
  ///
  /// Positive is better. Towards a value, it is how much nearer the second is. `nil` when neither
  /// way is better.
  package func gain(from first: Double, to second: Double) -> Double? {
    switch self {
    case .lowerIsBetter: first - second
    case .higherIsBetter: second - first
    case .towards(let aim): (first - aim).magnitude - (second - aim).magnitude
    case .neutral: nil
    }
  }
}
