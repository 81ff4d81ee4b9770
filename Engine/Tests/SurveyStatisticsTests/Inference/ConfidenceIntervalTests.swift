import SurveyStatistics
import Testing

@Suite("Confidence intervals")
struct ConfidenceIntervalTests {
  @Test("are the estimate plus and minus t standard errors")
  func closedForm() {
    let interval = ConfidenceInterval.linear(10, standardError: 2, degreesOfFreedom: 1)
    #expect(nearly(interval.upper - 10, 2 * 12.7062047361747))
    #expect(nearly(interval.lower + interval.upper, 20))
  }

  @Test("of an undefined estimate are undefined")
  func undefined() {
    let estimate = Estimate(
      value: .nan, standardError: .nan, base: 0, degreesOfFreedom: 5)
    for method in IntervalMethod.allCases {
      #expect(estimate.interval(method).lower.isNaN && estimate.interval(method).upper.isNaN)
    }
  }
}
