import Testing

@testable import SurveyStatistics

@Suite("Rows that are kept")
struct KeptRowsTests {
  private func block(_ units: [Int32], weights: [Double], codes: [UInt8]) -> AnswerBlock {
    var block = AnswerBlock()
    (block.primaryUnits, block.weights, block.codes) = (units, weights, codes)
    return block
  }

  @Test("come back unit by unit, in the order in which they came")
  func order() {
    var kept = KeptRows(itemCount: 1)
    // Of each row a dimension's code, which is not kept, and an item's.
    kept.add(
      block([7, 8, 7, 7], weights: [1, 2, 3, 0], codes: [9, 1, 9, 2, 9, 3, 9, 4]),
      strata: [0, 0, 0, 1], cells: [0, 1, 2, 3], width: 2, firstItem: 1)
    var seen: [Int: StratumRows] = [:]
    kept.forEachStratum { seen[$0] = $1 }
    #expect(seen[0]?.codes == [1, 3, 2] && seen[0]?.weights == [1, 3, 2])
    #expect(seen[0]?.cells == [0, 2, 1] && seen[0]?.unitEnds == [2, 3])
    #expect(seen[1]?.codes == [4] && seen[1]?.unitEnds == [1])
    // The unit of the second stratum weighs nothing.
    let counts = kept.unitCounts()
    #expect(counts.perStratum == [2, 1] && counts.degreesOfFreedom == 1)
  }

  @Test("merge into the strata and cells of another part")
  func merge() {
    var (kept, other) = (KeptRows(itemCount: 1), KeptRows(itemCount: 1))
    kept.add(block([1], weights: [1], codes: [1]), strata: [0], cells: [0], width: 1, firstItem: 0)
    other.add(
      block([1, 2], weights: [2, 3], codes: [2, 3]), strata: [0, 1], cells: [0, 1], width: 1,
      firstItem: 0)
    kept.merge(other, strata: [1, 0], cells: [5, 6])
    var seen: [Int: StratumRows] = [:]
    kept.forEachStratum { seen[$0] = $1 }
    #expect(seen[1]?.cells == [5] && seen[1]?.codes == [2])
    #expect(seen[0]?.cells.sorted() == [0, 6] && seen[0]?.unitEnds == [1, 2])
  }

  @Test("are all there, however many a stratum has")
  func many() {
    var kept = KeptRows(itemCount: 2)
    for _ in 0..<3 {
      kept.add(
        block(
          (0..<700).map { $0 % 5 }, weights: Array(repeating: 1, count: 700),
          codes: (0..<1400).map { UInt8($0 % 7) }),
        strata: Array(repeating: 0, count: 700), cells: Array(repeating: 0, count: 700),
        width: 2, firstItem: 0)
    }
    kept.forEachStratum { _, rows in
      #expect(rows.unitEnds == [420, 840, 1260, 1680, 2100] && rows.codes.count == 4200)
    }
  }
}
