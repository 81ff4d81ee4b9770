/// A small dense matrix of numbers, held row by row.
public struct Matrix: Sendable, Hashable {
  /// How many rows there are.
  public let rows: Int
  /// How many columns there are.
  public let columns: Int
  /// The rows · columns numbers, row by row.
  public var values: [Double]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    values = Array(repeating: 0, count: rows * columns)
  }

  /// A matrix from its rows, which must be equally long: others trap.
  public init(_ rows: [[Double]]) {
    self.init(rows: rows.count, columns: rows.first?.count ?? 0)
    values = rows.flatMap(\.self)
    precondition(values.count == self.rows * columns, "rows of different lengths")
  }

  /// The identity matrix.
  public static func identity(_ size: Int) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for i in 0..<size { matrix[i, i] = 1 }
    return matrix
  }

  /// One number, by row and column from 0; beyond the last number it traps.
  public subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// The numbers where row and column are the same.
  public var diagonal: [Double] {
    (0..<min(rows, columns)).map { self[$0, $0] }
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  /// The matrix product; traps unless a has as many columns as b rows.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "shapes do not fit")
    var result = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for k in 0..<a.columns {
        let factor = a[i, k]
        for j in 0..<b.columns { result[i, j] += factor * b[k, j] }
      }
    }
    return result
  }

  /// The matrix times a column of numbers; traps unless they are as many as its columns.
  public static func * (a: Matrix, x: [Double]) -> [Double] {
    precondition(a.columns == x.count, "shapes do not fit")
    return (0..<a.rows).map { row in
      (0..<a.columns).reduce(0) { $0 + a[row, $1] * x[$1] }
    }
  }

  /// Adds k·z·zᵀ to the lower triangle, of as many rows as there are numbers.
  ///
  /// - Parameters:
  ///   - z: no more numbers than there are rows and columns; more trap.
  ///   - factor: k.
  public mutating func addToLowerTriangle(_ z: [Double], factor: Double) {
    precondition(z.count <= min(rows, columns), "shapes do not fit")
    let columns = columns
    values.withUnsafeMutableBufferPointer { values in
      for i in z.indices where z[i] != 0 {
        let scaled = factor * z[i]
        for j in 0...i { values[i * columns + j] += scaled * z[j] }
      }
    }
  }

  /// The symmetric matrix that has this one's lower triangle; traps unless it is square.
  public var mirrored: Matrix {
    precondition(rows == columns, "not square")
    var result = self
    for i in 0..<rows {
      for j in 0..<i { result[j, i] = self[i, j] }
    }
    return result
  }

  /// The rows and columns with the given places, from 0, in that order.
  public func block(rows: [Int], columns: [Int]) -> Matrix {
    var result = Matrix(rows: rows.count, columns: columns.count)
    for (i, row) in rows.enumerated() {
      for (j, column) in columns.enumerated() { result[i, j] = self[row, column] }
    }
    return result
  }
}
