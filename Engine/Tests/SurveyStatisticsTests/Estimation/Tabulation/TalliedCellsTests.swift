import Testing

@testable import SurveyStatistics

@Suite("Sums of cells")
struct TalliedCellsTests {
  private func tallied() throws -> TalliedCells {
    let design = try SurveyDesign(weights: [1, 2, 3, 4], strata: [0, 0, 1, 1])
    return DesignTally(design, [try CodedColumn(codes: [1, 2, 2, 0], categoryCount: 2)], by: [])
      .cells
  }

  @Test("hold the weights, their squares and the answers of every code")
  func sums() throws {
    let cells = try tallied()
    #expect(cells.sums[2] == SIMD4(2, 4, 1, 0) && cells.sums[5] == SIMD4(3, 9, 1, 0))
    #expect(cells.wholes == [SIMD4(3, 5, 2, 0), SIMD4(7, 25, 2, 0)])
    #expect(cells.sums[3] == SIMD4(4, 16, 1, 0) && cells.sums[4] == .zero)
  }

  @Test("merge by stratum and crossing")
  func merge() throws {
    var cells = try tallied()
    // The other's first stratum is the second here, and its second is new.
    cells.merge(try tallied(), strata: [1, 2])
    #expect(cells.numbering.strata == [0, 1, 2])
    #expect(cells.wholes.map(\.x) == [3, 10, 7])
    #expect(cells.sums[5] == SIMD4(5, 13, 2, 0) && cells.sums[8] == SIMD4(3, 9, 1, 0))
  }

  @Test("are found by sorting the rows, those of a cell in their order")
  func order() {
    let cells: [Int32] = [2, 0, 2, 1]
    #expect(cells.placesInOrder(count: 3) == [1, 3, 0, 2])
  }
}
