import NumericKernels
import Testing

@Suite("Tails of mixtures")
struct MixtureTailTests {
  @Test(
    "with equal weights are those of F, or of chi-squared", arguments: MixtureApproximation.allCases
  )
  func equal(approximation: MixtureApproximation) {
    let weights = [2.0, 2, 2]
    let ratio = ChiSquaredMixture.tail(18, weights: weights, denominator: 12, by: approximation)
    let f = FisherDistribution.upperTail(3, degreesOfFreedom: 3, 12)
    #expect((ratio - f).magnitude < 0.02 * f)
    let sum = ChiSquaredMixture.tail(
      18, weights: weights, denominator: .infinity, by: approximation)
    let chi = ChiSquaredDistribution.upperTail(9, degreesOfFreedom: 3)
    #expect((sum - chi).magnitude < 0.02 * chi)
  }

  @Test("are near each other, however they are found")
  func near() {
    func tail(_ approximation: MixtureApproximation) -> Double {
      ChiSquaredMixture.tail(9, weights: [1.5, 1, 0.4], denominator: 20, by: approximation)
    }
    #expect((tail(.saddlepoint) - tail(.exact)).magnitude < 0.06 * tail(.exact))
    #expect((tail(.satterthwaite) - tail(.exact)).magnitude < 0.2 * tail(.exact))
  }

  @Test("give way to the scaled chi-squared at the mean, where the saddlepoint breaks down")
  func mean() {
    let tail = ChiSquaredMixture.tail(
      3, weights: [1, 1, 1], denominator: .infinity, by: .saddlepoint)
    #expect((tail - ChiSquaredDistribution.upperTail(3, degreesOfFreedom: 3)).magnitude < 1e-12)
  }
}
