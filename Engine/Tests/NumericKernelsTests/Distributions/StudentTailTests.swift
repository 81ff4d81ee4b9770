import NumericKernels
import Testing

@Suite("Student's p, fast")
struct StudentTailTests {
  @Test("is the exact one", arguments: [1.0, 2.5, 3, 30, 199, 200, 1000, 9856])
  func exact(degreesOfFreedom: Double) {
    let tail = StudentTail(degreesOfFreedom: degreesOfFreedom)
    // Nodes, the middle between them, both ends, and beyond.
    let values = [0, 1e-9, 0.01, 1 / 32.0, 0.5, -2, 2.999, 4.031, 7.96875, 8, 8.0001, 20]
    for (t, p) in zip(values, tail.twoSidedP(values)) {
      let expected = StudentDistribution.twoSidedP(t, degreesOfFreedom: degreesOfFreedom)
      #expect(nearly(p, expected, relative: 1e-12))
      #expect(tail.twoSidedP(t) == p)
    }
    #expect(tail.twoSidedP(.nan).isNaN && tail.twoSidedP(.infinity) == 0)
  }

  @Test("is the exact one everywhere between")
  func everywhere() {
    let tail = StudentTail(degreesOfFreedom: 56)
    for step in 0..<4000 {
      let t = Double(step) / 499
      let expected = StudentDistribution.twoSidedP(t, degreesOfFreedom: 56)
      #expect(nearly(tail.twoSidedP(t), expected, relative: 1e-12))
    }
  }

  @Test("is the exact one far out too", arguments: [3.0, 56, 1000, 99_856, 9_999_856])
  func far(degreesOfFreedom: Double) {
    let tail = StudentTail(degreesOfFreedom: degreesOfFreedom, reach: .far)
    for step in 0..<1700 {
      let t = Double(step) / 50.3
      let expected = StudentDistribution.twoSidedP(t, degreesOfFreedom: degreesOfFreedom)
      #expect(nearly(tail.twoSidedP(t), expected, relative: 1e-12))
    }
  }

  @Test("is R's with a million degrees of freedom")
  func many() {
    // R: 2 * pt(-c(2, 2.999, 4.031), 1e6)
    let expected = [
      4.550_053_385_131_918_5e-2, 2.708_739_683_103_009_0e-3, 5.554_415_187_743_075_9e-5,
    ]
    let p = StudentTail(degreesOfFreedom: 1e6).twoSidedP([2, 2.999, 4.031])
    for (p, expected) in zip(p, expected) { #expect(nearly(p, expected, relative: 1e-13)) }
  }

  @Test("is undefined or normal where there is no series")
  func limits() {
    #expect(StudentTail(degreesOfFreedom: 0).twoSidedP(1).isNaN)
    let normal = StudentTail(degreesOfFreedom: .infinity).twoSidedP(1.96)
    #expect(normal == StudentDistribution.twoSidedP(1.96, degreesOfFreedom: .infinity))
  }
}
