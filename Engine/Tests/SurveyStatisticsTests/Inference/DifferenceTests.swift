import NumericKernels
import SurveyStatistics
import Testing

@Suite("Differences")
struct DifferenceTests {
  private func estimate(_ value: Double, _ standardError: Double, _ df: Double) -> Estimate {
    Estimate(value: value, standardError: standardError, base: 100, degreesOfFreedom: df)
  }

  @Test("between independent samples add their variances")
  func independent() {
    let change = Difference.independent(estimate(0.5, 0.03, 20), minus: estimate(0.4, 0.04, 20))
    #expect(nearly(change.value, 0.1, 1e-12))
    #expect(nearly(change.standardError, 0.05))
    // (9 + 16)² / (81/20 + 256/20), by arithmetic.
    #expect(nearly(change.degreesOfFreedom, 625 * 20 / 337.0))
  }

  @Test("have the p of Student's t, and an interval that agrees with it")
  func agreement() {
    let difference = Difference(value: 0.3, standardError: 0.1, degreesOfFreedom: 12)
    #expect(nearly(difference.t, 3))
    let p = StudentDistribution.twoSidedP(3, degreesOfFreedom: 12)
    #expect(nearly(difference.p, p))
    #expect(difference.interval(confidence: 1 - p).lower.magnitude < 1e-12)
  }

  @Test("without any variance are undefined when there is none, certain when there is")
  func degenerate() {
    #expect(Difference(value: 0, standardError: 0, degreesOfFreedom: 9).p.isNaN)
    #expect(Difference(value: 0.1, standardError: 0, degreesOfFreedom: 9).p == 0)
  }
}
