import NumericKernels
import Testing

@Suite("Weighted sums of chi-squared variables")
struct ChiSquaredMixtureTests {
  @Test("with equal weights are chi-squared", arguments: [1.0, 6, 15])
  func equal(x: Double) {
    let mixture = ChiSquaredMixture(weights: [2, 2, 2], degreesOfFreedom: [1, 1, 2])
    let exact = ChiSquaredDistribution.upperTail(x / 2, degreesOfFreedom: 4)
    #expect((mixture.upperTail(x) - exact).magnitude < 1e-7)
  }

  @Test("with a negative weight answer about F")
  func ratio() {
    let x = 3.2
    let mixture = ChiSquaredMixture(weights: [1, -2 * x / 12], degreesOfFreedom: [2, 12])
    let exact = FisherDistribution.upperTail(x, degreesOfFreedom: 2, 12)
    #expect((mixture.upperTail(0) - exact).magnitude < 1e-7)
  }
}
