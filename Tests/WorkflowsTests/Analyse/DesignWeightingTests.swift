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
    survey.study.design.calibration = CalibrationDescription(
      margins: [CalibrationMargin(code: "area", columns: ["area"], totals: totals)])
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
    let codes = try #require(analysis.answers.numericColumns["calibration.margin.area"])
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
    survey.study.design.calibration?.margins.append(
      CalibrationMargin(
        code: "again", columns: ["area"],
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
    let given = try plain.with(.given(GivenReplicates(columns: ["r1", "r2"])))
    #expect(try error(given) < error(plain))
    #expect(throws: (any Error).self) {
      try plain.with(.given(GivenReplicates(columns: ["r3"])))
    }
  }

  /// The sum of the weights of those with a value of a column.
  private func sum(_ analysis: SurveyAnalysis, _ column: String, _ code: Double) throws -> Double {
    let codes = try #require(analysis.answers.numericColumns[column])
    return zip(codes, analysis.design.weights).reduce(0) {
      $0 + ($1.0 == code ? $1.1 : 0)
    }
  }

  @Test("reaches crossed groups and numbers by every method, within the bounds")
  func methods() throws {
    let numbers = (0..<60).map { String(20 + $0 % 7) }.joined(separator: " ")
    for method in CalibrationDescription.Method.allCases {
      var survey = survey(totals: known)
      survey.columns.append(SourceSurvey.texts("age", numbers))
      var calibration = CalibrationDescription(
        method: method,
        margins: [
          CalibrationMargin(
            code: "cross", columns: ["area", "q1"],
            totals: [("a/1", 30), ("a/3", 26), ("b/1", 30), ("b/3", 66)].map {
              MarginTotal(value: $0.0, total: $0.1)
            })
        ])
      if method != .postStratification {
        calibration.bounds = [0.3, 3]
        calibration.numbers = [CalibrationNumber(code: "age", column: "age", total: 3530)]
      }
      survey.study.design.calibration = calibration
      let analysis = try analysis(survey)
      #expect(try abs(sum(analysis, "calibration.margin.cross", 4) - 66) < 1e-6)
      if let ages = analysis.answers.numericColumns["calibration.number.age"] {
        let total = zip(ages, analysis.design.weights).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(total - 3530) < 1e-4)
      }
      #expect(
        zip(analysis.design.weights, analysis.answers.weights).allSatisfy {
          method == .postStratification || (0.3 - 1e-9...3 + 1e-9).contains($0 / $1)
        })
    }
  }

  @Test("tells the margin that no weights within the bounds reach")
  func bounds() throws {
    var survey = survey(totals: [MarginTotal(value: "a", total: 5000), known[1]])
    survey.study.design.calibration?.method = .linear
    survey.study.design.calibration?.bounds = [0.9, 1.1]
    let error = #expect(throws: Problems.self) { try analysis(survey) }
    #expect(error?.list.first?.key == "calibration.notReached")
    survey.study.design.calibration?.bounds = [1.5, 2]
    let around = #expect(throws: Problems.self) { try analysis(survey) }
    #expect(around?.list.first?.key == "calibration.badBounds")
  }

  @Test("carries the weights of those who did not answer, by classes and by propensity")
  func nonresponse() throws {
    let answered = (0..<60).map { $0 % 4 == 1 ? "no" : "yes" }.joined(separator: " ")
    let answers = (0..<60).map { $0 % 4 == 1 ? "." : "1" }.joined(separator: " ")
    for method in NonresponseDescription.Method.allCases {
      var survey = SourceSurvey([
        ("w", Self.weights), ("q1", answers), ("area", Self.letters), ("done", answered),
      ])
      survey.study.design.nonresponse = NonresponseDescription(
        method: method, column: "done", values: ["yes"], by: ["area"])
      let analysis = try analysis(survey)
      let drawn = analysis.answers.weights.reduce(0, +)
      #expect(abs(analysis.design.weights.reduce(0, +) - drawn) < 1e-6)
      let responded = try #require(analysis.answers.numericColumns["nonresponse.responded"])
      #expect(
        zip(responded, analysis.design.weights).allSatisfy { ($0 == 1) == ($1 > 0) })
      #expect(analysis.answers.respondentCount == 45)
      let subject = try #require(analysis.codebook.subject("dark"))
      #expect(try analysis.estimate(subject, by: []).estimate(domain: 0, column: 0).base == 45)
    }
  }

  @Test("tells of classes in which nobody answered, and of a frame variable that is missing")
  func nonresponseProblems() throws {
    func keys(_ done: String, _ by: String) -> [String] {
      var survey = SourceSurvey([
        ("w", "1 1 2 2"), ("q1", "1 3 1 3"), ("done", done), ("class", by),
      ])
      survey.study.design.nonresponse = NonresponseDescription(
        column: "done", values: ["1"], by: ["class"])
      return StudyCheck(survey.input).problems().map(\.key)
        .filter { $0.contains("espon") }
    }
    #expect(keys("1 1 0 1", "a a b b").isEmpty)
    #expect(keys("1 1 0 0", "a a b b") == ["check.nonresponseEmptyClass"])
    #expect(keys("1 1 0 1", "a . b b") == ["check.nonresponseMissing"])
    #expect(keys("0 0 0 0", "a a b b") == ["check.nobodyResponded"])
    #expect(keys("1 1 1 1", "a a b b") == ["check.everyoneResponded"])
  }

  @Test("keeps weights within the range that they are trimmed to")
  func trimming() throws {
    var survey = survey(totals: known)
    survey.study.design.calibration = nil
    survey.study.design.trimming = TrimmingDescription(least: 1.5, largest: 3, isStrict: true)
    let weights = try analysis(survey).design.weights
    #expect(weights.allSatisfy { (1.5 - 1e-9...3 + 1e-9).contains($0) })
    #expect(abs(weights.reduce(0, +) - 150) < 1e-9)
  }

  @Test("adds the variance of later stages when they have population sizes")
  func stages() throws {
    // Ten clusters of six rows; 20 clusters in all, with 12 rows in each.
    let clusters = (0..<60).map { String($0 / 6) }.joined(separator: " ")
    let rows = (0..<60).map { String($0) }.joined(separator: " ")
    func error(_ sizes: [String]) throws -> Double {
      var survey = SourceSurvey([
        ("w", Array(repeating: "4", count: 60).joined(separator: " ")), ("q1", Self.answers),
        ("c", clusters), ("r", rows),
        ("N", Array(repeating: "20", count: 60).joined(separator: " ")),
        ("M", Array(repeating: "12", count: 60).joined(separator: " ")),
      ])
      survey.study.design.clusterColumns = ["c", "r"]
      survey.study.design.populationSizeColumns = sizes
      let analysis = try analysis(survey)
      let subject = try #require(analysis.codebook.subject("dark"))
      return try analysis.estimate(subject, by: []).estimate(domain: 0, column: 0).standardError
    }
    let (one, two) = (try error(["N"]), try error(["N", "M"]))
    // The second stage adds (1/2)·(1 − 1/2)/(mean within) to the variance: always more.
    #expect(two > one)
    // Twenty of the rows of each value lie alike over clusters: v₂ by hand.
    // v₂ = n/N · Σ over clusters of (1 − m/M)·m/(m − 1)·Σ(z − z̄)², z = w·(y − ȳ)/Σw.
    let y = (0..<60).map { $0 % 5 < 2 ? 0.0 : 1 }
    let mean = y.reduce(0, +) / 60
    let within = (0..<10).reduce(0.0) { sum, cluster in
      let z = y[cluster * 6..<cluster * 6 + 6].map { ($0 - mean) / 60 }
      let centre = z.reduce(0, +) / 6
      return sum + 0.5 * 6 / 5 * z.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    }
    #expect(abs(two * two - (one * one + 0.5 * within)) < 1e-12)
  }
}
