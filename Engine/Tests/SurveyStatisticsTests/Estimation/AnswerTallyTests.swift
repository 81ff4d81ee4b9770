import Testing

@testable import SurveyStatistics

@Suite("Tally of answers")
struct AnswerTallyTests {
  @Test("equal weights are worth their number; a census is worth no end")
  func effectiveBase() {
    var (equal, unequal, census) = (AnswerTally(), AnswerTally(), AnswerTally())
    for weight in [1.0, 1, 4] {
      equal.add(2, correction: 1)
      unequal.add(weight, correction: 1)
      census.add(weight, correction: 0)
    }
    #expect(equal.effectiveBase == 3 && equal.base == 3 && equal.weight == 6)
    #expect(unequal.effectiveBase == 2)
    #expect(census.effectiveBase == .infinity)
  }
}
