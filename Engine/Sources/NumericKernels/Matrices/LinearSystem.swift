extension Matrix {
  /// The solution X of A·X = B for a square matrix, by elimination with pivots.
  ///
  /// - Parameter right: B, with as many rows as the matrix; other shapes trap.
  /// - Returns: X, of the shape of B; `nil` when the matrix is singular to working precision.
  public func solve(_ right: Matrix) -> Matrix? {
    precondition(rows == columns && right.rows == rows, "shapes do not fit")
    var (a, x) = (self, right)
    let scale = values.map(\.magnitude).max() ?? 0
    for column in 0..<rows {
      let pivot = (column..<rows).max { a[$0, column].magnitude < a[$1, column].magnitude }
      guard let pivot, a[pivot, column].magnitude > 1e-14 * scale else { return nil }
      a.exchangeRows(pivot, column)
      x.exchangeRows(pivot, column)
      for row in column + 1..<max(rows, column + 1) {
        let factor = a[row, column] / a[column, column]
        if factor == 0 { continue }
        for j in column..<columns { a[row, j] -= factor * a[column, j] }
        for j in 0..<x.columns { x[row, j] -= factor * x[column, j] }
      }
    }
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for j in 0..<x.columns {
        var sum = x[row, j]
        for k in row + 1..<max(rows, row + 1) { sum -= a[row, k] * x[k, j] }
        x[row, j] = sum / a[row, row]
      }
    }
    return x
  }

  /// The solution x of A·x = b; `nil` when the matrix is singular to working precision.
  public func solve(_ right: [Double]) -> [Double]? {
    solve(Matrix(right.map { [$0] }))?.values
  }

  /// The inverse of a square matrix; `nil` when the matrix is singular to working precision.
  public var inverse: Matrix? { solve(.identity(rows)) }

  /// The number xᵀ·A⁻¹·x; `nil` when the matrix is singular to working precision.
  public func inverseQuadraticForm(_ x: [Double]) -> Double? {
    solve(x).map { zip(x, $0).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private mutating func exchangeRows(_ a: Int, _ b: Int) {
    if a == b { return }
    for j in 0..<columns {
      let kept = self[a, j]
      self[a, j] = self[b, j]
      self[b, j] = kept
    }
  }
}
