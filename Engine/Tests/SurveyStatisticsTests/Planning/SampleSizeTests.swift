import SurveyStatistics
import Testing

@Suite("Sample size")
struct SampleSizeTests {
  @Test(
    "is that of Krejcie and Morgan's table, which they rounded to the nearest",
    arguments: [
      (10, 10), (100, 80), (200, 132), (300, 169), (500, 217), (1000, 278), (2000, 322),
      (5000, 357), (10_000, 370), (75_000, 382), (1_000_000, 384),
    ])
  func table(population: Int, sample: Int) throws {
    let size = try SampleSize(marginOfError: 0.05, populationSize: population)
    #expect((size.exactRespondents - Double(sample)).magnitude < 0.75)
    #expect(size.respondents == Int(size.exactRespondents.rounded(.up)))
    #expect(size.sampled == size.respondents)
  }

  @Test("reaches the margin, and one answer fewer does not", arguments: [0.01, 0.03, 0.1])
  func margin(wanted: Double) throws {
    let assumptions = PlanAssumptions(
      proportion: 0.3, designEffect: 1.4, expectedResponse: 0.4, confidence: 0.9)
    let size = try SampleSize(
      marginOfError: wanted, populationSize: 30_000, assumptions: assumptions)
    func reached(_ respondents: Double) throws -> Double {
      try SampleSize.marginOfError(
        respondents: respondents, populationSize: 30_000, assumptions: assumptions)
    }
    // deff·n₀ is corrected as a whole, which is the margin's own formula up to (N − 1)/N.
    #expect(nearly(try reached(size.exactRespondents), wanted, 1e-4))
    #expect(try reached(Double(size.respondents) + 1) < wanted)
    #expect(try reached(Double(size.respondents) - 1) > wanted)
    #expect(size.sampled == Int((Double(size.respondents) / 0.4).rounded(.up)))
  }

  @Test("has no margin of error when everyone answers")
  func census() throws {
    let margin = try SampleSize.marginOfError(respondents: 500, populationSize: 500)
    #expect(margin == 0)
  }

  @Test("says when no sample is large enough, and which number is wrong")
  func refusals() throws {
    #expect(
      throws: PlanningError.notReachable(
        area: nil, respondentsNeeded: 278, respondentsPossible: 200)
    ) {
      try SampleSize(
        marginOfError: 0.05, populationSize: 1000, assumptions: .init(expectedResponse: 0.2))
    }
    #expect(throws: PlanningError.outOfRange(name: "marginOfError", value: 0)) {
      try SampleSize(marginOfError: 0)
    }
    #expect(throws: PlanningError.outOfRange(name: "marginOfError", value: 1e-30)) {
      try SampleSize(marginOfError: 1e-30)
    }
    #expect(throws: PlanningError.outOfRange(name: "designEffect", value: -1)) {
      try SampleSize(marginOfError: 0.1, assumptions: .init(designEffect: -1))
    }
  }
}
