import SurveyStatistics
import Testing

@Suite("Bounds for non-response")
struct NonresponseBoundsTests {
  private func bounds() throws -> NonresponseBounds {
    try NonresponseBounds(
      proportion: 0.30, interval: ConfidenceInterval(lower: 0.27, upper: 0.33), response: 0.4)
  }

  @Test("move the proportion by the part that did not answer")
  func shifts() throws {
    let bounds = try bounds()
    #expect(nearly(bounds.proportion(ifOthersDifferBy: 0.1), 0.36))
    #expect(bounds.proportion(ifOthersDifferBy: 0) == 0.30)
    let range = bounds.bounds(ifOthersDifferByAtMost: 0.1)
    #expect(nearly(range.proportion.lower, 0.24) && nearly(range.proportion.upper, 0.36))
    #expect(nearly(range.withSampling.lower, 0.21) && nearly(range.withSampling.upper, 0.39))
  }

  @Test("that assume nothing are Manski's: all or none of the others")
  func worst() throws {
    let range = try bounds().bounds(ifOthersDifferByAtMost: 1).proportion
    #expect(nearly(range.lower, 0.12) && nearly(range.upper, 0.72))
  }

  @Test("say how unlike the others must be to reach a limit")
  func limit() throws {
    let bounds = try bounds()
    let needed = try #require(bounds.differenceNeeded(toReach: 0.25))
    #expect(nearly(bounds.proportion(ifOthersDifferBy: needed), 0.25))
    #expect(bounds.differenceNeeded(toReach: 0.30) == 0)
    #expect(bounds.differenceNeeded(toReach: 0.10) == nil)
    let all = try NonresponseBounds(proportion: 0.3, interval: bounds.interval, response: 1)
    #expect(all.differenceNeeded(toReach: 0.2) == nil)
    #expect(all.proportion(ifOthersDifferBy: 0.5) == 0.3)
  }

  @Test("refuse numbers out of range")
  func refusals() throws {
    let interval = ConfidenceInterval(lower: 0.2, upper: 0.4)
    #expect(throws: ResponseError.outOfRange(name: "proportion", value: 1.2)) {
      try NonresponseBounds(proportion: 1.2, interval: interval, response: 0.5)
    }
    #expect(throws: ResponseError.outOfRange(name: "response", value: 0)) {
      try NonresponseBounds(proportion: 0.2, interval: interval, response: 0)
    }
  }
}
