import NumericKernels
import Testing

@Suite("Student's p, fast")
struct StudentTailTests {
  @Test("is the exact one", arguments: [3.0, 199, 200, 1000, 9856])
  func exact(degreesOfFreedom: Double) {
    let tail = StudentTail(degreesOfFreedom: degreesOfFreedom)
    for t in [0, 0.01, 0.5, -2, 4, 8, 20] {
      let expected = StudentDistribution.twoSidedP(t, degreesOfFreedom: degreesOfFreedom)
      #expect(nearly(tail.twoSidedP(t), expected, relative: 5e-11))
    }
    #expect(tail.twoSidedP(.nan).isNaN && tail.twoSidedP(.infinity) == 0)
  }
}
