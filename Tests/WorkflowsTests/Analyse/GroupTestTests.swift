import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("Tests of all groups at once")
struct GroupTestTests {
  private func table(
    _ survey: SmallSurvey, _ tests: [GroupTest], by code: String
  ) throws -> AnalystReport.Table {
    let analysis = try survey.analysis
    return try EstimateStudy(analysis: analysis)(
      subjects: analysis.codebook.subjects,
      breakdowns: [[try #require(analysis.codebook.dimension(code))]], tests: tests)[0]
  }

  @Test("of two groups' means is the t test of their difference")
  func means() throws {
    let table = try table(.balanced, [.means], by: "sex")
    let difference = try #require(table.differences.first { $0.statistic == "headline" })
    let test = try #require(table.tests.first)
    let (t, p) = (try #require(difference.t), try #require(difference.p))
    #expect(abs(try #require(test.statistic) - t * t) < 1e-9)
    #expect(abs(try #require(test.p) - p) < 1e-9)
    #expect(test.degreesOfFreedom == [1, difference.degreesOfFreedom].compactMap(\.self))
  }

  @Test("of independence has all of R's statistics, and finds what is plain")
  func independence() throws {
    let all = IndependenceStatistic.allCases.map { GroupTest.independence($0) }
    let table = try table(.balanced, all, by: "sex")
    #expect(table.tests.map(\.name) == all.map(\.name))
    // 54 of 120 women and 30 of 120 men say yes: Pearson's X² is 10.55.
    #expect(table.tests.allSatisfy { ($0.p ?? 1) < 0.01 && ($0.p ?? 0) > 1e-4 })
    let plain = try #require(table.tests.first { $0.name == "Chisq" }?.statistic)
    #expect(abs(plain - 10.54945054945055) < 1e-9)
  }

  @Test("is not made of everyone together")
  func everyone() throws {
    let analysis = try SmallSurvey.balanced.analysis
    let tables = try EstimateStudy(analysis: analysis)(
      subjects: analysis.codebook.subjects, breakdowns: [[]], tests: [.means])
    #expect(tables[0].tests.isEmpty)
  }
}
