import DisclosureControl
import SafetyModel
import SurveyStatistics
import TestSupport
import Testing
import Workflows

@Suite("Changes since an earlier wave")
struct WaveChangesTests {
  private func analysed(
    _ survey: SmallSurvey, codebook: Codebook = SmallSurvey.codebook, earlier: [EarlierWave] = []
  ) throws -> [ProtectedTable] {
    let wave = try AnalyseWave(
      analysis: SurveyAnalysis(codebook: codebook, answers: survey.answers),
      breakdowns: [["sex"]], earlier: earlier, rules: DisclosureRules())(
        progress: SilentProgress())
    return wave.tables.flatMap { DisclosureRules().protect($0) }
  }

  private func earlier(_ survey: SmallSurvey) throws -> EarlierWave {
    EarlierWave(
      publication: Publication(
        number: 1, study: "s", series: "s", wave: 2021, isExample: true,
        publishedAt: "2021-12-01T00:00:00Z", note: nil, corrects: nil, fingerprint: "",
        respondents: survey.rows.count, sampled: nil, rules: DisclosureRules(),
        groupComparisons: 0, changeComparisons: 0, comparedWith: [],
        codebook: SmallSurvey.codebook, tables: try analysed(survey)),
      analysis: try survey.analysis)
  }

  private let better: SmallSurvey = {
    var survey = SmallSurvey()
    for sex in 1...2 {
      survey.add(area: 1, sex: sex, answer: 1, times: sex == 1 ? 10 : 20)
      survey.add(area: 1, sex: sex, answer: 3, times: 110)
    }
    return survey
  }()

  @Test("is the later share minus the earlier, with both samples' uncertainty")
  func change() throws {
    let tables = try analysed(better, earlier: [try earlier(.balanced)])
    let everyone = try #require(tables[0].comparisons.first)
    #expect(everyone.kind == .change(since: 2021))
    // 30/250 = 12 % now, 84/240 = 35 % then.
    #expect(abs(everyone.difference - (0.12 - 84.0 / 240)) < 0.006)
    let p = 0.12, q = 84.0 / 240
    let standardError = (p * (1 - p) / 249 + q * (1 - q) / 239).squareRoot()
    #expect(abs((everyone.upper - everyone.lower) / 2 - 1.965 * standardError) < 0.006)
    #expect(everyone.isCertain)
  }

  @Test("nothing changes when the same answers come again")
  func noChange() throws {
    let tables = try analysed(.balanced, earlier: [try earlier(.balanced)])
    let changes = tables.flatMap(\.comparisons).filter { $0.kind == .change(since: 2021) }
    #expect(changes.count == 3)
    #expect(changes.allSatisfy { $0.difference == 0 && !$0.isCertain })
  }

  @Test("is not measured across a question whose yes has another meaning")
  func reworded() throws {
    var codebook = SmallSurvey.codebook
    codebook.subjects = [SmallSurvey.subject("worry", yes: ["yes", "maybe"])]
    let tables = try analysed(.balanced, codebook: codebook, earlier: [try earlier(.balanced)])
    let kinds = tables.flatMap(\.comparisons).map(\.kind)
    #expect(!kinds.contains(.change(since: 2021)))
  }

  @Test("is not measured from a figure that was hidden then")
  func hiddenThen() throws {
    var before = SmallSurvey.balanced
    before.rows.removeAll { $0.sex == 2 }
    before.add(area: 1, sex: 2, answer: 1, times: 12)
    let tables = try analysed(.balanced, earlier: [try earlier(before)])
    #expect(tables[1].comparisons.filter { $0.kind == .change(since: 2021) }.isEmpty)
  }
}
