import Testing

@testable import SurveyStatistics

@Suite("Tally of categories")
struct CategoryTallyTests {
  @Test("gives shares of the weight and counts of the answers")
  func shares() {
    var tally = CategoryTally(categoryCount: 3)
    tally.add(1, 0, correction: 1)
    tally.add(2, 2, correction: 1)
    tally.add(5, 2, correction: 1)
    #expect(tally.proportion(of: [0]) == 0.125 && tally.proportion(of: [0, 2]) == 1)
    #expect(tally.count(of: [2]) == 2 && tally.count(of: [1]) == 0)
    #expect(tally.answers.base == 3)
  }
}
