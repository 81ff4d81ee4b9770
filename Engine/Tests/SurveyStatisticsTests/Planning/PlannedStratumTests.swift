import SurveyStatistics
import Testing

@Suite("Rules of allocation")
struct PlannedStratumTests {
  private let strata = [
    PlannedStratum(populationSize: 40_000, expectedResponse: 0.5),
    PlannedStratum(populationSize: 10_000, expectedResponse: 0.25),
  ]

  @Test(
    "give the expected answers their proportions",
    arguments: [(AllocationRule.equal, 1.0), (.proportional, 4), (.squareRoot, 2)])
  func answers(rule: AllocationRule, ratio: Double) throws {
    let allocation = try Allocation(dividing: 3000, among: strata, by: rule)
    let answers = allocation.expectedRespondents
    #expect(nearly(answers[0] / answers[1], ratio, 0.003))
  }

  @Test("of Neyman: sizes by the root of variance and response")
  func neyman() throws {
    let allocation = try Allocation(dividing: 3000, among: strata, by: .neyman)
    // 40,000·√0.5⁻¹ to 10,000·√0.25⁻¹
    let ratio = Double(allocation.sampled[0]) / Double(allocation.sampled[1])
    #expect(nearly(ratio, 4 * 0.5.squareRoot(), 0.003))
  }
}
