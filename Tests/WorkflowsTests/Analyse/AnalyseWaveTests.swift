import DisclosureControl
import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("Analysing a wave")
struct AnalyseWaveTests {
  private func analysed(
    _ survey: SmallSurvey, by breakdowns: [[String]], earlier: [EarlierWave] = []
  ) throws -> AnalysedWave {
    try AnalyseWave(
      analysis: survey.analysis, breakdowns: breakdowns, earlier: earlier,
      rules: DisclosureRules())(progress: SilentProgress())
  }

  @Test("areas are compared in pairs and each with everyone")
  func areas() throws {
    let table = try analysed(.balanced, by: [["area"]]).tables[0][1]
    #expect(table.comparisons.count { $0.kind == .pair } == 3)
    #expect(table.comparisons.count { $0.kind == .againstAll } == 3)
  }

  @Test("in a crossed breakdown women are compared with men within each area only")
  func crossed() throws {
    let table = try analysed(.balanced, by: [["area", "sex"]]).tables[0][1]
    #expect(table.comparisons.map(\.first) == [["a", "women"], ["b", "women"], ["c", "women"]])
    #expect(table.comparisons.allSatisfy { $0.first[0] == $0.second[0] })
  }

  @Test("all comparisons between groups are one family, adjusted by Holm")
  func family() throws {
    let wave = try analysed(.balanced, by: [["area"], ["sex"], ["area", "sex"]])
    #expect(wave.groupComparisons == 6 + 1 + 3)
    let all = wave.tables.flatMap { $0 }.flatMap(\.comparisons)
    let raw = all.map {
      // The two-sided p again from what the table tells, with the design's degrees of freedom.
      Difference(
        value: $0.difference, standardError: $0.standardError, degreesOfFreedom: 239
      ).p
    }
    let expected = holmAdjusted(raw)
    for (comparison, p) in zip(all, expected) {
      #expect(abs(comparison.adjustedP - p) <= 1e-12)
    }
  }

  @Test("a group that will not be shown is not tested")
  func smallGroup() throws {
    var survey = SmallSurvey.balanced
    survey.rows.removeAll { $0.area == 3 && $0.sex == 2 }
    survey.rows.removeAll { $0.area == 3 && $0.answer == 1 }
    survey.rows.removeLast()
    let wave = try analysed(survey, by: [["area"]])
    #expect(wave.groupComparisons == 3)
    survey.add(area: 3, sex: 1, answer: 3, times: 1)
    #expect(try analysed(survey, by: [["area"]]).groupComparisons == 6)
  }

  @Test("the difference between the women of an area and its men is what the shares say")
  func difference() throws {
    let wave = try analysed(.balanced, by: [["area", "sex"]])
    let protected = DisclosureRules().protect(wave.tables[0])[1]
    let women = try #require(protected.comparisons.first)
    #expect(women.difference == 0.6 && women.isCertain)
    #expect(protected.comparisons.dropFirst().allSatisfy { !$0.isCertain })
  }
}
