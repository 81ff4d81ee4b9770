import NumericKernels
import Testing

@Suite("Linear systems")
struct LinearSystemTests {
  private let a = Matrix([[0, 1, 2], [1, 3, 0.5], [2, 0.5, 5]])

  @Test("solving undoes multiplying, also with a zero at the start")
  func solving() throws {
    let x = [1.0, -2, 3]
    for (actual, expected) in zip(try #require(a.solve(a * x)), x) {
      #expect(nearly(actual, expected, relative: 1e-14))
    }
    let product = a * (try #require(a.inverse))
    #expect(nearly(product[2, 2], 1, relative: 1e-14))
    #expect(product[0, 2].magnitude < 1e-15)
  }

  @Test("the quadratic form of the inverse has the closed form of one number")
  func quadraticForm() throws {
    #expect(try #require(Matrix([[4]]).inverseQuadraticForm([6])) == 9)
  }

  @Test("a singular matrix has no solution")
  func singular() {
    #expect(Matrix([[1, 2], [2, 4]]).solve([1, 1]) == nil)
  }
}
