import Testing

@testable import SurveyStatistics

@Suite("Variance of simple random sampling")
struct SimpleRandomVarianceTests {
  @Test("is s²/n, less the sampled part without replacement")
  func closedForm() {
    let variance = SimpleRandomVariance(spread: 4, count: 5, weight: 20)
    #expect(variance.withReplacement == 1 && variance.withoutReplacement == 0.75)
    #expect(variance.scaled(by: 10).withReplacement == 100)
  }

  @Test("is undefined for one answer, or for more answers than persons")
  func undefined() {
    #expect(SimpleRandomVariance(spread: 0, count: 1, weight: 9).withReplacement.isNaN)
    #expect(SimpleRandomVariance(spread: 4, count: 5, weight: 3).withoutReplacement.isNaN)
  }
}
