import NumericKernels

/// A sample divided among strata, with the certainty that can be expected of it.
public struct Allocation: Sendable, Hashable {
  /// The strata, in the order given.
  public let strata: [PlannedStratum]
  /// How many to draw in each stratum, at most its population size.
  public private(set) var sampled: [Int]

  /// How many to draw altogether.
  public var total: Int { sampled.reduce(0, +) }

  /// How many answers to expect from each stratum; they need not be whole.
  public var expectedRespondents: [Double] {
    zip(strata, sampled).map { $0.expectedResponse * Double($1) }
  }

  /// The margin of error to expect of a share in some of the strata, or in all.
  ///
  ///     V = deff · Σ (Nₕ/N)²·Sₕ²·(1/mₕ − 1/Nₕ),   e = z·√V,   Sₕ² = Nₕ/(Nₕ − 1)·pₕ(1 − pₕ)
  ///
  /// m is the answers expected, N the population of the strata asked about, z the normal quantile.
  ///
  /// - Parameters:
  ///   - members: the places of the strata from 0; `nil` for all.
  ///   - designEffect: of what is not in the strata: clusters and calibrated weights.
  ///   - confidence: in (0, 1).
  /// - Returns: e, half the interval of a share in [0, 1]; 0 when everyone is expected to answer.
  public func marginOfError(
    ofStrata members: [Int]? = nil, designEffect: Double = 1, confidence: Double = 0.95
  ) -> Double {
    let members = members ?? Array(strata.indices)
    let size = members.reduce(0.0) { $0 + Double(strata[$1].populationSize) }
    let variance = members.reduce(0.0) { sum, h in
      let population = Double(strata[h].populationSize)
      let answers = expectedRespondents(h)
      let part = population / size
      return sum + part * part * strata[h].variance * max(0, 1 / answers - 1 / population)
    }
    return NormalDistribution.quantile(0.5 + confidence / 2)
      * (designEffect * variance).squareRoot()
  }

  private func expectedRespondents(_ h: Int) -> Double {
    strata[h].expectedResponse * Double(sampled[h])
  }

  /// Divides a sample.
  ///
  /// Whole persons are given one by one to the stratum where size/√(n·(n + 1)) is largest, which
  /// makes Neyman's the best allocation there is in whole persons; a stratum that is drawn in full
  /// gets no more.
  ///
  /// - Parameters:
  ///   - total: how many to draw.
  ///   - strata: what to draw from.
  ///   - rule: what the parts are proportional to.
  ///   - minimum: the least in every stratum, or all of it; two are needed for a variance.
  /// - Throws: ``PlanningError/noStrata``;
  ///   ``PlanningError/outOfRange(name:value:)`` for the minimum or a number of a stratum;
  ///   ``PlanningError/totalTooSmall(total:minimum:)``;
  ///   ``PlanningError/totalTooLarge(total:population:)``.
  ///
  /// Source: Neyman, *On the two different aspects of the representative method*, 1934; Wright,
  /// *The equivalence of Neyman optimum allocation for sampling and equal proportions for
  /// apportioning the U.S. House of Representatives*, 2012.
  /// Golden values: `Golden/planning/allocation.csv`, every division tried one by one in Python.
  public init(
    dividing total: Int, among strata: [PlannedStratum], by rule: AllocationRule,
    minimum: Int = 2
  ) throws(PlanningError) {
    try self.init(startingWith: minimum, in: strata)
    let population = strata.reduce(0) { $0 + $1.populationSize }
    guard total >= self.total else {
      throw .totalTooSmall(total: total, minimum: self.total)
    }
    guard total <= population else {
      throw .totalTooLarge(total: total, population: population)
    }
    let sizes = strata.map(rule.size)
    let members = Array(strata.indices)
    for _ in self.total..<max(total, self.total) { _ = addOne(within: members, sizes) }
  }

  /// Finds the smallest sample by a rule that gives every area a wanted margin of error.
  ///
  /// - Parameters:
  ///   - margins: the margin of error wanted in each area, in (0, 1).
  ///   - areas: the area of each stratum, from 0.
  ///   - strata: what to draw from.
  ///   - rule: how an area's sample is divided among its strata.
  ///   - designEffect: of what is not in the strata.
  ///   - confidence: in (0, 1).
  ///   - minimum: the least in every stratum.
  /// - Throws: ``PlanningError/notReachable(area:respondentsNeeded:respondentsPossible:)`` when an area
  ///   is too small, or answers too seldom, for its margin; ``PlanningError/noStrata``;
  ///   ``PlanningError/countMismatch(column:expected:actual:)``;
  ///   ``PlanningError/outOfRange(name:value:)`` for any number.
  public init(
    reaching margins: [Double], ofAreas areas: [Int], strata: [PlannedStratum],
    by rule: AllocationRule = .proportional, designEffect: Double = 1, confidence: Double = 0.95,
    minimum: Int = 2
  ) throws(PlanningError) {
    try self.init(startingWith: minimum, in: strata)
    guard areas.count == strata.count else {
      throw .countMismatch(column: "areas", expected: strata.count, actual: areas.count)
    }
    for margin in margins { try require(margin > 0 && margin < 1, "marginOfError", margin) }
    for area in areas { try require(margins.indices.contains(area), "area", Double(area)) }
    try require(designEffect > 0 && designEffect.isFinite, "designEffect", designEffect)
    try require(confidence > 0 && confidence < 1, "confidence", confidence)
    let sizes = strata.map(rule.size)
    for (area, margin) in margins.enumerated() {
      let members = strata.indices.filter { areas[$0] == area }
      while marginOfError(ofStrata: members, designEffect: designEffect, confidence: confidence)
        > margin
      {
        guard addOne(within: members, sizes) else {
          throw Self.notReachable(
            area: area, members.map { strata[$0] }, margin, designEffect: designEffect,
            confidence: confidence)
        }
      }
    }
  }

  private init(startingWith minimum: Int, in strata: [PlannedStratum]) throws(PlanningError) {
    guard !strata.isEmpty else { throw .noStrata }
    try require(minimum >= 1, "minimum", Double(minimum))
    for (place, stratum) in strata.enumerated() { try stratum.check(place: place) }
    self.strata = strata
    sampled = strata.map { min(minimum, $0.populationSize) }
  }

  /// Gives one more person to the stratum where it does most; false when all are drawn in full.
  private mutating func addOne(within members: [Int], _ sizes: [Double]) -> Bool {
    var best: (place: Int, priority: Double)?
    for h in members where sampled[h] < strata[h].populationSize {
      let n = Double(sampled[h])
      let priority = sizes[h] / (n * (n + 1)).squareRoot()
      if priority > best?.priority ?? -1 { best = (h, priority) }
    }
    guard let best else { return false }
    sampled[best.place] += 1
    return true
  }

  private static func notReachable(
    area: Int, _ strata: [PlannedStratum], _ margin: Double, designEffect: Double,
    confidence: Double
  ) -> PlanningError {
    let population = strata.reduce(0) { $0 + Double($1.populationSize) }
    let z = NormalDistribution.quantile(0.5 + confidence / 2)
    let variance =
      strata.reduce(0) { $0 + Double($1.populationSize) / population * $1.variance }
    let plain = designEffect * z * z * variance / (margin * margin)
    return .notReachable(
      area: area,
      respondentsNeeded: (plain / (1 + plain / population)).rounded(.up),
      respondentsPossible: strata.reduce(0) {
        $0 + Double($1.populationSize) * $1.expectedResponse
      }.rounded(.down))
  }
}
