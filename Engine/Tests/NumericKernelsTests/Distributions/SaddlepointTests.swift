import NumericKernels
import Testing

@Suite("Saddlepoint approximation")
struct SaddlepointTests {
  @Test("is near the exact tail", arguments: [4.0, 9, 25])
  func near(x: Double) throws {
    let weights = [1.5, 1, 0.4]
    let approximate = try #require(ChiSquaredMixture.saddlepointTail(x, weights: weights))
    let exact = ChiSquaredMixture(weights: weights, degreesOfFreedom: [1, 1, 1]).upperTail(x)
    #expect((approximate - exact).magnitude < 0.06 * exact)
  }

  @Test("gives way at the mean, where the formula breaks down")
  func mean() {
    #expect(ChiSquaredMixture.saddlepointTail(3, weights: [1, 1, 1]) == nil)
  }
}
