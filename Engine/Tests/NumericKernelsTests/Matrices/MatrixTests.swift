import NumericKernels
import Testing

@Suite("Small matrices")
struct MatrixTests {
  private let a = Matrix([[1, 2, 3], [4, 5, 6]])

  @Test("multiply by rows and columns")
  func product() {
    #expect((a * a.transposed).values == [14, 32, 32, 77])
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect((a * .identity(3)) == a)
  }

  @Test("take in products of a column with itself, and mirror them")
  func products() {
    var sums = Matrix(rows: 2, columns: 2)
    sums.addToLowerTriangle([1, 2], factor: 3)
    sums.addToLowerTriangle([0, 1], factor: 1)
    #expect(sums.values == [3, 0, 6, 13] && sums.mirrored.values == [3, 6, 6, 13])
  }

  @Test("give rows, columns and the diagonal by place")
  func places() {
    #expect(a.block(rows: [1], columns: [2, 0]).values == [6, 4])
    #expect(a.diagonal == [1, 5])
    #expect(a.transposed[2, 1] == 6)
  }
}
