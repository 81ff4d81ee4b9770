extension Matrix {
  /// The eigenvalues of a symmetric matrix, largest first, by Jacobi's rotations; others trap.
  ///
  /// Source: Golub and Van Loan, *Matrix Computations*, 2013, section 8.5.
  public var symmetricEigenvalues: [Double] {
    precondition(rows == columns, "the matrix is not square")
    var a = self
    for _ in 0..<100 {
      var off = 0.0
      for i in 0..<rows {
        for j in 0..<i { off += a[i, j] * a[i, j] }
      }
      let scale = a.diagonal.reduce(0) { $0 + $1 * $1 }
      if off <= 1e-32 * scale || off == 0 { break }
      for i in 0..<rows {
        for j in 0..<i where a[i, j] != 0 { a.rotate(i, j) }
      }
    }
    return a.diagonal.sorted(by: >)
  }

  /// One rotation of rows and columns i and j that makes their common entry 0.
  private mutating func rotate(_ i: Int, _ j: Int) {
    let theta = (self[j, j] - self[i, i]) / (2 * self[i, j])
    let t =
      (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<rows {
      let (x, y) = (self[k, i], self[k, j])
      self[k, i] = c * x - s * y
      self[k, j] = s * x + c * y
    }
    for k in 0..<rows {
      let (x, y) = (self[i, k], self[j, k])
      self[i, k] = c * x - s * y
      self[j, k] = s * x + c * y
    }
  }
}
