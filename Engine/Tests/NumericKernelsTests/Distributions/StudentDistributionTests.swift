import NumericKernels
import Testing

@Suite("Student's t distribution")
struct StudentDistributionTests {
  // Computed with mpmath 1.3 at 40 digits.
  @Test(
    "has the two-sided p of mpmath, also far out",
    arguments: [
      (2.0, 1.0, 0.295167235300866548), (0.1, 3, 0.926652348800805825),
      (2.5, 14, 0.0254666646140621815), (1.96, 197, 0.0514060333963943981),
      (2.7, 2927, 0.00697384380367112996), (8, 2927, 1.77545045708542301e-15),
      (40, 5, 1.84119621717729544e-7), (0.001, 2927, 0.999202183717964587),
    ])
  func twoSided(t: Double, df: Double, expected: Double) {
    #expect(
      nearly(
        StudentDistribution.twoSidedP(t, degreesOfFreedom: df), expected, relative: 2e-13))
  }

  @Test(
    "has the quantiles of mpmath",
    arguments: [
      (0.975, 1.0, 12.7062047361746933), (0.975, 14, 2.14478668791780335),
      (0.975, 197, 1.97207903377850236), (0.975, 2927, 1.96077479281683217),
      (0.95, 6, 1.94318028051530257), (0.9995, 3, 12.9239786366879643),
    ])
  func quantile(p: Double, df: Double, expected: Double) {
    let t = StudentDistribution.quantile(p, degreesOfFreedom: df)
    #expect(nearly(t, expected, relative: 2e-13))
    #expect(nearly(StudentDistribution.quantile(1 - p, degreesOfFreedom: df), -t, relative: 1e-12))
  }

  @Test("has quantiles that are exceeded as often as they should be", arguments: [0.7, 2, 9, 4927])
  func inverse(df: Double) {
    for tail in [1e-12, 1e-6, 0.001, 0.05, 0.3, 0.9, 0.999_999] {
      let t = StudentDistribution.quantile(1 - tail / 2, degreesOfFreedom: df)
      // 1 − tail/2 itself is rounded, by so much of a small tail.
      let rounding = 1e-12 + 2e-16 / tail
      let reached = StudentDistribution.twoSidedP(t, degreesOfFreedom: df)
      #expect(nearly(reached, tail, relative: rounding))
    }
  }

  @Test("is the normal distribution with infinite degrees of freedom")
  func normal() {
    #expect(
      StudentDistribution.quantile(0.975, degreesOfFreedom: .infinity)
        == NormalDistribution.quantile(0.975))
    #expect(
      nearly(
        StudentDistribution.twoSidedP(1.959963984540054, degreesOfFreedom: .infinity), 0.05,
        relative: 1e-13))
  }

  @Test("is undefined without degrees of freedom")
  func undefined() {
    #expect(StudentDistribution.quantile(0.975, degreesOfFreedom: 0).isNaN)
    #expect(StudentDistribution.twoSidedP(.nan, degreesOfFreedom: 3).isNaN)
    #expect(StudentDistribution.twoSidedP(.infinity, degreesOfFreedom: 3) == 0)
  }
}
