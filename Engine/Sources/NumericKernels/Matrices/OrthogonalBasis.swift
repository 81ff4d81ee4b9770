/// The space that the columns of a tall matrix span, as perpendicular directions.
///
/// By Householder reflections with column exchange, so that columns which others already make up
/// are found and left out.
///
/// Source: Golub and Van Loan, *Matrix Computations*, 2013, section 5.2.
public struct OrthogonalBasis: Sendable {
  /// How many of the columns are independent.
  public private(set) var rank = 0
  /// The places of the columns in the order that they were taken; the first `rank` are independent.
  public private(set) var order: [Int]
  private var reflections: [[Double]] = []
  private var triangle: Matrix
  private let height: Int

  /// Finds the space.
  ///
  /// - Parameters:
  ///   - columns: the columns, all equally long.
  ///   - tolerance: a column is dependent when at most this part of its length is left.
  public init(columns: [[Double]], tolerance: Double = 1e-10) {
    height = columns.first?.count ?? 0
    order = Array(columns.indices)
    triangle = Matrix(rows: columns.count, columns: columns.count)
    var work = columns
    let norms = columns.map { Self.norm($0[...]) }
    var next = 0
    var last = columns.count
    while next < last, next < height {
      if Self.norm(work[next][next...]) <= tolerance * norms[order[next]] {
        // Dependent columns go to the end, as in R's qr.
        work.append(work.remove(at: next))
        order.append(order.remove(at: next))
        last -= 1
        continue
      }
      let reflection = Self.reflection(of: work[next], from: next)
      reflections.append(reflection)
      for column in next..<work.count { Self.apply(reflection, to: &work[column], from: next) }
      next += 1
    }
    rank = next
    for column in 0..<rank {
      for row in 0...column { triangle[row, column] = work[column][row] }
    }
  }

  /// What is left of a column, as long as the others, after its part in the space is taken away.
  public func residual(of y: [Double]) -> [Double] {
    var rotated = rotate(y)
    for row in 0..<rank { rotated[row] = 0 }
    for step in stride(from: rank - 1, through: 0, by: -1) {
      Self.apply(reflections[step], to: &rotated, from: step)
    }
    return rotated
  }

  /// The perpendicular directions of length 1 that span the space, ``rank`` columns.
  public var directions: [[Double]] {
    (0..<rank).map { direction in
      var column = [Double](repeating: 0, count: height)
      column[direction] = 1
      for step in stride(from: rank - 1, through: 0, by: -1) {
        Self.apply(reflections[step], to: &column, from: step)
      }
      return column
    }
  }

  /// The least-squares coefficients of the columns for y, as long as they; NaN for dependent ones.
  ///
  /// They stand in the order that the columns were given in, not that of ``order``.
  public func coefficients(of y: [Double]) -> [Double] {
    let rotated = rotate(y)
    var solution = Array(repeating: Double.nan, count: order.count)
    var solved = [Double](repeating: 0, count: rank)
    for row in stride(from: rank - 1, through: 0, by: -1) {
      var sum = rotated[row]
      for column in row + 1..<max(rank, row + 1) { sum -= triangle[row, column] * solved[column] }
      solved[row] = sum / triangle[row, row]
      solution[order[row]] = solved[row]
    }
    return solution
  }

  private func rotate(_ y: [Double]) -> [Double] {
    precondition(y.count == height, "the column has another length")
    var rotated = y
    for step in 0..<rank { Self.apply(reflections[step], to: &rotated, from: step) }
    return rotated
  }

  private static func norm(_ x: ArraySlice<Double>) -> Double {
    x.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The unit vector v, from a place on, for which x − 2v(v·x) is 0 below that place.
  private static func reflection(of x: [Double], from place: Int) -> [Double] {
    var v = Array(x[place...])
    let length = norm(v[...])
    // Away from 0, so that nothing cancels.
    v[0] += v[0] < 0 ? -length : length
    let size = norm(v[...])
    return size == 0 ? v : v.map { $0 / size }
  }

  private static func apply(_ v: [Double], to x: inout [Double], from place: Int) {
    precondition(place + v.count <= x.count, "the column is shorter than the reflection")
    v.withUnsafeBufferPointer { v in
      x.withUnsafeMutableBufferPointer { x in
        var product = 0.0
        for i in v.indices { product += v[i] * x[place + i] }
        for i in v.indices { x[place + i] -= 2 * product * v[i] }
      }
    }
  }
}
