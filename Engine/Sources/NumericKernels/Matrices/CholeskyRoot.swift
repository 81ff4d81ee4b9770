/// The lower triangular L of a symmetric positive matrix A = L·Lᵀ.
public struct CholeskyRoot: Sendable {
  private let lower: Matrix

  fileprivate init(lower: Matrix) {
    self.lower = lower
  }

  /// L⁻¹·B·L⁻ᵀ for a symmetric B of the same size, which has the eigenvalues of A⁻¹·B.
  public func whiten(_ matrix: Matrix) -> Matrix {
    let half = solveLower(matrix)
    return solveLower(half.transposed)
  }

  private func solveLower(_ right: Matrix) -> Matrix {
    var x = right
    for row in 0..<lower.rows {
      for j in 0..<x.columns {
        var sum = x[row, j]
        for k in 0..<row { sum -= lower[row, k] * x[k, j] }
        x[row, j] = sum / lower[row, row]
      }
    }
    return x
  }
}

extension Matrix {
  /// The Cholesky root of a symmetric matrix, of which only the lower triangle is read.
  ///
  /// It is `nil` when the matrix is not square, or has an eigenvalue that is not above 0.
  ///
  /// Source: Golub and Van Loan, *Matrix Computations*, 2013, section 4.2.
  public var choleskyRoot: CholeskyRoot? {
    guard rows == columns else { return nil }
    var lower = Matrix(rows: rows, columns: columns)
    for i in 0..<rows {
      for j in 0...i {
        var sum = self[i, j]
        for k in 0..<j { sum -= lower[i, k] * lower[j, k] }
        if i == j {
          guard sum > 0 else { return nil }
          lower[i, i] = sum.squareRoot()
        } else {
          lower[i, j] = sum / lower[j, j]
        }
      }
    }
    return CholeskyRoot(lower: lower)
  }
}
