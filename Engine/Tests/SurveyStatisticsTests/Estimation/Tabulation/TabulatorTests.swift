import Testing

@testable import SurveyStatistics

@Suite("Making tables from sums")
struct TabulatorTests {
  @Test("gives the textbook's variance of a share")
  func textbook() throws {
    let design = try SurveyDesign(weights: [3, 3, 3, 3])
    let item = try CodedColumn(codes: [1, 2, 1, 1], categoryCount: 2)
    let tabulator = Tabulator(
      cells: DesignTally(design, [item], by: []).cells, factors: StratumFactors(design.layout),
      finish: TableFinish(degreesOfFreedom: 3, confidence: 0.95, sizes: []),
      breakdowns: [Breakdown([])])
    let table = tabulator.tables()[0][0]
    #expect(table.proportions == [0.75, 0.25] && table.bases == [4] && table.counts == [3, 1])
    // √(p(1 − p)/(n − 1)).
    #expect(nearly(table.standardErrors[0], 0.25))
  }
}
