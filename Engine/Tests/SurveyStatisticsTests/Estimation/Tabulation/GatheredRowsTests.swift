import Testing

@testable import SurveyStatistics

@Suite("Rows copied together")
struct GatheredRowsTests {
  @Test("are those that were asked for, with some of their codes")
  func copies() {
    let (codes, weights): ([UInt8], [Double]) = ([9, 1, 2, 9, 3, 4, 9, 5, 6], [1, 2, 3])
    let order: [Int32] = [1, 2, 0]
    codes.withUnsafeBufferPointer { codes in
      weights.withUnsafeBufferPointer { weights in
        order.withUnsafeBufferPointer { order in
          let rows = GatheredRows(width: 2)
          let source = RowSource(codes: codes, weights: weights, order: order)
          rows.copy(1..<3, of: source, from: 1, stride: 3)
          #expect((0..<4).map { rows.codes[$0] } == [5, 6, 1, 2])
          #expect((0..<2).map { rows.weights[$0] } == [3, 1])
        }
      }
    }
  }
}
