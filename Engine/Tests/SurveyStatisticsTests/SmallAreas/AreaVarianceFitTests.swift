import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Fit of a model of small areas")
struct AreaVarianceFitTests {
  @Test("has the slope of its log-likelihood", arguments: AreaVarianceMethod.allCases)
  func slope(method: AreaVarianceMethod) throws {
    let milk = try MilkAreas()
    func logLikelihood(_ variance: Double) throws -> Double {
      let fit = try #require(
        AreaVarianceFit(
          milk.direct, milk.samplingVariances, columns: milk.covariates, variance: variance))
      let spread = zip(fit.precisions, fit.residuals).reduce(0) {
        $0 + Elementary.log($1.0) - $1.0 * $1.1 * $1.1
      }
      // The covariance is diagonal by major area, once the first column stands for the first.
      let sizes = [0, 1, 2, 3].map { k in
        milk.direct.indices.filter { i in
          k == 0
            ? (1...3).allSatisfy { milk.covariates[$0][i] == 0 } : milk.covariates[k][i] == 1
        }.reduce(0) { $0 + fit.precisions[$1] }
      }
      let restriction = sizes.reduce(0) { $0 + Elementary.log($1) }
      return (spread - (method == .reml ? restriction : 0)) / 2
    }
    let (a, h) = (0.02, 1e-6)
    let fit = try #require(
      AreaVarianceFit(milk.direct, milk.samplingVariances, columns: milk.covariates, variance: a))
    let slope = (try logLikelihood(a + h) - logLikelihood(a - h)) / (2 * h)
    #expect(nearly(fit.slope(method).score, slope, 1e-5))
  }
}
