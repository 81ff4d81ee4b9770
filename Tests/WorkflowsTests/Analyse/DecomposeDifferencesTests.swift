import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("Differences taken apart")
struct DecomposeDifferencesTests {
  private func pairs(_ survey: SmallSurvey) throws -> [AnalystReport.Pair] {
    let analysis = try survey.analysis
    let decompose = DecomposeDifferences(
      analysis: analysis, choices: EstimateChoices(),
      composition: [try #require(analysis.codebook.dimension("sex"))])
    return try decompose(
      .subject(try #require(analysis.codebook.subject("worry"))),
      by: [try #require(analysis.codebook.dimension("area"))])
  }

  @Test("find that all comes from composition where it does")
  func composition() throws {
    let all = try pairs(.confounded)
    let (composition, rate) = (
      all.filter { $0.kind == .composition }, all.filter { $0.kind == .rate }
    )
    #expect(composition.count == 3 && rate.count == 3)
    #expect(abs((composition[0].difference ?? 0) - 0.2) < 1e-12)
    #expect(rate.allSatisfy { abs($0.difference ?? 1) < 1e-12 })
    #expect(composition.allSatisfy { $0.lower != nil && $0.pHolm != nil })
  }

  @Test("add up to the whole difference, with the parts that the formula gives")
  func sum() throws {
    // Area a: 34 of 40 women and 10 of 40 men; b: 10 of 40 both. No difference in composition.
    let all = try pairs(.balanced)
    #expect(abs((all.first { $0.kind == .composition }?.difference ?? 1)) < 1e-12)
    #expect(abs((all.first { $0.kind == .rate }?.difference ?? 0) - 0.3) < 1e-12)
  }

  @Test("name the group in which nobody is of a part")
  func empty() throws {
    var survey = SmallSurvey.confounded
    survey.rows.removeAll { $0.area == 3 && $0.sex == 2 }
    let error = #expect(throws: Problems.self) { try pairs(survey) }
    #expect(error?.list.first?.key == "estimate.decompositionEmpty")
    #expect(error?.list.first?.arguments["group"] == "c")
    #expect(error?.list.first?.arguments["part"] == "men")
  }
}
