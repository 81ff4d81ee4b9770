import Testing

@testable import SurveyStatistics

@Suite("Rows that are kept")
struct KeptRowsTests {
  /// Rows of one item, all in stratum 0 but where others are named.
  private func rows(
    _ units: [Int32], weights: [Double], codes: [UInt8], strata: [Int32]? = nil
  ) throws -> OrderedRows {
    var block = AnswerBlock()
    (block.primaryUnits, block.weights) = (units, weights)
    block.strata = strata ?? units.map { _ in 0 }
    // Of each row a dimension's code, which is not kept, and an item's.
    block.codes = codes.flatMap { [$0 % 2 + 1, $0] }
    var rows = try OrderedRows(
      shape: TabulationShape(dimensionSizes: [2], itemSizes: [9]))
    try rows.append(block)
    rows.sort()
    return rows
  }

  @Test("come back unit by unit, those of a unit by cell and then as they came")
  func order() throws {
    var kept = KeptRows(itemCount: 1)
    let rows = try rows(
      [7, 8, 7, 7, 7], weights: [1, 2, 3, 4, 0], codes: [1, 1, 2, 3, 4], strata: [0, 0, 0, 0, 1])
    kept.add([rows], strata: [[0, 1]], cells: [[0, 1, 2]])
    let (first, second) = (kept.rows(ofStratum: 0), kept.rows(ofStratum: 1))
    #expect(first.codes == [1, 3, 2, 1] && first.weights == [1, 4, 3, 2])
    #expect(first.cells == [0, 0, 1, 0] && first.unitEnds == [3, 4])
    #expect(second.codes == [4] && second.unitEnds == [1])
    // The unit of the second stratum weighs nothing.
    let counts = kept.unitCounts()
    #expect(counts.perStratum == [2, 1] && counts.degreesOfFreedom == 1)
  }

  @Test("do not depend on blocks or on who kept them", arguments: [Workers.one, .several])
  func blocks(workers: Workers) throws {
    let units = (0..<700).map { Int32($0 % 5) }
    let codes = (0..<700).map { UInt8($0 % 7) }
    let weights = (0..<700).map { Double($0) }
    var (kept, parts) = (KeptRows(itemCount: 1), KeptRows(itemCount: 1))
    kept.add(
      [try rows(units, weights: weights, codes: codes)], strata: [[0]], cells: [[0, 1]])
    let blocks = try [0..<33, 33..<400, 400..<700].map { range in
      try rows(
        Array(units[range]), weights: Array(weights[range]), codes: Array(codes[range]))
    }
    // The second block begins with the other cell.
    let cells: [[Int32]] = blocks.map { $0.codes[0] == 2 - UInt8(codes[0] % 2) ? [0, 1] : [1, 0] }
    parts.add(blocks, strata: [[0], [0], [0]], cells: cells, workers: workers)
    let (one, other) = (kept.rows(ofStratum: 0), parts.rows(ofStratum: 0))
    #expect(one.unitEnds == [140, 280, 420, 560, 700] && other.unitEnds == one.unitEnds)
    #expect(one.weights.count == 700 && Set(one.weights).count == 700)
    #expect(Set(other.weights) == Set(one.weights))
    #expect(parts.unitCounts(workers).perStratum == [5])
  }

  @Test("merge into the strata and cells of another part")
  func merge() throws {
    var (kept, other) = (KeptRows(itemCount: 1), KeptRows(itemCount: 1))
    kept.add([try rows([1], weights: [1], codes: [1])], strata: [[0]], cells: [[0]])
    other.add(
      [try rows([1, 2], weights: [2, 3], codes: [2, 3], strata: [0, 1])], strata: [[0, 1]],
      cells: [[0, 1]])
    kept.merge(other, strata: [1, 0], cells: [5, 6])
    let (first, second) = (kept.rows(ofStratum: 0), kept.rows(ofStratum: 1))
    #expect(second.cells == [5] && second.codes == [2])
    #expect(first.cells.sorted() == [0, 6] && first.unitEnds == [1, 2])
  }
}
