/// A stratum that a sample is to be drawn from, with what is expected there.
public struct PlannedStratum: Sendable, Hashable {
  /// How many the frame has; 1 or more.
  public var populationSize: Int
  /// The share that is expected, in (0, 1).
  public var proportion: Double
  /// The part of those drawn who will answer, in (0, 1].
  public var expectedResponse: Double

  /// Makes a stratum; its numbers are looked at when a sample is divided.
  public init(populationSize: Int, proportion: Double = 0.5, expectedResponse: Double = 1) {
    self.populationSize = populationSize
    self.proportion = proportion
    self.expectedResponse = expectedResponse
  }

  /// S² = N/(N − 1)·p·(1 − p).
  var variance: Double {
    let n = Double(populationSize)
    return n > 1 ? n / (n - 1) * proportion * (1 - proportion) : 0
  }

  /// - Throws: ``PlanningError/outOfRange(name:value:)``, by its place among the strata from 0.
  func check(place: Int) throws(PlanningError) {
    let name = "strata[\(place)]"
    try require(populationSize > 0, name + ".populationSize", Double(populationSize))
    try require(proportion > 0 && proportion < 1, name + ".proportion", proportion)
    try require(
      expectedResponse > 0 && expectedResponse <= 1, name + ".expectedResponse", expectedResponse)
  }
}

/// How a sample is divided among strata.
///
/// What is drawn is proportional to, with N of the stratum, S² = N/(N − 1)·p(1 − p), and r for the
/// response that is expected:
///
///     equal: 1/r    proportional: N/r    squareRoot: √N/r    neyman: N·S/√r
public enum AllocationRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// As many answers expected from every stratum.
  case equal
  /// Answers expected in proportion to the population: every person counts alike.
  case proportional
  /// Answers expected in proportion to the square root of the population: between the two above.
  case squareRoot
  /// The smallest variance of the whole for the sample's size: more where answers vary more, and
  /// where more will answer.
  case neyman

  /// What the number drawn in a stratum is to be proportional to.
  func size(_ stratum: PlannedStratum) -> Double {
    let population = Double(stratum.populationSize)
    let response = stratum.expectedResponse
    return switch self {
    case .equal: 1 / response
    case .proportional: population / response
    case .squareRoot: population.squareRoot() / response
    case .neyman: population * (stratum.variance / response).squareRoot()
    }
  }
}
