import NumericKernels
import Testing

@Suite("Small matrices")
struct MatrixTests {
  private let a = Matrix([[4, 1, 2], [1, 3, 0.5], [2, 0.5, 5]])

  @Test("solving undoes multiplying")
  func solving() throws {
    let x = [1.0, -2, 3]
    let solved = try #require(a.solve(a * x))
    for (actual, expected) in zip(solved, x) { #expect(nearly(actual, expected, relative: 1e-14)) }
    let inverse = try #require(a.inverse)
    #expect(nearly((a * inverse)[0, 0], 1, relative: 1e-14))
  }

  @Test("a singular matrix has no solution")
  func singular() {
    #expect(Matrix([[1, 2], [2, 4]]).solve([1, 1]) == nil)
    #expect(Matrix([[1, 2], [2, 1]]).choleskyRoot == nil)
  }

  @Test("eigenvalues have the sum of the diagonal and the closed form of two by two")
  func eigenvalues() {
    #expect(
      nearly(a.symmetricEigenvalues.reduce(0, +), a.diagonal.reduce(0, +), relative: 1e-14))
    let two = Matrix([[2, 1], [1, 2]]).symmetricEigenvalues
    #expect(nearly(two[0], 3, relative: 1e-15) && nearly(two[1], 1, relative: 1e-15))
  }

  @Test("least squares leaves a residual perpendicular to the columns")
  func residuals() {
    let columns = [[1.0, 1, 1, 1, 1], [1, 2, 3, 4, 5], [2, 3, 4, 5, 6]]
    let basis = OrthogonalBasis(columns: columns)
    #expect(basis.rank == 2)
    let y = [2.0, 1, 4, 3, 7]
    let residual = basis.residual(of: y)
    for column in columns {
      let product = zip(column, residual).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(product.magnitude < 1e-13)
    }
    let coefficients = basis.coefficients(of: y)
    #expect(nearly(coefficients[1], 1.2, relative: 1e-13))
    #expect(coefficients[2].isNaN)
  }

  @Test("a function's crossing is found")
  func root() {
    let root = findRoot(from: 0, to: 3, tolerance: 1e-14) { (x: Double) in x * x - 2 }
    #expect(nearly(root, 2.0.squareRoot(), relative: 1e-13))
    #expect(findRoot(from: 2, to: 3, tolerance: 1e-9) { (x: Double) in x }.isNaN)
  }
}
