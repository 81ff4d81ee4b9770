import Testing

@testable import SurveyStatistics

@Suite("Sums of cells")
struct CellSumsTests {
  @Test("hold the weights, their squares and the answers, and merge into domains")
  func sums() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 4], strata: [0, 0, 1, 1])
    let cells = CellIndex(design: design, dimensions: [])
    let item = try CodedColumn(codes: [1, 2, 2, 0], categoryCount: 2)
    let sums = CellSums(item: item, cells: cells, weights: design.weights)
    let strata = StratumSums(sums, cells: cells, breakdown: Breakdown([]))
    #expect(strata.sums[strata.place(0, 1, 0)] == SIMD4(2, 4, 1, 0))
    #expect(strata.sums[strata.place(0, 1, 1)] == SIMD4(3, 9, 1, 0))
    #expect(strata.sums[strata.place(0, 0, 1)] == .zero)
  }
}
