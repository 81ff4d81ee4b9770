import Testing

@testable import SurveyStatistics

@Suite("Shares of blocks of rows")
struct TallySharesTests {
  private let shape = TabulationShape(dimensionSizes: [], itemSizes: [2, 1, 3])

  /// Rows of some strata, each of which is a cell.
  private func rows(_ strata: [Int32]) throws -> OrderedRows {
    var block = AnswerBlock()
    block.strata = strata
    block.weights = strata.map { Double($0) + 1 }
    block.codes = strata.flatMap { [UInt8($0 % 3), 1, 3] }
    var rows = try OrderedRows(shape: shape)
    try rows.append(block)
    rows.sort()
    return rows
  }

  private func sums(_ blocks: [OrderedRows], pieces: Int) -> (
    TallyShares, [CellSums], [SIMD4<Double>]
  ) {
    var numbering = CellNumbering(sizes: [])
    let cells = blocks.map { numbering.merge($0.numbering, strata: $0.strata.codes.map(Int.init)) }
    let shares = TallyShares(
      blocks, cells: cells, cellCount: numbering.count, itemCount: 3, pieces: pieces)
    let slots = SlotLayout(itemSizes: shape.itemSizes)
    var sums = [CellSums](repeating: CellSums(), count: numbering.count)
    for cell in sums.indices { sums[cell].reserve(slots.slotCount) }
    var wholes = [SIMD4<Double>](repeating: .zero, count: numbering.count)
    RowSource.with(blocks[...]) { sources in
      sums.withUnsafeMutableBufferPointer { sums in
        wholes.withUnsafeMutableBufferPointer { wholes in
          for place in 0..<shares.count {
            shares.add(place, of: sources, slots, to: sums, wholes)
          }
        }
      }
    }
    return (shares, sums, wholes)
  }

  @Test("have some of the cells, or of the items where few cells have most rows")
  func division() throws {
    let even = [try rows([0, 1, 2, 3, 0, 1, 2, 3]), try rows([3, 2])]
    let uneven = [try rows(Array(repeating: 0, count: 200) + [1])]
    for (blocks, areOfItems) in [(even, false), (uneven, true)] {
      let (one, expected, expectedWholes) = sums(blocks, pieces: 1)
      #expect(one.count == 1 && !one.areOfItems)
      let (shares, sums, wholes) = sums(blocks, pieces: 3)
      #expect(shares.areOfItems == areOfItems && (2...3).contains(shares.count))
      #expect(sums == expected && wholes == expectedWholes)
    }
  }

  @Test("are one when there is nothing to divide")
  func nothing() throws {
    #expect(sums([], pieces: 4).0.count <= 1)
  }
}
