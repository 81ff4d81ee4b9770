import Testing

@testable import SurveyStatistics

@Suite("Sums of a cell")
struct CellSumsTests {
  @Test("have no room at first, and keep what they have when room is made again")
  func room() {
    var sums = CellSums()
    #expect(sums.moments.isEmpty)
    sums.reserve(2)
    sums.moments[1] = SIMD2(2, 4)
    sums.counts[1] = 1
    sums.reserve(2)
    #expect(sums.moments == [.zero, SIMD2(2, 4)] && sums.counts == [0, 1])
  }

  @Test("are added slot by slot")
  func addition() {
    var sums = CellSums(moments: [SIMD2(1, 1)], counts: [1])
    sums += CellSums(moments: [SIMD2(2, 4)], counts: [3])
    #expect(sums == CellSums(moments: [SIMD2(3, 5)], counts: [4]))
    // One without room adds nothing.
    sums += CellSums()
    #expect(sums.counts == [4])
  }
}
