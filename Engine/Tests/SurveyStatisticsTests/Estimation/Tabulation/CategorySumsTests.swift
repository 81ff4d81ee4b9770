import Testing

@testable import SurveyStatistics

@Suite("Sums of categories")
struct CategorySumsTests {
  @Test("are those of some items, with the weights of each cell multiplied")
  func items() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 4], strata: [0, 0, 1, 1])
    let items = try [
      CodedColumn(codes: [1, 1, 1, 1], categoryCount: 1),
      CodedColumn(codes: [1, 2, 2, 0], categoryCount: 2),
    ]
    let cells = DesignTally(design, items, by: []).cells
    let sums = CategorySums(cells, items: 1..<2, factors: [1, 10])
    #expect(sums.slots.figureCount == 2)
    #expect(sums.weights.columns(0..<2) == [1, 2, 0, 30])
    #expect(sums.squares.columns(0..<2) == [1, 4, 0, 900])
    #expect(sums.counts.columns(0..<2) == [1, 1, 0, 1])
    #expect(CategorySums(cells).weights.columns(0..<1) == [3, 7])
  }
}
