import NumericKernels
import SafetyModel
import SurveyStatistics

/// Where the figures of contrasts come from: a wave, two waves, pooled waves or a model.
package protocol ContrastSource: Sendable {
  /// The wave in which names are looked up.
  var own: EstimatedWave { get }
  /// The waves whose figures can be told apart by a year.
  var years: [Int] { get }
  /// The year of a figure that does not tell one; `nil` when it is of no single one.
  var impliedYear: Int? { get }
  /// What the figures are called in the report.
  var statistic: String { get }

  /// Estimates the figures together.
  func basis(of figures: [ContrastFigure], in contrasts: [Contrast]) throws -> ContrastBasis
}

extension ContrastSource {
  package var years: [Int] { [own.year] }
  package var impliedYear: Int? { own.year }
  package var statistic: String { own.numbers.statistic.name }
}

/// A figure that a contrast is made of.
package struct ContrastFigure: Hashable, Sendable {
  let number: EstimateNumbers.Number
  let group: [ContrastNames.Value]
  /// The wave that it is of; `nil` for several waves together.
  let year: Int?
}

extension [ContrastFigure] {
  /// The number and the dimensions that all figures share; `nil` when they differ.
  var common: (number: EstimateNumbers.Number, dimensions: [String])? {
    guard let first else { return nil }
    let dimensions = first.group.map(\.dimension)
    let isCommon = allSatisfy {
      $0.number == first.number && $0.group.map(\.dimension) == dimensions
    }
    return isCommon ? (first.number, dimensions) : nil
  }

  /// The same; groups of several breakdowns are an error where an option needs a single one.
  func common(
    in contrasts: [Contrast], for option: String
  ) throws -> (number: EstimateNumbers.Number, dimensions: [String]) {
    if let common { return common }
    throw Problems([
      Problem(
        "contrast.oneBreakdown",
        arguments: ["text": contrasts.map(\.text).joined(separator: "; "), "option": option])
    ])
  }
}

extension Sequence where Element: Hashable {
  /// The elements in their order, each the first time that it comes.
  var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

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
    let identity = Matrix.identity(estimates.values.count)
    figures = estimates.values.indices.map { row in
      estimates.values.indices.map { identity[row, $0] }
    }
  }

  /// A combination of the figures, as one of the estimates.
  func coefficients(_ combination: [Double]) -> [Double] {
    estimates.values.indices.map { place in
      zip(combination, figures).reduce(0) { $1.0 == 0 ? $0 : $0 + $1.0 * $1.1[place] }
    }
  }
}
