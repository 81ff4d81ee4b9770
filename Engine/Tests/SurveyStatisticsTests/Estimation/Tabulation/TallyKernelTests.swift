import Testing

@testable import SurveyStatistics

@Suite("Loops of a tabulation")
struct TallyKernelTests {
  @Test("find the first code that is too large")
  func excess() {
    let limits: [UInt8] = [1, 2]
    #expect(TallyKernel.firstExcess([1, 2, 0, 3], limits, width: 2, rowCount: 2) == 3)
    #expect(TallyKernel.firstExcess([1, 2, 0, 2], limits, width: 2, rowCount: 2) == nil)
  }

  @Test("spread an item's sum over its categories")
  func spread() {
    var sums = [Double](repeating: 0, count: 3)
    TallyKernel.spread([1, 2, 4], SlotLayout(itemSizes: [2, 1]), to: &sums)
    #expect(sums == [3, 3, 4])
  }

  @Test("put columns into rows in a given order")
  func gather() {
    var codes = [UInt8](repeating: 0, count: 4)
    TallyKernel.gather([5, 6, 7], [2, 0], to: &codes, from: 1, step: 2)
    #expect(codes == [0, 7, 0, 5])
  }

  @Test("add, subtract and linearise number by number")
  func arithmetic() {
    var numbers = [1.0, 2]
    TallyKernel.add([3, 4], to: &numbers, count: 2)
    #expect(numbers == [4, 6])
    TallyKernel.subtractProducts([1, 2], [3, 1], factor: 0.5, from: &numbers, count: 2)
    #expect(numbers == [2.5, 5])
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
}
