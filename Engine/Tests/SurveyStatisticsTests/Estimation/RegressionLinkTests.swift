import Testing

@testable import SurveyStatistics

@Suite("Links of regression")
struct RegressionLinkTests {
  @Test("their mean undoes their predictor", arguments: RegressionLink.allCases)
  func inverse(link: RegressionLink) {
    #expect(nearly(link.mean(link.predictor(0.3)), 0.3))
    #expect(link.isDefined(at: link.predictor(0.3)))
  }

  @Test("their slope is the derivative of the mean", arguments: RegressionLink.allCases)
  func slope(link: RegressionLink) {
    let eta = link.predictor(0.3)
    let step = 1e-6
    let numerical = (link.mean(eta + step) - link.mean(eta - step)) / (2 * step)
    #expect(nearly(link.slope(eta), numerical, 1e-7))
  }

  @Test("stay inside of 0 and 1 far out, where there are limits")
  func limits() {
    for link in [RegressionLink.logit, .probit, .complementaryLogLog, .cauchit] {
      #expect(link.mean(-800) > 0 && link.mean(800) < 1)
      #expect(link.slope(800) > 0)
    }
  }

  @Test("know where they have no mean")
  func undefined() {
    #expect(!RegressionLink.inverse.isDefined(at: 0))
    #expect(!RegressionLink.inverseSquare.isDefined(at: -1))
    #expect(!RegressionLink.squareRoot.isDefined(at: -1))
    #expect(RegressionLink.identity.isDefined(at: -1))
  }
}
