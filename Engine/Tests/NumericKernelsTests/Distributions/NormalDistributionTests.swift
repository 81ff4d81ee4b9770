import NumericKernels
import Testing

@Suite("Normal distribution")
struct NormalDistributionTests {
  // Computed with mpmath 1.3 at 40 digits.
  @Test(
    "has the quantiles of mpmath",
    arguments: [
      (0.975, 1.95996398454005386), (0.501, 0.00250663089957176623),
      (1e-10, -6.3613409024040562), (0.2, -0.841621233572914166),
    ])
  func quantile(p: Double, expected: Double) {
    #expect(nearly(NormalDistribution.quantile(p), expected, relative: 1e-13))
  }

  @Test("has a probability that inverts the quantile", arguments: [1e-12, 0.1, 0.5, 0.9, 0.9999])
  func inverse(p: Double) {
    #expect(nearly(NormalDistribution.cdf(NormalDistribution.quantile(p)), p, relative: 1e-13))
  }

  @Test("ends in the infinities")
  func ends() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(1.5).isNaN)
  }
}
