import Testing

@testable import SurveyStatistics

@Suite("Loops from sums to tables")
struct TallyKernelTests {
  @Test("spread an item's sum over its categories")
  func spread() {
    var sums = [Double](repeating: 0, count: 3)
    TallyKernel.spread([1, 2, 4], SlotLayout(itemSizes: [2, 1]), to: &sums)
    #expect(sums == [3, 3, 4])
  }

  @Test("put columns into rows in a given order")
  func gather() {
    var codes = [UInt8](repeating: 0, count: 4)
    TallyKernel.gather([5, 6, 7], [2, 0], to: &codes, step: 2)
    #expect(codes == [7, 0, 5, 0])
  }

  @Test("add, subtract and linearise number by number")
  func arithmetic() {
    var numbers = [1.0, 2]
    TallyKernel.add([3, 4], to: &numbers, count: 2)
    #expect(numbers == [4, 6])
    TallyKernel.subtractProducts([1, 2], [3, 1], factor: 0.5, from: &numbers, count: 2)
    #expect(numbers == [2.5, 5])
    TallyKernel.addMultiple([1, 1], factor: 2, to: &numbers, count: 2)
    #expect(numbers == [4.5, 7])
    TallyKernel.linearise([3, 1], [4, 4], [0.5, 0.25], [0.1, 0.1], to: &numbers, count: 2)
    #expect(numbers == [0.1, 0])
  }

  @Test("have the sum of squares of a − p·w over some units")
  func squares() {
    // Units with a = 1, 3 and w = 2, 4; p = 0.5: deviations 0 and 1, over W = 10.
    var spread = [0.0]
    TallyKernel.addSpread(
      [10], [14], [20], [0.5], [0.1], factor: 2, to: &spread, count: 1)
    #expect(nearly(spread[0], 2 * 1 / 100))
  }

  @Test("have the sum of products of two deviations over some units")
  func products() {
    // Units with a = 1, 3, w = 2, 4 and b = 2, 1, v = 2, 3; p = q = 0.5.
    var spread = [0.0]
    var shares: (p: [Double], inverse: [Double]) = ([0.5], [0.1])
    shares.p.withUnsafeMutableBufferPointer { p in
      shares.inverse.withUnsafeMutableBufferPointer { inverse in
        guard let p = p.baseAddress, let inverse = inverse.baseAddress else { return }
        let shares = TallyKernel.Shares(proportions: p, inverses: inverse)
        // Σab, Σav, Σwb and Σwv; deviations 0, 1 and 1, −0.5.
        TallyKernel.addCrossSpread(
          [5, 11, 8], [16], shares, shares, factor: 1, to: &spread, count: 1)
      }
    }
    #expect(nearly(spread[0], -0.5 / 100))
  }

  @Test("give each answer its row's weight")
  func rows() {
    var figures = [Double](repeating: 0, count: 4)
    let slots = SlotLayout(itemSizes: [2, 1])
    TallyKernel.addRow([9, 2, 0], from: 1, weight: 5, slots, to: &figures)
    #expect(figures == [0, 5, 0, 5])
    var (wide, perItem) = ([0.0, 0, 0], [0.0, 0])
    TallyKernel.spread(figures, slots, to: &wide, perItem: &perItem)
    #expect(wide == [5, 5, 0] && perItem == [5, 0])
    TallyKernel.widen([1, 2], slots, to: &wide)
    #expect(wide == [1, 1, 2])
  }

  @Test("give each answer all of its row's numbers")
  func numbers() {
    var sums = [Double](repeating: 0, count: 10)
    TallyKernel.addRow([9, 2, 0], from: 1, [3, 4], SlotLayout(itemSizes: [2, 1]), to: &sums)
    #expect(sums == [0, 0, 0, 0, 3, 4, 3, 4, 0, 0])
  }

  @Test("add squares and products")
  func moments() {
    var (a, b, c) = ([1.0], [1.0], [1.0])
    TallyKernel.addMoments([2], [3], to: &a, &b, count: 1)
    #expect(a == [5] && b == [7])
    TallyKernel.addCrossMoments([2], [3], [4], [5], to: &a, &b, &c, count: 1)
    #expect(a == [13] && b == [17] && c == [13])
    TallyKernel.addProducts([2], [3], to: &a, count: 1)
    TallyKernel.copy([2], to: &b, count: 1)
    #expect(a == [19] && b == [2])
  }

  @Test("take a cell's sums apart, without missing answers")
  func separation() {
    let sums = (1...5).map { SIMD2(Double($0), Double(10 * $0)) }
    var (weights, squares, counts) = ([0.0, 0, 0], [0.0, 0, 0], [0.0, 0, 0])
    TallyKernel.separate(
      sums, [0, 200, 300, 0, 500], SlotLayout(itemSizes: [2, 1]), factor: 2, to: &weights, &squares,
      &counts)
    #expect(weights == [4, 6, 10] && squares == [80, 120, 200] && counts == [200, 300, 500])
  }

  @Test("adjust every second p by Holm, without those that are undefined")
  func holm() {
    var p = [0.04, 7, 0.01, 7, .nan, 7, 0.04, 7, 0.5]
    var (sorted, places) = ([0.0, 0, 0, 0, 0], [0, 0, 0, 0, 0])
    TallyKernel.adjustByHolm(&p, step: 2, tests: 5, &sorted, &places)
    let expected = holmAdjusted([0.04, 0.01, 0.04, 0.5])
    #expect([p[0], p[2], p[6], p[8]] == expected && p[4].isNaN && p[1] == 7)
  }

  @Test("follow eight replicates at once")
  func lanes() {
    let slots = SlotLayout(itemSizes: [2])
    var figures = [SIMD8<Double>](repeating: .zero, count: 3)
    var weights = SIMD8<Double>(repeating: 2)
    weights[1] = 0
    TallyKernel.addRow([1], from: 0, weights: weights, slots, to: &figures)
    TallyKernel.addRow([0], from: 0, weights: weights, slots, to: &figures)
    TallyKernel.addRow([2], from: 0, weights: weights, slots, to: &figures)
    var sums = figures
    TallyKernel.add(figures, to: &sums, count: 2)
    #expect(sums[0] == 2 * weights && sums[1] == sums[0] && figures[2] == weights)
    var isUsed = SIMD8<Double>(repeating: 1)
    isUsed[7] = 0
    var kept = [0.0]
    TallyKernel.deviate(&sums, slots, from: [0.4, 0.6], isUsed, kept: &kept)
    // The second replicate has nobody and the last one is not used.
    #expect(kept == [6] && nearly(sums[0][0], 0.1, 1e-12) && sums[0][1] == 0 && sums[0][7] == 0)
    var (squares, weighted, plain) = ([0.0], [0.0], [0.0])
    TallyKernel.addDeviations(
      sums, 2 * isUsed, to: &squares, &weighted, &plain, count: 1)
    #expect(nearly(squares[0], 0.12, 1e-12) && nearly(weighted[0], 1.2, 1e-12))
    #expect(nearly(plain[0], 0.6, 1e-12))
    TallyKernel.addDeviationProducts(sums, sums, isUsed, to: &squares, count: 1)
    #expect(nearly(squares[0], 0.18, 1e-12))
  }
}
