import Testing

@testable import SurveyStatistics

@Suite("Linearised table")
struct LinearisedTableTests {
  @Test("of equal weights has the textbook's variance of a share")
  func textbook() throws {
    let design = try SurveyDesign(weights: [3, 3, 3, 3])
    let cells = CellIndex(design: design, dimensions: [])
    let item = try CodedColumn(codes: [1, 2, 1, 1], categoryCount: 2)
    let sums = StratumSums(
      CellSums(item: item, cells: cells, weights: design.weights), cells: cells,
      breakdown: Breakdown([]))
    let table = LinearisedTable(sums, design: design.layout)
    #expect(table.proportions == [0.75, 0.25] && table.bases == [4] && table.counts == [3, 1])
    // p(1 − p)/(n − 1).
    #expect(nearly(table.variances[0], 0.0625))
  }
}
