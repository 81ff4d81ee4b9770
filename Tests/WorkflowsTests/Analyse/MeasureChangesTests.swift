import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("Changes between waves for an analyst")
struct MeasureChangesTests {
  private let worry = SmallSurvey.codebook.subjects[0]

  private func wave(
    _ year: Int, _ survey: SmallSurvey, persons: [String]? = nil
  ) throws -> EstimatedWave {
    EstimatedWave(
      year: year, numbers: EstimateNumbers(analysis: try survey.analysis, statistic: .mean),
      persons: persons)
  }

  private func dimension(_ code: String) throws -> PublishedDimension {
    try #require(SmallSurvey.codebook.dimension(code))
  }

  @Test("of samples drawn apart have the sum of both variances")
  func independent() throws {
    let measure = try MeasureChanges(
      now: wave(2025, .confounded), then: wave(2023, .balanced))
    let table = try measure(.subject(worry), by: [dimension("area")])
    let (now, then) = (table.estimates[0], table.estimates[3])
    #expect(now.wave == 2025 && then.wave == 2023)
    let change = SmallSurvey.pairs(table, .change)[0]
    #expect(abs((change.difference ?? 0) - (0.4 - 44.0 / 80)) < 1e-12)
    let (a, b) = (try #require(now.standardError), try #require(then.standardError))
    #expect(abs(try #require(change.standardError) - (a * a + b * b).squareRoot()) < 1e-12)
    let apart = SmallSurvey.pairs(table, .changeDifference)
    #expect(apart.count == 3 && table.family == 3)
    let others = SmallSurvey.pairs(table, .change).compactMap(\.difference)
    #expect(abs((apart[0].difference ?? 0) - (others[0] - others[1])) < 1e-12)
    #expect(measure.overlapCount == nil)
  }

  @Test("of the same persons with the same answers are 0 for sure")
  func same() throws {
    let names = SmallSurvey.balanced.rows.indices.map { "person \($0)" }
    let measure = try MeasureChanges(
      now: wave(2025, .balanced, persons: names), then: wave(2023, .balanced, persons: names))
    #expect(measure.overlapCount == 240)
    let change = try #require(
      SmallSurvey.pairs(try measure(.subject(worry), by: []), .change).first)
    #expect(change.difference == 0 && (change.standardError ?? 1) < 1e-8)
  }

  @Test("are taken apart into composition and rate, which add up")
  func parts() throws {
    let measure = try MeasureChanges(
      now: wave(2025, .confounded), then: wave(2023, .balanced),
      composition: [dimension("sex")])
    let table = try measure(.subject(worry), by: [dimension("area")])
    for kind in 0..<3 {
      let whole = SmallSurvey.pairs(table, .change)[kind].difference ?? 0
      let parts = [AnalystReport.Pair.Kind.composition, .rate].compactMap {
        SmallSurvey.pairs(table, $0)[kind].difference
      }
      #expect(abs(parts.reduce(0, +) - whole) < 1e-12)
    }
  }

  @Test("are refused where the question or someone's identity is not the same")
  func refused() throws {
    var codebook = SmallSurvey.codebook
    codebook.subjects = [SmallSurvey.subject("worry", yes: ["yes", "maybe"])]
    let other = try SurveyAnalysis(codebook: codebook, answers: SmallSurvey.balanced.answers)
    let measure = try MeasureChanges(
      now: wave(2025, .balanced),
      then: .init(year: 2023, numbers: EstimateNumbers(analysis: other, statistic: .mean)))
    #expect(!measure.isComparable(.subject(worry)))
    let differs = #expect(throws: Problems.self) { try measure(.subject(worry), by: []) }
    #expect(differs?.list.first?.key == "estimate.changeDiffers")
    let twice = #expect(throws: Problems.self) {
      try MeasureChanges(
        now: wave(2025, .balanced, persons: Array(repeating: "one", count: 240)),
        then: wave(2023, .balanced, persons: Array(repeating: "", count: 240)))
    }
    #expect(twice?.list.first?.key == "estimate.repeatedPerson")
    #expect(twice?.list.first?.arguments["wave"] == "2025")
  }
}
