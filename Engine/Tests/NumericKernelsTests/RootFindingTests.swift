import NumericKernels
import Testing

@Suite("Finding where a function crosses 0")
struct RootFindingTests {
  @Test("finds the square root of two")
  func crossing() {
    let root = findRoot(from: 0, to: 3, tolerance: 1e-14) { (x: Double) in x * x - 2 }
    #expect(nearly(root, 2.0.squareRoot(), relative: 1e-13))
  }

  @Test("finds a jump within the tolerance")
  func jump() {
    let root = findRoot(from: 0, to: 3, tolerance: 1e-6) { (x: Double) in x > 1.25 ? 1 : -2 }
    #expect((root - 1.25).magnitude < 1e-6)
  }

  @Test("is undefined without a change of sign")
  func noCrossing() {
    #expect(findRoot(from: 2, to: 3, tolerance: 1e-9) { (x: Double) in x }.isNaN)
  }
}
