import NumericKernels
import Testing

@Suite("Orthogonal basis")
struct OrthogonalBasisTests {
  private let columns = [[1.0, 1, 1, 1, 1], [1, 2, 3, 4, 5], [2, 3, 4, 5, 6]]
  private let y = [2.0, 1, 4, 3, 7]

  @Test("leaves a residual perpendicular to every column, dependent ones too")
  func residuals() {
    let basis = OrthogonalBasis(columns: columns)
    #expect(basis.rank == 2)
    let residual = basis.residual(of: y)
    for column in columns {
      let product = zip(column, residual).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(product.magnitude < 1e-13)
    }
  }

  @Test("has perpendicular directions that take away what it takes away")
  func directions() {
    let basis = OrthogonalBasis(columns: columns)
    let directions = basis.directions
    var left = y
    for (i, a) in directions.enumerated() {
      for (j, b) in directions.enumerated() {
        let product = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
        #expect((product - (i == j ? 1 : 0)).magnitude < 1e-14)
      }
      let share = zip(a, y).reduce(0) { $0 + $1.0 * $1.1 }
      for row in left.indices { left[row] -= share * a[row] }
    }
    #expect(directions.count == 2)
    for (a, b) in zip(left, basis.residual(of: y)) { #expect((a - b).magnitude < 1e-13) }
  }

  @Test("gives least-squares coefficients, and none to a dependent column")
  func coefficients() {
    let coefficients = OrthogonalBasis(columns: columns).coefficients(of: y)
    #expect(nearly(coefficients[0], -0.2, relative: 1e-12))
    #expect(nearly(coefficients[1], 1.2, relative: 1e-13))
    #expect(coefficients[2].isNaN)
  }
}
