import Testing

@testable import SurveyStatistics

@Suite("Cells of rows")
struct CellIndexTests {
  @Test("are the strata crossed with the dimensions, as far as they occur")
  func cells() throws {
    let design = try SurveyDesign(weights: [1, 1, 1, 1], strata: [5, 5, 9, 9])
    let domains = try DomainColumn(codes: [1, 2, 1, 0], domainCount: 2)
    let cells = CellIndex(design: design, dimensions: [domains])
    #expect(cells.cellOfRow == [0, 1, 2, 3])
    #expect(cells.strata == [0, 0, 1, 1])
    #expect(cells.domains(of: Breakdown([0])) == [0, 1, 0, -1])
    #expect(cells.domains(of: Breakdown([])) == [0, 0, 0, 0])
  }
}
