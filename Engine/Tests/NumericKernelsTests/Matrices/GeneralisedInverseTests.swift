import NumericKernels
import Testing

@Suite("Generalised inverse")
struct GeneralisedInverseTests {
  @Test("is the inverse of a regular matrix")
  func regular() {
    let matrix = Matrix([[4, 1, 0], [1, 3, 1], [0, 1, 2]])
    let product = matrix * matrix.generalisedInverse()
    for i in 0..<3 {
      for j in 0..<3 { #expect((product[i, j] - (i == j ? 1 : 0)).magnitude < 1e-14) }
    }
  }

  @Test("of repeated columns still has A·G·A = A")
  func singular() {
    // Cross products of two complete sets of categories, which both add up to 1.
    let matrix = Matrix([[5, 0, 3, 2], [0, 7, 1, 6], [3, 1, 4, 0], [2, 6, 0, 8]])
    let inverse = matrix.generalisedInverse()
    let product = matrix * inverse * matrix
    for (a, b) in zip(product.values, matrix.values) { #expect((a - b).magnitude < 1e-12) }
    #expect((0..<4).contains { inverse[$0, $0] == 0 })
  }
}
