import NumericKernels
import SurveyStatistics
import Testing

@Suite("Power of a comparison")
struct PlannedComparisonTests {
  @Test("is the normal one, near the exact one of all possible samples")
  func exact() throws {
    for row in try goldenRows("planning/power.csv") {
      let plan = try PlannedComparison(respondents: row[2], row[3], significance: row[4])
      let power = try plan.power(from: row[0], to: row[1])
      #expect(nearly(power, row[5], 1e-9))
      #expect((power - row[6]).magnitude < 0.02)
    }
  }

  @Test("is the significance when there is nothing to find")
  func nothing() throws {
    let plan = try PlannedComparison(respondents: 300, 500, significance: 0.05, comparisons: 10)
    #expect(nearly(try plan.power(from: 0.4, to: 0.4), 0.005, 1e-9))
  }

  @Test("agrees with the answers needed and with the smallest change found")
  func inverses() throws {
    let needed = try PlannedComparison.respondentsNeeded(
      from: 0.30, to: 0.25, power: 0.9, designEffect: 1.3, comparisons: 6)
    func power(_ count: Int) throws -> Double {
      try PlannedComparison(
        respondents: Double(count), Double(count), designEffect: 1.3, comparisons: 6
      ).power(from: 0.30, to: 0.25)
    }
    #expect(try power(needed) >= 0.9)
    #expect(try power(needed - 1) < 0.9)
    let plan = try PlannedComparison(respondents: 800, 900)
    for isIncrease in [true, false] {
      let change = try #require(try plan.detectableChange(from: 0.2, isIncrease: isIncrease))
      let reached = try plan.power(from: 0.2, to: 0.2 + (isIncrease ? change : -change))
      #expect(nearly(reached, 0.8, 1e-9))
    }
    let few = try PlannedComparison(respondents: 5, 5, comparisons: 100)
    #expect(try few.detectableChange(from: 0.2, power: 0.99, isIncrease: false) == nil)
  }

  @Test("grows when the same persons answer, as their answers are alike")
  func overlap() throws {
    let apart = try PlannedComparison(respondents: 400, 400)
    let same = try PlannedComparison(respondents: 400, 400, overlap: 400, correlation: 0.6)
    #expect(try same.power(from: 0.3, to: 0.36) > apart.power(from: 0.3, to: 0.36))
    // All the same persons with the same spread: v·(1 − ρ).
    let ratio = same.standardError(from: 0.4, to: 0.6) / apart.standardError(from: 0.4, to: 0.6)
    #expect(nearly(ratio, 0.4.squareRoot()))
  }

  @Test("is that of the test which the program makes, in simulated samples")
  func simulated() throws {
    var random = SeededRandom(seed: 20_261_122)
    let (n, p, q, runs) = (400, 0.30, 0.22, 4000)
    var found = 0
    for _ in 0..<runs {
      func share(_ p: Double) -> Double {
        Double((0..<n).count { _ in random.uniform() < p }) / Double(n)
      }
      func estimate(_ p: Double) -> Estimate {
        Estimate(
          value: p, standardError: (p * (1 - p) / Double(n - 1)).squareRoot(), base: n,
          degreesOfFreedom: Double(n - 1))
      }
      let first = estimate(share(p))
      found += Difference.independent(estimate(share(q)), minus: first).p < 0.05 ? 1 : 0
    }
    let plan = try PlannedComparison(respondents: Double(n), Double(n))
    let power = try plan.power(from: p, to: q)
    #expect((Double(found) / Double(runs) - power).magnitude < 0.025)
  }

  @Test("refuses numbers out of range")
  func refusals() throws {
    #expect(throws: PlanningError.outOfRange(name: "respondents", value: 0)) {
      try PlannedComparison(respondents: 0, 5)
    }
    #expect(throws: PlanningError.outOfRange(name: "overlap", value: 6)) {
      try PlannedComparison(respondents: 7, 5, overlap: 6)
    }
    #expect(throws: PlanningError.outOfRange(name: "proportion", value: 0.3)) {
      try PlannedComparison.respondentsNeeded(from: 0.3, to: 0.3)
    }
  }
}
