/// Rows of numbers for eight replicates at once, at one place in memory.
final class LaneTable {
  typealias Lanes = SIMD8<Double>

  let rowCount: Int
  let width: Int
  private let numbers: UnsafeMutablePointer<Lanes>

  init(rows: Int, width: Int) {
    (rowCount, self.width) = (rows, width)
    numbers = .allocate(capacity: max(rows * width, 1))
    numbers.initialize(repeating: .zero, count: rows * width)
  }

  deinit { numbers.deallocate() }

  /// The numbers of a row; the table must outlive them.
  subscript(row: Int) -> UnsafeMutablePointer<Lanes> {
    numbers + row * width
  }

  /// Makes all numbers 0 again.
  func clear() {
    numbers.update(repeating: .zero, count: rowCount * width)
  }
}
