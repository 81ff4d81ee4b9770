import NumericKernels
import Testing

@Suite("Gamma, chi-squared and F distributions")
struct GammaDistributionTests {
  @Test("is exponential for shape 1", arguments: [0.01, 1, 5, 40])
  func exponential(x: Double) {
    #expect(
      nearly(GammaDistribution.upperTail(x, shape: 1), Elementary.exp(-x), relative: 1e-13))
  }

  @Test(
    "chi-squared with one degree of freedom is the square of a normal", arguments: [0.5, 3.84, 60])
  func normal(x: Double) {
    #expect(
      nearly(
        ChiSquaredDistribution.upperTail(x, degreesOfFreedom: 1),
        2 * NormalDistribution.cdf(-x.squareRoot()), relative: 1e-12))
  }

  @Test("F with one degree of freedom is the square of Student's t", arguments: [0.2, 4, 90])
  func student(x: Double) {
    let p = StudentDistribution.twoSidedP(x.squareRoot(), degreesOfFreedom: 17)
    #expect(
      nearly(FisherDistribution.upperTail(x, degreesOfFreedom: 1, 17), p, relative: 1e-13))
    #expect(nearly(FisherDistribution.upperQuantile(p, degreesOfFreedom: 17), x, relative: 1e-11))
  }

  @Test("is undefined for bad arguments")
  func undefined() {
    #expect(GammaDistribution.upperTail(-1, shape: 2).isNaN)
    #expect(FisherDistribution.upperTail(1, degreesOfFreedom: 0, 3).isNaN)
  }
}
