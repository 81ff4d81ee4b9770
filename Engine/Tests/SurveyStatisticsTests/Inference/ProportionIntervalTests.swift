import SurveyStatistics
import Testing

@Suite("Confidence intervals of a proportion")
struct ProportionIntervalTests {
  private func estimate(_ value: Double, _ standardError: Double) -> Estimate {
    Estimate(
      value: value, standardError: standardError, base: 50, degreesOfFreedom: 49,
      effectiveBase: 40)
  }

  @Test("hold the proportion and stay in [0, 1]", arguments: IntervalMethod.allCases)
  func range(method: IntervalMethod) {
    for value in [0.01, 0.3, 0.97] where method != .linear {
      let interval = estimate(value, 0.02).interval(method)
      #expect(interval.lower >= 0 && interval.lower < value)
      #expect(interval.upper <= 1 && interval.upper > value)
    }
  }

  @Test("mirror each other for the opposite answer", arguments: IntervalMethod.allCases)
  func mirror(method: IntervalMethod) {
    let (yes, no) = (estimate(0.2, 0.05).interval(method), estimate(0.8, 0.05).interval(method))
    #expect(nearly(yes.lower, 1 - no.upper, 1e-12))
    #expect(nearly(yes.upper, 1 - no.lower, 1e-12))
  }

  @Test(
    "of shares 0 and 1 are honest: Clopper and Pearson's for the effective base",
    arguments: [IntervalMethod.logit, .asin, .beta, .wilson, .likelihood])
  func extremes(method: IntervalMethod) {
    let none = estimate(0, 0).interval(method)
    let all = estimate(1, 0).interval(method)
    // 1 − 0.025^(1/40), by arithmetic.
    #expect(none.lower == 0)
    #expect(nearly(none.upper, 0.08809733, 1e-6))
    #expect(all.upper == 1)
    #expect(nearly(all.lower, 1 - none.upper, 1e-12))
  }

  @Test("are points when nothing was left to chance")
  func census() {
    let census = Estimate(
      value: 0, standardError: 0, base: 9, degreesOfFreedom: 8, effectiveBase: .infinity)
    #expect(census.interval(.logit) == ConfidenceInterval(lower: 0, upper: 0))
  }

  @Test("are wider at a higher confidence", arguments: IntervalMethod.allCases)
  func confidence(method: IntervalMethod) {
    let narrow = estimate(0.3, 0.05).interval(method, confidence: 0.8)
    let wide = estimate(0.3, 0.05).interval(method, confidence: 0.99)
    #expect(wide.lower < narrow.lower && wide.upper > narrow.upper)
  }
}
