import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("Estimating a subject by a breakdown")
struct SurveyAnalysisTests {
  private func estimates(_ survey: SmallSurvey, by codes: [String]) throws -> SubjectEstimates {
    let codebook = SmallSurvey.codebook
    return try survey.analysis.estimate(
      codebook.subjects[0], by: codes.compactMap(codebook.dimension))
  }

  @Test("the headline is the weighted share of the yes-answers")
  func headline() throws {
    var survey = SmallSurvey()
    survey.add(area: 1, sex: 1, answer: 1, weight: 3)
    survey.add(area: 1, sex: 1, answer: 3, weight: 1)
    survey.add(area: 1, sex: 1, answer: 0, weight: 7)
    let everyone = try estimates(survey, by: [])
    #expect(everyone.estimate(domain: 0, column: 0).value == 0.75)
    #expect(everyone.estimate(domain: 0, column: 0).base == 2)
  }

  @Test("columns follow the headline in the order of the categories")
  func columns() throws {
    let everyone = try estimates(.balanced, by: [])
    let values = (0..<4).map { everyone.estimate(domain: 0, column: $0).value }
    #expect(values[0] == values[1] && values[2] == 0)
    #expect(abs(values[1] + values[2] + values[3] - 1) < 1e-12)
    #expect(everyone.statistics.map(\.code) == ["headline", "yes", "maybe", "no"])
  }

  @Test("crossed keys have the last dimension fastest")
  func keys() throws {
    let crossed = try estimates(.balanced, by: ["area", "sex"])
    #expect(crossed.keys.prefix(3) == [["a", "women"], ["a", "men"], ["b", "women"]])
    #expect(crossed.estimate(domain: 0, column: 0).value == 0.85)
    #expect(crossed.estimate(domain: 1, column: 0).value == 0.25)
  }

  @Test("a column that the answers lack is an error, not a trap")
  func missingColumn() throws {
    let analysis = try SmallSurvey.balanced.analysis
    #expect(throws: MissingColumn.self) {
      try analysis.estimate(SmallSurvey.subject("unknown", yes: ["yes"]), by: [])
    }
  }
}
