import Testing

@testable import SurveyStatistics

@Suite("Breakdowns")
struct BreakdownTests {
  @Test("up to two dimensions: everyone, each, every two")
  func counts() {
    #expect(Breakdown.upToTwo(of: 4).count == 11)
    #expect(Breakdown.upToTwo(of: 0) == [Breakdown([])])
  }

  @Test("compare domains that differ in one dimension only")
  func families() {
    let families = Breakdown([0, 1]).families(sizes: [2, 3])
    #expect(families.map(\.count) == [1, 1, 1, 3, 3])
    #expect(families[1][0] == (1, 4) && families[3][1] == (0, 2))
    #expect(Breakdown([]).families(sizes: [2]).isEmpty)
  }
}
