import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("The analyst's raw estimates")
struct EstimateStudyTests {
  private func table(by codes: [String]) throws -> AnalystReport.Table {
    let analysis = try SmallSurvey.balanced.analysis
    let tables = try EstimateStudy(analysis: analysis)(
      subjects: analysis.codebook.subjects,
      breakdowns: [codes.compactMap(analysis.codebook.dimension)])
    return try #require(tables.first)
  }

  @Test("lists every statistic of every group, and every pair of groups")
  func everything() throws {
    let table = try table(by: ["area"])
    #expect(table.estimates.count == 3 * 4)
    #expect(table.family == 3 && table.differences.count == 3 * 4)
  }

  @Test("compares groups that differ in one dimension only")
  func crossed() throws {
    // Three areas × two sexes: 3 pairs of sexes, and 3 pairs of areas for each sex.
    #expect(try table(by: ["area", "sex"]).family == 3 + 6)
  }

  @Test("a figure that does not exist is absent, not zero")
  func absent() throws {
    let maybe = try table(by: ["sex"]).differences.first { $0.statistic == "maybe" }
    #expect(maybe?.difference == 0 && maybe?.p == nil && maybe?.pHolm == nil)
  }

  @Test("takes the interval and the adjustment that it is told")
  func choices() throws {
    let analysis = try SmallSurvey.balanced.analysis
    let area = try #require(analysis.codebook.dimension("area"))
    func table(_ interval: IntervalMethod, _ adjustment: FamilyAdjustment) throws
      -> AnalystReport.Table
    {
      try EstimateStudy(
        analysis: analysis, choices: EstimateChoices(interval: interval, adjustment: adjustment))(
          subjects: analysis.codebook.subjects, breakdowns: [[area]])[0]
    }
    let (plain, other) = (try table(.logit, .holm), try table(.beta, .none))
    #expect(plain.estimates[0].lower != other.estimates[0].lower)
    #expect(plain.adjustment == "holm" && other.adjustment == "none")
    #expect(plain.differences[0].pHolm == plain.differences[0].pAdjusted)
    #expect(other.differences[0].pHolm == nil)
    #expect(other.differences[0].pAdjusted == other.differences[0].p)
  }
}
