import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("Weighting by the study file")
struct DesignWeightingTests {
  private static let letters = (0..<60).map { $0 % 3 == 0 ? "a" : "b" }.joined(separator: " ")
  private static let answers = (0..<60).map { String($0 % 5 < 2 ? 1 : 3) }.joined(separator: " ")
  private static let weights = (0..<60).map { String(1 + $0 % 4) }.joined(separator: " ")

  private func survey(
    totals: [MarginTotal], replicates: ReplicateDescription? = nil
  ) -> SourceSurvey {
    var survey = SourceSurvey([
      ("w", Self.weights), ("q1", Self.answers), ("area", Self.letters),
      ("r1", Self.weights), ("r2", Self.weights),
    ])
    survey.study.design.calibration = [
      CalibrationMargin(code: "area", column: "area", totals: totals)
    ]
    survey.study.design.replicates = replicates
    return survey
  }

  private let known = [MarginTotal(value: "a", total: 500), MarginTotal(value: "b", total: 300)]

  private func analysis(_ survey: SourceSurvey, variables: [String] = []) throws
    -> SurveyAnalysis
  {
    let answers = try CodeAnswers(seed: 1).coded(survey.input, variables: variables).answers
    return try SurveyAnalysis(codebook: Codebook(of: survey.study, areas: []), answers: answers)
  }

  @Test("makes the weights of each group sum to its size")
  func sums() throws {
    let analysis = try analysis(survey(totals: known))
    let codes = try #require(analysis.answers.codedColumns["calibration.area"]?.codes)
    for (code, size) in [(1, 500.0), (2, 300.0)] {
      let sum = zip(codes, analysis.design.weights).reduce(0) {
        $0 + (Int($1.0) == code ? $1.1 : 0)
      }
      #expect(abs(sum - size) < 1e-6)
    }
  }

  @Test("tells of values without a total, and of totals without answers")
  func problems() throws {
    func keys(_ totals: [MarginTotal]) -> [String] {
      StudyCheck(survey(totals: totals).input).problems().filter { $0.severity == .error }
        .map(\.key)
    }
    #expect(keys(known).isEmpty)
    #expect(keys([known[0]]) == ["check.marginValueUnknown"])
    #expect(keys(known + [MarginTotal(value: "c", total: 9)]) == ["check.marginEmpty"])
  }

  @Test("refuses margins that are not of the same population")
  func sizes() throws {
    var survey = survey(totals: known)
    survey.study.design.calibration.append(
      CalibrationMargin(
        code: "again", column: "area",
        totals: [MarginTotal(value: "a", total: 500), MarginTotal(value: "b", total: 400)]))
    let errors = StudyCheck(survey.input).problems().filter { $0.severity == .error }
    #expect(errors.map(\.key) == ["check.marginSums"])
    #expect(errors.first?.arguments["sum"] == "900")
  }

  @Test("takes the uncertainty from replicates, made or given")
  func replicates() throws {
    let plain = try analysis(survey(totals: known), variables: ["r1", "r2"])
    let subject = try #require(plain.codebook.subject("dark"))
    func error(_ analysis: SurveyAnalysis) throws -> Double {
      try analysis.estimate(subject, by: []).estimate(domain: 0, column: 0).standardError
    }
    let bootstrap = try plain.with(.bootstrap(count: 400, seed: 3))
    #expect(try abs(error(bootstrap) / error(plain) - 1) < 0.2)
    #expect(try error(bootstrap) == error(plain.with(.bootstrap(count: 400, seed: 3))))
    // Replicates that are all alike say that nothing varies.
    let given = try plain.with(.given(columns: ["r1", "r2"], scale: 1))
    #expect(try error(given) < error(plain))
    #expect(throws: (any Error).self) {
      try plain.with(.given(columns: ["r3"], scale: 1))
    }
  }
}
