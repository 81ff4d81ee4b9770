import Testing

@testable import SurveyStatistics

@Suite("Rows copied together")
struct GatheredRowsTests {
  private let slots = SlotLayout(itemSizes: [6, 6])

  /// The sums of rows of a dimension and two items, of which some are taken.
  private func sums(
    _ items: Range<Int>, weights: [Double], order: [Int32], places: Range<Int>
  ) -> (sums: CellSums, whole: SIMD4<Double>) {
    let codes: [UInt8] = weights.indices.flatMap { [9, UInt8($0 % 3 + 1), UInt8($0 % 5 + 2)] }
    var (sums, whole) = (CellSums(), SIMD4<Double>.zero)
    sums.reserve(slots.slotCount)
    RowSource.with(codes: codes, weights: weights, order: order, rowWidth: 3, firstItem: 1) {
      source in
      var rows = GatheredRows(items: items)
      var rest = places
      while !rest.isEmpty {
        rest = rows.append(rest, of: source)
        #expect(rows.count <= GatheredRows.capacity)
        rows.flush(slots, to: &sums, whole: &whole)
        #expect(rows.count == 0)
      }
    }
    return (sums, whole)
  }

  @Test("are those that were asked for, with some of their codes")
  func some() {
    let (sums, whole) = sums(1..<2, weights: [1, 2, 3], order: [1, 2, 0], places: 1..<3)
    #expect(sums.moments[7 + 4] == SIMD2(3, 9) && sums.moments[7 + 2] == SIMD2(1, 1))
    #expect(sums.counts == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0])
    // Rows are summed with the first item.
    #expect(whole == .zero)
  }

  @Test("are taken in turns when there are many, and none without weight")
  func many() {
    let weights = (0..<1000).map { Double($0 % 4) }
    let (sums, whole) = sums(
      0..<2, weights: weights, order: weights.indices.map { Int32($0) }, places: 0..<1000)
    #expect(whole == SIMD4(1500, 3500, 750, 0))
    #expect(sums.counts[1...3].reduce(0, +) == 750 && sums.counts[9...13].reduce(0, +) == 750)
    #expect(sums.moments[1...3].reduce(.zero, +) == SIMD2(1500, 3500))
  }
}
