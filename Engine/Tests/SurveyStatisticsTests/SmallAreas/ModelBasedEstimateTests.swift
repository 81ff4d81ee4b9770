import NumericKernels
import SurveyStatistics
import Testing

@Suite("Model-based estimate")
struct ModelBasedEstimateTests {
  @Test("has an interval of normal quantiles of its mean squared error")
  func interval() throws {
    let milk = try MilkAreas()
    let model = try AreaModel(
      direct: milk.direct, samplingVariances: milk.samplingVariances, covariates: milk.covariates)
    let estimate = model.estimates[3]
    let interval = estimate.interval(confidence: 0.9)
    let half = NormalDistribution.quantile(0.95) * estimate.meanSquaredError.squareRoot()
    #expect(nearly(interval.upper - estimate.value, half))
    #expect(nearly(estimate.value - interval.lower, half))
  }
}
