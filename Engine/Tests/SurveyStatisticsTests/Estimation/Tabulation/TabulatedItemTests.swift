import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Tabulated item")
struct TabulatedItemTests {
  @Test("has intervals, and p of its comparisons in families")
  func comparisons() {
    var item = TabulatedItem(
      categoryCount: 1, bases: [6, 5, 7], counts: [3, 0, 7], proportions: [0.5, 0, 1],
      standardErrors: [0.1, 0, 0.2], t: 2)
    item.compare(
      [(0, 1), (0, 2), (1, 2)], families: [2, 1], differences: [0.5, -0.2, 0.1],
      errors: [0.1, 0.1, 0], tail: StudentTail(degreesOfFreedom: 10))
    #expect(item.linear[0] == ConfidenceInterval(lower: 0.3, upper: 0.7))
    #expect(nearly(item.logit[0].lower + item.logit[0].upper, 1))
    #expect(item.logit[1].lower.isNaN && item.counts == [3, 0, 7])
    #expect(nearly(item.p[0], StudentDistribution.twoSidedP(5, degreesOfFreedom: 10)))
    #expect(nearly(item.adjustedP[0], 2 * item.p[0]) && item.adjustedP[1] == item.p[1])
    #expect(item.p[2] == 0 && item.domainCount == 3)
  }

  @Test("has a logit interval that is the linear one of the log-odds")
  func logit() {
    let item = TabulatedItem(
      categoryCount: 1, bases: [9], counts: [3], proportions: [0.2], standardErrors: [0.05], t: 2)
    let (centre, half) = (Elementary.logit(0.2), 2 * 0.05 / 0.16)
    #expect(nearly(item.logit[0].lower, Elementary.expit(centre - half), 1e-14))
    #expect(nearly(item.logit[0].upper, Elementary.expit(centre + half), 1e-14))
  }
}
