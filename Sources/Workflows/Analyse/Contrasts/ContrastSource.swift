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
