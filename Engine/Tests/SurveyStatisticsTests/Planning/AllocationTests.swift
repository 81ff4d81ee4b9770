import SurveyStatistics
import Testing

@Suite("Allocation of a sample")
struct AllocationTests {
  @Test("by Neyman is the best of all ways to divide it")
  func best() throws {
    let rows = try goldenRows("planning/allocation.csv")
    let strata = rows.map {
      PlannedStratum(populationSize: Int($0[0]), proportion: $0[1], expectedResponse: $0[2])
    }
    let allocation = try Allocation(dividing: 60, among: strata, by: .neyman)
    #expect(allocation.sampled.map(Double.init) == rows.map { $0[3] })
  }

  @Test("draws the whole of a stratum at most, and all persons when asked to")
  func bounds() throws {
    let strata = [5, 1, 1000].map { PlannedStratum(populationSize: $0) }
    for rule in AllocationRule.allCases {
      let some = try Allocation(dividing: 400, among: strata, by: rule)
      #expect(some.total == 400)
      #expect(zip(some.sampled, strata).allSatisfy { $0 <= $1.populationSize && $0 >= 1 })
      let all = try Allocation(dividing: 1006, among: strata, by: rule)
      #expect(all.sampled == [5, 1, 1000])
      #expect(all.marginOfError() == 0)
    }
  }

  @Test("has the margin of error of a simple sample, when strata are alike")
  func margin() throws {
    let strata = [PlannedStratum](
      repeating: PlannedStratum(populationSize: 50_000, proportion: 0.2), count: 4)
    let allocation = try Allocation(dividing: 1200, among: strata, by: .proportional)
    let simple = try SampleSize.marginOfError(
      respondents: 1200, populationSize: 200_000,
      assumptions: .init(proportion: 0.2, designEffect: 1.5))
    #expect(nearly(allocation.marginOfError(designEffect: 1.5), simple, 2e-5))
  }

  @Test("reaches a margin in every area, with nobody too many")
  func areas() throws {
    let strata = [3000, 5000, 800, 1200, 20_000].map {
      PlannedStratum(populationSize: $0, proportion: 0.3, expectedResponse: 0.5)
    }
    let allocation = try Allocation(
      reaching: [0.05, 0.08, 0.03], ofAreas: [0, 0, 1, 1, 2], strata: strata, designEffect: 1.2)
    for (area, margin) in [([0, 1], 0.05), ([2, 3], 0.08), ([4], 0.03)] {
      let reached = allocation.marginOfError(ofStrata: area, designEffect: 1.2)
      #expect(reached <= margin && reached > 0.99 * margin)
    }
    let single = try SampleSize(
      marginOfError: 0.03, populationSize: 20_000,
      assumptions: .init(proportion: 0.3, designEffect: 1.2, expectedResponse: 0.5))
    #expect((allocation.sampled[4] - single.sampled).magnitude <= 2)
  }

  @Test("refuses what cannot be")
  func refusals() throws {
    let strata = [100, 50].map { PlannedStratum(populationSize: $0, expectedResponse: 0.3) }
    #expect(throws: PlanningError.noStrata) {
      try Allocation(dividing: 10, among: [], by: .equal)
    }
    #expect(throws: PlanningError.totalTooSmall(total: 3, minimum: 4)) {
      try Allocation(dividing: 3, among: strata, by: .equal)
    }
    #expect(throws: PlanningError.totalTooLarge(total: 151, population: 150)) {
      try Allocation(dividing: 151, among: strata, by: .equal)
    }
    var impossible = strata
    impossible[1].proportion = 0
    #expect(throws: PlanningError.outOfRange(name: "strata[1].proportion", value: 0)) {
      try Allocation(dividing: 10, among: impossible, by: .equal)
    }
    #expect(throws: PlanningError.outOfRange(name: "area", value: 1)) {
      try Allocation(reaching: [0.1], ofAreas: [0, 1], strata: strata)
    }
    #expect {
      try Allocation(reaching: [0.05], ofAreas: [0, 0], strata: strata)
    } throws: { error in
      guard case PlanningError.notReachable(let area, let needed, let possible) = error else {
        return false
      }
      return area == 0 && needed > possible && possible == 45
    }
  }
}
