import NumericKernels
import Testing

@Suite("Cholesky root")
struct CholeskyRootTests {
  @Test("whitens a matrix by itself to the identity")
  func identity() throws {
    let a = Matrix([[4, 1], [1, 3]])
    let whitened = try #require(a.choleskyRoot).whiten(a)
    for (actual, expected) in zip(whitened.values, [1.0, 0, 0, 1]) {
      #expect((actual - expected).magnitude < 1e-15)
    }
  }

  @Test("is refused where a matrix is not positive")
  func refusal() {
    #expect(Matrix([[1, 2], [2, 1]]).choleskyRoot == nil)
    #expect(Matrix([[1, 2, 3], [4, 5, 6]]).choleskyRoot == nil)
  }
}
