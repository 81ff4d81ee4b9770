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
  }

  @Test("merge by stratum and crossing, under the numbers that strata have here")
  func merge() {
    var (cells, other) = (CellNumbering(sizes: [2]), CellNumbering(sizes: [2]))
    _ = cells.cell(stratum: 1, crossing: 2, crossings: 3)
    for (stratum, crossing) in [(0, 1), (0, 2), (1, 2)] {
      _ = other.cell(stratum: stratum, crossing: crossing, crossings: 3)
    }
    #expect(cells.merge(other, strata: [1, 7]) == [1, 0, 2])
    #expect(cells.strata == [1, 1, 7] && cells.domains(of: Breakdown([0])) == [1, 0, 1])
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
