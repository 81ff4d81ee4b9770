import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Tabulated item")
struct TabulatedItemTests {
  @Test("takes figures and comparisons one after the other, with their intervals and p")
  func appended() {
    var item = TabulatedItem(domainCount: 2, categoryCount: 1, pairs: [(0, 1)])
    item.append(count: 3, proportion: 0.5, standardError: 0.1, t: 2)
    item.append(count: 0, proportion: 0, standardError: 0, t: 2)
    item.append(
      difference: 0.5, error: 0.1, tail: StudentTail(degreesOfFreedom: 10))
    #expect(item.linear[0] == ConfidenceInterval(lower: 0.3, upper: 0.7))
    #expect(nearly(item.logit[0].lower + item.logit[0].upper, 1))
    #expect(item.logit[1].lower.isNaN && item.counts == [3, 0])
    #expect(nearly(item.p[0], StudentDistribution.twoSidedP(5, degreesOfFreedom: 10)))
  }
}
