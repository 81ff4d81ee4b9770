import Testing

@testable import SurveyStatistics

@Suite("Loops over rows of answers")
struct RowKernelTests {
  @Test("find the first code that is too large")
  func excess() {
    let limits: [UInt8] = [1, 2]
    #expect(RowKernel.firstExcess([1, 2, 0, 3], limits, width: 2, rowCount: 2) == 3)
    #expect(RowKernel.firstExcess([1, 2, 0, 2], limits, width: 2, rowCount: 2) == nil)
    // Wider than what is compared at once, and the fault in either part.
    let wide = [UInt8](repeating: 3, count: 40)
    for place in [0, 15, 16, 31, 32, 39, 79] {
      var codes = wide + wide
      codes[place] = 4
      #expect(RowKernel.firstExcess(codes, wide, width: 40, rowCount: 2) == place)
    }
    #expect(RowKernel.firstExcess(wide + wide, wide, width: 40, rowCount: 2) == nil)
  }

  @Test("add rows of a cell side by side, of some of the items")
  func sums() {
    let slots = SlotLayout(itemSizes: [1, 2])
    var sums = [SIMD2<Double>](repeating: .zero, count: 5)
    RowKernel.add([2, 9, 0, 9], stride: 2, [3, 4], count: 2, slots, 1..<2, to: &sums)
    #expect(sums == [.zero, .zero, SIMD2(4, 16), .zero, SIMD2(3, 9)])
    RowKernel.add([1, 1], stride: 2, [2], count: 1, slots, 0..<2, to: &sums)
    #expect(sums[1] == SIMD2(2, 4) && sums[3] == SIMD2(2, 4))
  }

  @Test(
    "count every category, however many items and categories there are", arguments: [1, 16, 37])
  func counts(items: Int) {
    // Items of 1 to 7 categories, and one of 255.
    let sizes = (0..<items).map { $0 == 3 ? 255 : $0 % 7 + 1 }
    let slots = SlotLayout(itemSizes: sizes)
    let (stride, rows) = ((items + 15) / 16 * 16, 100)
    var codes = [UInt8](repeating: 0, count: rows * stride)
    var expected = [UInt32](repeating: 0, count: slots.slotCount)
    let some = items / 3..<items
    for row in 0..<rows {
      for (place, item) in some.enumerated() {
        let code = (row * 37 + item * 11) % (sizes[item] + 1)
        codes[row * stride + place] = UInt8(code)
        if code > 0 { expected[Int(slots.firstSlots[item]) + code] += 1 }
      }
    }
    var counts = [UInt32](repeating: 0, count: slots.slotCount)
    RowKernel.count(codes, stride: stride, count: rows, slots, some, to: &counts)
    #expect(counts == expected)
  }

  @Test("copy some codes and the weight of some rows, but of none without weight")
  func gather() {
    var (codes, weights) = ([UInt8](repeating: 0, count: 12), [0.0, 0, 0])
    let kept = RowKernel.gather(
      [2, 1, 0], count: 3, codes: [1, 2, 3, 4, 5, 6, 7, 8, 9], stride: 3, width: 2, [5, 0, -6],
      to: &codes, targetStride: 4, &weights)
    #expect(kept == 2 && Array(codes[..<6]) == [7, 8, 0, 0, 1, 2] && weights == [-6, 5, 0])
  }

  @Test("copy rows of any width", arguments: [1, 15, 16, 17, 33, 60])
  func widths(width: Int) {
    let row = (0..<UInt8(width + 2)).map { $0 }
    var (codes, weights) = ([UInt8](repeating: 255, count: width + 1), [0.0])
    let kept = RowKernel.gather(
      [1], count: 1, codes: row + row, stride: row.count, width: width, [1, 2], to: &codes,
      targetStride: width, &weights)
    #expect(kept == 1 && codes == Array(row[..<width]) + [255])
  }
}
