import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Fitting a regression")
struct RegressionFitTests {
  @Test("finds a line that the data lie on")
  func line() {
    let x = [1.0, 2, 4, 7]
    let fit = RegressionFit(
      x.map { 3 - 2 * $0 }, on: [x.map { _ in 1 }, x], weights: [1, 5, 2, 3], family: .linear)
    #expect(nearly(fit.coefficients[0], 3, 1e-12) && nearly(fit.coefficients[1], -2, 1e-12))
    #expect(fit.converged && fit.deviance < 1e-20)
  }

  @Test("has influences that add up to nothing, one for each row")
  func influences() {
    let fit = RegressionFit(
      [0, 1, 1, 0, 1], on: [[1, 1, 1, 1, 1], [1, 2, 3, 4, 5]], weights: [1, 2, 1, 2, 1],
      family: .logistic)
    for influence in fit.influences {
      #expect(influence.count == 5 && influence.reduce(0, +).magnitude < 1e-6)
    }
  }

  @Test("without a step that stays in range has no coefficients")
  func outOfRange() {
    let x = [1.0, 2, 3, 4, 5, 6]
    let y = [1.0, 1, 1, 1, 1, 0]
    let columns = [x.map { _ in 1.0 }, x]
    let lost = RegressionFit(
      y, on: columns, weights: x.map { _ in 1 }, family: .proportionRatios)
    #expect(lost.coefficients.allSatisfy { $0.isNaN } && !lost.converged)
    let found = RegressionFit(
      y, on: columns, weights: x.map { _ in 1 }, family: .proportionRatios, start: [-0.3, -0.05])
    #expect(found.coefficients.allSatisfy { $0.isFinite })
  }

  @Test("has the residual variance of a line as dispersion, and its naive covariance")
  func naive() {
    let x = [1.0, 2, 4, 7]
    let fit = RegressionFit(
      [2, 1, 5, 4], on: [x.map { _ in 1 }], weights: [1, 1, 1, 1], family: .linear)
    #expect(nearly(fit.dispersion(asVariance: true), 10.0 / 3))
    #expect(nearly(fit.dispersion(asVariance: false), 10.0 / 4))
    #expect(nearly(fit.naiveCovariance[0, 0], 0.25))
  }
}
