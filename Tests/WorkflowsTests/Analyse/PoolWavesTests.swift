import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("Waves pooled for an analyst")
struct PoolWavesTests {
  private let worry = SmallSurvey.codebook.subjects[0]

  private func table(
    _ surveys: [SmallSurvey], _ weights: PoolingWeights = .equal, by codes: [String] = []
  ) throws -> AnalystReport.Table {
    let waves = try surveys.enumerated().map { place, survey in
      (
        year: 2020 + place,
        numbers: EstimateNumbers(analysis: try survey.analysis, statistic: .mean)
      )
    }
    return try PoolWaves(waves: waves, weights: weights)(
      .subject(worry), by: codes.compactMap(SmallSurvey.codebook.dimension))
  }

  @Test("weigh alike: the mean of the waves, with a fourth of the sum of variances")
  func equal() throws {
    let table = try table([.confounded, .balanced], by: ["sex"])
    #expect(table.model?.kind == .pooledWaves && table.model?.waves == [2020, 2021])
    let men = table.estimates.filter { $0.domain == ["men"] }
    #expect(men.map(\.wave) == [2020, 2021, nil] && men[2].statistic == "pooled")
    // 0.1 and 0.25 are not the same: refused, with the p that says why.
    #expect(men[2].value == nil && (men[2].differingWavesP ?? 1) < 0.05)
    let women = table.estimates.filter { $0.domain == ["women"] }
    let (a, b) = (try #require(women[0].standardError), try #require(women[1].standardError))
    #expect(abs((women[2].value ?? 0) - (0.5 + 0.45) / 2) < 1e-12)
    #expect(abs((women[2].standardError ?? 0) - (a * a + b * b).squareRoot() / 2) < 1e-12)
    #expect(women[2].base == 240 + 120)
  }

  @Test("weigh by precision: the most certain figure")
  func precision() throws {
    let errors = try [PoolingWeights.precision, .equal].map {
      try table([.confounded, .balanced], $0, by: ["sex"]).estimates[2].standardError
    }
    #expect(try #require(errors[0]) < #require(errors[1]))
  }

  @Test("a question that a wave did not ask alike is refused")
  func differs() throws {
    var codebook = SmallSurvey.codebook
    codebook.subjects = [SmallSurvey.subject("worry", yes: ["maybe"])]
    let other = try SurveyAnalysis(codebook: codebook, answers: SmallSurvey.balanced.answers)
    let error = #expect(throws: Problems.self) {
      try PoolWaves(waves: [
        (2024, EstimateNumbers(analysis: other, statistic: .mean)),
        (2025, EstimateNumbers(analysis: SmallSurvey.balanced.analysis, statistic: .mean)),
      ])(.subject(worry), by: [])
    }
    #expect(error?.list.first?.arguments["wave"] == "2024")
  }
}
