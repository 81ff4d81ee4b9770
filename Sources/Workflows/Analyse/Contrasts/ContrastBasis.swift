import SurveyStatistics

/// Estimates, and what each figure of a contrast is made of.
package struct ContrastBasis: Sendable {
  let estimates: JointEstimates
  /// For each figure one coefficient for each of the estimates.
  let figures: [[Double]]
  /// What they lean on beside the answers about them.
  var model: AnalystReport.Model?
  /// What the composition was made the same in.
  var standardisedBy: [String] = []

  init(estimates: JointEstimates, figures: [[Double]], model: AnalystReport.Model? = nil) {
    self.estimates = estimates
    self.figures = figures
    self.model = model
  }

  /// Estimates that are the figures themselves.
  init(_ estimates: JointEstimates) {
    self.estimates = estimates
    figures = estimates.values.indices.map { figure in
      estimates.values.indices.map { $0 == figure ? 1 : 0 }
    }
  }

  /// A combination of the figures, as one of the estimates.
  func coefficients(_ combination: [Double]) -> [Double] {
    estimates.values.indices.map { place in
      zip(combination, figures).reduce(0) { $1.0 == 0 ? $0 : $0 + $1.0 * $1.1[place] }
    }
  }
}
