extension Matrix {
  /// A generalised inverse of a symmetric matrix without negative eigenvalues: A·G·A = A.
  ///
  /// Columns that others explain, to a part `tolerance` of their own size, are left out and stand
  /// as zeros, so that fitted values are right however often a variable is repeated.
  ///
  /// - Parameter tolerance: how much of a diagonal entry must be left to count.
  /// - Returns: G, symmetric and of the same size; the inverse when the matrix has one.
  ///
  /// Source: Goodnight, *A tutorial on the sweep operator*, 1979.
  public func generalisedInverse(tolerance: Double = 1e-11) -> Matrix {
    var swept = self
    let sizes = diagonal
    var isLeftOut = [Bool](repeating: true, count: rows)
    for pivot in 0..<rows where swept[pivot, pivot] > tolerance * sizes[pivot] {
      isLeftOut[pivot] = false
      swept.sweep(pivot)
    }
    for i in 0..<rows {
      for j in 0..<rows {
        swept[i, j] = isLeftOut[i] || isLeftOut[j] ? 0 : swept[i, j]
      }
    }
    return swept
  }

  private mutating func sweep(_ pivot: Int) {
    let size = self[pivot, pivot]
    for j in 0..<columns { self[pivot, j] /= size }
    for i in 0..<rows where i != pivot {
      let factor = self[i, pivot]
      guard factor != 0 else { continue }
      for j in 0..<columns { self[i, j] -= factor * self[pivot, j] }
      self[i, pivot] = -factor / size
    }
    self[pivot, pivot] = 1 / size
  }
}
