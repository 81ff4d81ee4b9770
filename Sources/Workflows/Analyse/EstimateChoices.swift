package import SurveyStatistics

/// How figures are compared with each other.
package enum ComparisonScale: String, Sendable, Hashable, CaseIterable {
  /// One minus the other.
  case difference
  /// One divided by the other, with its interval on the log scale.
  case ratio
  case none
}

/// Which degrees of freedom an interval of a figure has.
package enum DegreesOfFreedomChoice: String, Sendable, Hashable, CaseIterable {
  /// Those of the whole sample: primary units − strata.
  case design
  /// Those of the units and strata that have answers in the group.
  case domain
  /// None: the normal distribution.
  case normal
}

/// What an analyst may choose about intervals, quantiles, comparisons and tests.
package struct EstimateChoices: Sendable {
  package var confidence: Double
  /// Of shares; all other figures have the linear one.
  package var interval: IntervalMethod
  package var degreesOfFreedom: DegreesOfFreedomChoice
  package var quantileRule: QuantileRule
  package var quantileInterval: QuantileIntervalMethod
  /// Whether the covariance of a table's figures is told too.
  package var covariance: Bool
  /// How the p of a family are adjusted for their number.
  package var adjustment: FamilyAdjustment
  package var comparison: ComparisonScale
  /// The differences that count as none, either way; `nil` for no test of it.
  package var equivalenceMargin: Double?

  package init(
    confidence: Double = 0.95, interval: IntervalMethod = .logit,
    degreesOfFreedom: DegreesOfFreedomChoice = .design, quantileRule: QuantileRule = .math,
    quantileInterval: QuantileIntervalMethod = .mean, covariance: Bool = false,
    adjustment: FamilyAdjustment = .holm,
    comparison: ComparisonScale = .difference, equivalenceMargin: Double? = nil
  ) {
    self.confidence = confidence
    self.interval = interval
    self.degreesOfFreedom = degreesOfFreedom
    self.quantileRule = quantileRule
    self.quantileInterval = quantileInterval
    self.covariance = covariance
    self.adjustment = adjustment
    self.comparison = comparison
    self.equivalenceMargin = equivalenceMargin
  }

  /// The degrees of freedom for a figure, of the two that it may have.
  func degreesOfFreedom(design: Double, domain: Double) -> Double {
    switch degreesOfFreedom {
    case .design: design
    case .domain: domain
    case .normal: .infinity
    }
  }

  /// A difference with the degrees of freedom chosen: a group's own count for its figures only, as
  /// a difference is about two groups.
  func counted(_ difference: Difference) -> Difference {
    guard degreesOfFreedom == .normal else { return difference }
    return Difference(
      value: difference.value, standardError: difference.standardError,
      degreesOfFreedom: .infinity)
  }

  func counted(_ ratio: EstimatedRatio) -> EstimatedRatio {
    guard degreesOfFreedom == .normal else { return ratio }
    return EstimatedRatio(
      value: ratio.value, logStandardError: ratio.logStandardError, degreesOfFreedom: .infinity)
  }
}
