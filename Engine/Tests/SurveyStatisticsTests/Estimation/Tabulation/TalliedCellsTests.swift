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
    #expect(cells.sums[0].moments == [.zero, SIMD2(1, 1), SIMD2(2, 4)])
    #expect(cells.sums[0].counts == [0, 1, 1] && cells.sums[1].counts == [0, 0, 1])
    #expect(cells.wholes == [SIMD4(3, 5, 2, 0), SIMD4(7, 25, 2, 0)])
    #expect(cells.sums[1].moments == [SIMD2(4, 16), .zero, SIMD2(3, 9)])
    // A row that weighs nothing is not counted.
    #expect(SIMD4.counted(0) == .zero)
  }

  @Test("merge by stratum and crossing")
  func merge() throws {
    var cells = try tallied()
    // The other's first stratum is the second here, and its second is new.
    cells.merge(try tallied(), strata: [1, 2])
    #expect(cells.numbering.strata == [0, 1, 2])
    #expect(cells.wholes.map(\.x) == [3, 10, 7])
    #expect(cells.sums[1].moments[2] == SIMD2(5, 13) && cells.sums[1].counts[2] == 2)
    #expect(cells.sums[2].moments[2] == SIMD2(3, 9) && cells.sums[2].counts[2] == 1)
  }

  @Test("take in blocks, whoever adds them", arguments: [Workers.one, .several])
  func blocks(workers: Workers) throws {
    let shape = TabulationShape(dimensionSizes: [2], itemSizes: [2])
    let codes: [[UInt8]] = [[1, 1, 2, 0, 1, 2], [2, 2], []]
    let blocks = try codes.map { codes in
      var block = AnswerBlock()
      block.codes = codes
      block.weights = (0..<codes.count / 2).map { Double($0 + 1) }
      block.strata = block.weights.map { _ in 5 }
      var rows = try OrderedRows(shape: shape)
      try rows.append(block)
      rows.sort()
      return rows
    }
    var cells = TalliedCells(
      slots: SlotLayout(itemSizes: [2]), numbering: CellNumbering(sizes: [2]))
    #expect(cells.add(blocks, strata: [[0], [0], []], workers: workers) == [[0, 1], [1], []])
    #expect(cells.sums[0].moments == [.zero, SIMD2(1, 1), SIMD2(3, 9)])
    #expect(cells.sums[1].moments == [SIMD2(2, 4), .zero, SIMD2(1, 1)])
    #expect(cells.sums.map(\.counts) == [[0, 1, 1], [0, 0, 1]])
    #expect(cells.wholes == [.counted(1) + .counted(3), .counted(2) + .counted(1)])
  }
}
