import NumericKernels
import Testing

@Suite("Beta distribution")
struct BetaDistributionTests {
  // Computed with mpmath 1.3 at 40 digits.
  @Test(
    "has the cumulative probabilities of mpmath",
    arguments: [
      (0.3, 2.0, 3.0, 0.3483), (0.5, 0.5, 0.5, 0.5),
      (0.9, 30.5, 2.5, 0.253614590847747546), (0.5, 1000, 1010, 0.588269827543727525),
      (0.01, 0.3, 40, 0.775744528012458513), (0.999, 2000.5, 1.5, 0.261086226406297575),
      (1e-5, 1, 5000, 0.0487708133081977879),
    ])
  func golden(x: Double, a: Double, b: Double, expected: Double) {
    #expect(nearly(BetaDistribution.cdf(x, a: a, b: b), expected, relative: 2e-13))
  }

  @Test("is the power of x when the second shape is 1", arguments: [0.01, 0.4, 0.97])
  func closedForm(x: Double) {
    #expect(nearly(BetaDistribution.cdf(x, a: 3, b: 1), x * x * x, relative: 1e-14))
  }

  @Test("has tails that add up to 1", arguments: [0.02, 0.5, 0.93])
  func tails(x: Double) {
    let sum =
      BetaDistribution.cdf(x, a: 7.5, b: 2.25) + BetaDistribution.upperTail(x, a: 7.5, b: 2.25)
    #expect(nearly(sum, 1, relative: 1e-14))
  }

  @Test(
    "finds the value below which a probability lies",
    arguments: [
      (0.025, 5.0, 20.0, 0.0713186171980549242), (0.975, 6, 19, 0.421512843637252616),
    ])
  func quantile(p: Double, a: Double, b: Double, expected: Double) {
    #expect(nearly(BetaDistribution.quantile(p, a: a, b: b), expected, relative: 1e-13))
  }

  @Test("has a quantile that inverts the probability", arguments: [1e-6, 0.025, 0.5, 0.999])
  func inverse(p: Double) {
    let x = BetaDistribution.quantile(p, a: 0.5, b: 99.5)
    #expect(nearly(BetaDistribution.cdf(x, a: 0.5, b: 99.5), p, relative: 1e-12))
  }

  @Test("is undefined outside its range")
  func outside() {
    #expect(BetaDistribution.cdf(-0.1, a: 1, b: 1).isNaN)
    #expect(BetaDistribution.cdf(0.5, a: 0, b: 1).isNaN)
    #expect(BetaDistribution.quantile(1.1, a: 1, b: 1).isNaN)
  }
}
