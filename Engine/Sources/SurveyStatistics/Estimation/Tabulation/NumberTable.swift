/// Rows of numbers at one place in memory, which the kernels walk through.
final class NumberTable {
  let rowCount: Int
  let width: Int
  private let numbers: UnsafeMutablePointer<Double>

  init(rows: Int, width: Int, filledWith number: Double = 0) {
    (rowCount, self.width) = (rows, width)
    numbers = .allocate(capacity: max(rows * width, 1))
    numbers.initialize(repeating: number, count: rows * width)
  }

  deinit { numbers.deallocate() }

  /// The numbers of a row; the table must outlive them.
  subscript(row: Int) -> UnsafeMutablePointer<Double> {
    numbers + row * width
  }

  /// Some columns, row by row.
  func columns(_ range: Range<Int>) -> [Double] {
    [Double](unsafeUninitializedCapacity: rowCount * range.count) { buffer, count in
      for row in 0..<rowCount {
        for column in range {
          buffer[count] = self[row][column]
          count += 1
        }
      }
    }
  }
}
