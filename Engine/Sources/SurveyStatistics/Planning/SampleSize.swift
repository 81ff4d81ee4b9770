import NumericKernels

/// What is expected of a survey that has not been made yet.
public struct PlanAssumptions: Sendable, Hashable {
  /// p, the share that is to be estimated, in (0, 1); 0.5 needs the largest sample.
  public var proportion: Double
  /// How many times as large variances are as those of simple random sampling, for weights and
  /// clusters; above 0.
  public var designEffect: Double
  /// The part of those drawn who will answer, in (0, 1].
  public var expectedResponse: Double
  /// Of the interval whose half is the margin of error, in (0, 1).
  public var confidence: Double

  /// Makes assumptions; they are looked at when they are used.
  public init(
    proportion: Double = 0.5, designEffect: Double = 1, expectedResponse: Double = 1,
    confidence: Double = 0.95
  ) {
    self.proportion = proportion
    self.designEffect = designEffect
    self.expectedResponse = expectedResponse
    self.confidence = confidence
  }

  /// The normal quantile of the two-sided confidence.
  var z: Double { NormalDistribution.quantile(0.5 + confidence / 2) }

  func check() throws(PlanningError) {
    try require(proportion > 0 && proportion < 1, "proportion", proportion)
    try require(designEffect > 0 && designEffect.isFinite, "designEffect", designEffect)
    try require(
      expectedResponse > 0 && expectedResponse <= 1, "expectedResponse", expectedResponse)
    try require(confidence > 0 && confidence < 1, "confidence", confidence)
  }
}

/// How many to draw so that a share gets a wanted margin of error.
public struct SampleSize: Sendable, Hashable {
  /// The answers that are needed; at least 1, at most the population.
  public let respondents: Int
  /// How many to draw for them; at most the population.
  public let sampled: Int
  /// The answers that are needed, before they are rounded up.
  public let exactRespondents: Double

  /// Finds the sample size.
  ///
  ///     n₀ = deff · z²·p·(1 − p)/e²,   n = n₀ / (1 + (n₀ − 1)/N),   sampled = n / response
  ///
  /// Those who answer are taken for a random part of those drawn; the correction for a finite
  /// population counts the answers and not the drawn.
  ///
  /// - Parameters:
  ///   - marginOfError: e, half the interval, in (0, 1).
  ///   - populationSize: N; `nil` for one so large that it makes no difference.
  ///   - assumptions: p, deff, response and confidence.
  /// - Throws: ``PlanningError/outOfRange(name:value:)`` for any number;
  ///   ``PlanningError/notReachable(area:respondentsNeeded:respondentsPossible:)`` when too few would
  ///   answer even if everyone were asked.
  ///
  /// Source: Cochran, *Sampling Techniques*, 1977, section 4.4; Krejcie and Morgan, *Determining
  /// sample size for research activities*, 1970, whose table the tests hold.
  public init(
    marginOfError: Double, populationSize: Int? = nil, assumptions: PlanAssumptions = .init()
  ) throws(PlanningError) {
    try assumptions.check()
    try require(marginOfError > 0 && marginOfError < 1, "marginOfError", marginOfError)
    if let populationSize {
      try require(populationSize > 0, "populationSize", Double(populationSize))
    }
    let (p, z) = (assumptions.proportion, assumptions.z)
    let plain = assumptions.designEffect * z * z * p * (1 - p) / (marginOfError * marginOfError)
    let size = populationSize.map(Double.init) ?? .infinity
    exactRespondents = plain / (1 + (plain - 1) / size)
    let possible = (size * assumptions.expectedResponse).rounded(.down)
    // A design effect above 1 would otherwise let a margin need more than everyone.
    let needed = min(max(exactRespondents.rounded(.up), 1), size)
    guard needed <= possible else {
      throw .notReachable(
        area: nil, respondentsNeeded: needed, respondentsPossible: possible)
    }
    let drawn = min((needed / assumptions.expectedResponse).rounded(.up), size)
    // A margin near 0 asks for more than a whole number can hold.
    guard let respondents = Int(exactly: needed), let sampled = Int(exactly: drawn) else {
      throw .outOfRange(name: "marginOfError", value: marginOfError)
    }
    (self.respondents, self.sampled) = (respondents, sampled)
  }

  /// The margin of error of a share from a number of answers.
  ///
  ///     e = z · √(deff · p·(1 − p)/n · (N − n)/(N − 1))
  ///
  /// - Parameters:
  ///   - respondents: n, above 0 and at most N.
  ///   - populationSize: N; `nil` for one so large that it makes no difference.
  ///   - assumptions: p, deff and confidence.
  /// - Returns: e, half the interval of a share in [0, 1]; 0 when everyone answers.
  /// - Throws: ``PlanningError/outOfRange(name:value:)`` for any number.
  public static func marginOfError(
    respondents: Double, populationSize: Int? = nil, assumptions: PlanAssumptions = .init()
  ) throws(PlanningError) -> Double {
    try assumptions.check()
    let size = populationSize.map(Double.init) ?? .infinity
    try require(respondents > 0 && respondents <= size, "respondents", respondents)
    let p = assumptions.proportion
    let part = size.isInfinite ? 1 : size == 1 ? 0 : (size - respondents) / (size - 1)
    return assumptions.z
      * (assumptions.designEffect * p * (1 - p) / respondents * part).squareRoot()
  }
}

/// Refuses a number that is out of range.
///
/// - Throws: ``PlanningError/outOfRange(name:value:)`` unless the condition holds.
func require(_ condition: Bool, _ name: String, _ value: Double) throws(PlanningError) {
  guard condition else { throw .outOfRange(name: name, value: value) }
}
