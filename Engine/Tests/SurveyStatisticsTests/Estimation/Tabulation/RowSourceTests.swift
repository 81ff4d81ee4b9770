import Testing

@testable import SurveyStatistics

@Suite("Where rows stand in memory")
struct RowSourceTests {
  @Test("is told of every block, also of one without rows")
  func sources() throws {
    var blocks = try [1, 2, 3].map { _ in
      try OrderedRows(shape: TabulationShape(dimensionSizes: [], itemSizes: [2]))
    }
    var block = AnswerBlock()
    (block.strata, block.weights, block.codes) = ([1, 1], [3, 4], [2, 0])
    try blocks[2].append(block)
    blocks[2].sort()
    let counts = RowSource.with(blocks[...]) { sources in
      #expect(Array(sources[2].codes) == [2, 0] && Array(sources[2].weights) == [3, 4])
      #expect(Array(sources[2].order) == [0, 1])
      return sources.map(\.codes.count)
    }
    #expect(counts == [0, 0, 2])
  }
}
