import Testing

@testable import NumericKernels

@Suite("Stirling's formula")
struct StirlingTests {
  @Test("its error completes the logarithm of a factorial", arguments: [0.5, 3, 15, 16, 40])
  func error(n: Double) {
    let formula =
      (n + 0.5) * Elementary.log(n) - n + 0.5 * Elementary.log(2 * Double.pi) + Stirling.error(n)
    #expect((formula - Elementary.logGamma(n + 1)).magnitude < 1e-13 * max(1, formula.magnitude))
  }

  @Test("the deviance is the same by series as by its definition")
  func deviance() {
    let (x, m) = (11.0, 9.2)
    #expect(
      nearly(
        Stirling.deviance(x, m), x * Elementary.log(x / m) + m - x, relative: 1e-12))
    #expect(Stirling.deviance(4, 4) == 0)
  }
}
