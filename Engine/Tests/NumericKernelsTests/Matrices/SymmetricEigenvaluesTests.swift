import NumericKernels
import Testing

@Suite("Eigenvalues of a symmetric matrix")
struct SymmetricEigenvaluesTests {
  @Test("have the closed form of two by two")
  func closedForm() {
    let values = Matrix([[2, 1], [1, 2]]).symmetricEigenvalues
    #expect(nearly(values[0], 3, relative: 1e-15) && nearly(values[1], 1, relative: 1e-15))
  }

  @Test("add up to the diagonal, and descend")
  func trace() {
    let a = Matrix([[4, 1, 2], [1, 3, 0.5], [2, 0.5, 5]])
    let values = a.symmetricEigenvalues
    #expect(nearly(values.reduce(0, +), 12, relative: 1e-14))
    #expect(values == values.sorted(by: >))
  }
}
