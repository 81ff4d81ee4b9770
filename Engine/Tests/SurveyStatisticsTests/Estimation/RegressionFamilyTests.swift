import Testing

@testable import SurveyStatistics

@Suite("Families of regression")
struct RegressionFamilyTests {
  @Test("their mean undoes their predictor", arguments: RegressionFamily.allCases)
  func inverse(family: RegressionFamily) {
    #expect(nearly(family.mean(family.predictor(0.3)), 0.3))
  }

  @Test("a perfect mean has no deviance, another has some", arguments: RegressionFamily.allCases)
  func deviance(family: RegressionFamily) {
    #expect(family.deviance(0.4, 0.4) == 0)
    #expect(family.deviance(0.4, 0.6) > 0)
    #expect(family.start(1, weight: 2) > 0 && family.variance(0.4) > 0)
  }

  @Test("know which means their variable can have", arguments: RegressionFamily.allCases)
  func range(family: RegressionFamily) {
    #expect(family.isPossible(0.3, at: family.predictor(0.3)))
    #expect(family.isPossible(1, at: family.predictor(0.5)) == !family.isBinary)
  }
}
