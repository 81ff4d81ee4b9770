package import SafetyModel

/// What a certain difference means: for the better, for the worse, or neither.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case better, worse, other

  /// The verdict on a difference of a subject that should move in a direction.
  package init(_ difference: Double, _ direction: Direction) {
    switch direction {
    case .neutral: self = .other
    case .lowerIsBetter: self = difference < 0 ? .better : .worse
    case .higherIsBetter: self = difference > 0 ? .better : .worse
    }
  }
}
