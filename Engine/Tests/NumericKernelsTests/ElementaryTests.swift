import NumericKernels
import Testing

@Suite("Elementary functions")
struct ElementaryTests {
  @Test("undo each other", arguments: [0.001, 0.3, 0.5, 0.999])
  func inverses(p: Double) {
    #expect(nearly(Elementary.expit(Elementary.logit(p)), p, relative: 1e-15))
    #expect(nearly(Elementary.exp(Elementary.log(p)), p, relative: 1e-15))
    #expect(nearly(Elementary.sin(Elementary.asin(p)), p, relative: 1e-15))
    #expect(nearly(Elementary.expm1(Elementary.log1p(p)), p, relative: 1e-15))
  }

  @Test("logit and expit mirror, and do not overflow")
  func symmetry() {
    #expect(nearly(Elementary.logit(0.2), -Elementary.logit(0.8), relative: 1e-15))
    #expect(Elementary.expit(-800) == 0 && Elementary.expit(800) == 1)
  }

  @Test("the gamma function of a whole number is a factorial")
  func gamma() {
    #expect(nearly(Elementary.logGamma(6), Elementary.log(120), relative: 1e-15))
  }
}
