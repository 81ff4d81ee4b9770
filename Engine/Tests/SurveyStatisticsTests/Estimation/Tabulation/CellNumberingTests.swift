import Testing

@testable import SurveyStatistics

@Suite("Cells of rows")
struct CellNumberingTests {
  @Test("are the strata crossed with the dimensions, as far as they occur")
  func cells() throws {
    let design = try SurveyDesign(weights: [1, 1, 1, 1, 1], strata: [5, 5, 9, 9, 5])
    let domains = try DomainColumn(codes: [1, 2, 1, 0, 2], domainCount: 2)
    let cells = DesignTally(design, [], by: [domains]).cells.numbering
    #expect(cells.strata == [0, 0, 1, 1])
    #expect(cells.domains(of: Breakdown([0])) == [0, 1, 0, -1])
    #expect(cells.domains(of: Breakdown([])) == [0, 0, 0, 0])
    #expect((0..<4).map(cells.crossing) == [1, 2, 1, 0])
  }

  @Test("stand in the order of their strata, and are not numbered when there are too many")
  func order() {
    var cells = CellNumbering(sizes: [2])
    for stratum in [4, 0, 4] {
      _ = cells.cell(stratum: stratum, crossing: 1, crossings: 3)
    }
    #expect(cells.inStratumOrder == [1, 0])
    #expect(CellNumbering.crossings([2, 3]) == 12)
    #expect(CellNumbering.crossings([65_535, 65_535, 65_535, 65_535]) == nil)
  }
}
