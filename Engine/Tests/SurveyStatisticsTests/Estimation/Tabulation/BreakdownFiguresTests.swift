import Testing

@testable import SurveyStatistics

@Suite("Figures of a breakdown")
struct BreakdownFiguresTests {
  @Test("vary together as far as the domains share strata")
  func covariances() throws {
    // Two domains, of which only the second and third share a stratum.
    let design = try SurveyDesign(
      weights: Array(repeating: 1, count: 8), strata: [0, 0, 0, 0, 1, 1, 1, 1])
    let item = try CodedColumn(codes: [1, 2, 1, 1, 1, 2, 2, 1], categoryCount: 2)
    let domains = try DomainColumn(codes: [1, 1, 1, 1, 2, 2, 3, 3], domainCount: 3)
    let cells = DesignTally(design, [item], by: [domains]).cells
    let sums = CategorySums(cells)
    let figures = BreakdownFigures(
      sums, BreakdownFrame.all([Breakdown([0])], of: cells.numbering)[0])
    figures.addElementVariances(sums, StratumFactors(design.layout))
    #expect(figures.bases == [4, 2, 2])
    #expect(figures.covariances[0][0] == 0 && figures.covariances[1][0] == 0)
    let estimates = try design.proportions(of: item, by: domains)
    for (place, pair) in figures.pairs.enumerated() {
      #expect(
        nearly(
          figures.covariances[place][1], estimates.covariance((pair.0, 1), (pair.1, 1)), 1e-12))
    }
    #expect(nearly(figures.variances[2][0], estimates.covariance((2, 0), (2, 0))))
  }
}
