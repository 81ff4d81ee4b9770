import Testing

@testable import SurveyStatistics

@Suite("Rows by cell")
struct OrderedRowsTests {
  private let shape = TabulationShape(dimensionSizes: [2], itemSizes: [3])

  private func block(_ rows: [(stratum: Int32, domain: UInt8, code: UInt8)]) -> AnswerBlock {
    var block = AnswerBlock()
    block.strata = rows.map(\.stratum)
    block.weights = rows.map { _ in 1 }
    block.codes = rows.flatMap { [$0.domain, $0.code] }
    return block
  }

  @Test("keep the order in which they came within a cell, over several blocks")
  func order() throws {
    var rows = try OrderedRows(shape: shape)
    rows.reserveCapacity(5)
    try rows.append(block([(7, 1, 1), (7, 2, 2), (3, 1, 3)]))
    try rows.append(block([(7, 1, 0), (3, 1, 1)]))
    #expect(rows.rowCount == 5 && rows.strata.codes == [7, 3] && rows.strata.rows == [3, 2])
    rows.sort()
    #expect(rows.numbering.count == 3 && rows.cells == [0, 1, 2, 0, 2])
    #expect(rows.order.places == [0, 3, 1, 2, 4])
  }

  @Test("can be taken out and filled again")
  func again() throws {
    var rows = try OrderedRows(shape: shape)
    try rows.append(block([(7, 1, 1), (7, 2, 2)]))
    rows.sort()
    rows.removeAll()
    #expect(rows.rowCount == 0 && rows.order.places.isEmpty && rows.codes.isEmpty)
    try rows.append(block([(1, 2, 3)]))
    rows.sort()
    #expect(rows.codes == [2, 3] && rows.strata.codes == [1] && rows.order.places == [0])
  }

  @Test("say what is wrong with a block")
  func refusals() throws {
    var rows = try OrderedRows(shape: shape)
    var bad = block([(7, 1, 1), (7, 2, 4)])
    #expect(throws: TallyError.codeOutOfRange(row: 1, place: 1, code: 4, size: 3)) {
      try rows.append(bad)
    }
    bad = block([(7, 1, 1), (7, 2, 3)])
    bad.primaryUnits = [1]
    #expect(throws: TallyError.rowCountMismatch(column: "primaryUnits", expected: 2, actual: 1)) {
      try rows.append(bad)
    }
    bad.primaryUnits = []
    bad.populationSizes = [10, 11]
    #expect(throws: TallyError.populationSizeVaries(stratum: 7)) { try rows.append(bad) }
    bad.populationSizes = [10, 0]
    #expect(throws: TallyError.badPopulationSize(row: 1)) { try rows.append(bad) }
  }
}
