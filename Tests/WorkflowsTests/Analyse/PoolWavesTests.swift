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
    try pool(surveys, weights)(
      .subject(worry), by: codes.compactMap(SmallSurvey.codebook.dimension))
  }

  /// The first is of 2020, and the last one's names are used.
  private func pool(_ surveys: [SmallSurvey], _ weights: PoolingWeights) throws -> PoolWaves {
    let waves = try surveys.enumerated().map { place, survey in
      EstimatedWave(
        year: 2020 + place,
        numbers: EstimateNumbers(analysis: try survey.analysis, statistic: .mean))
    }
    return try PoolWaves(
      try #require(waves.last), with: Array(waves.dropLast()), weights: weights)
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

  @Test("the same wave twice is refused, as is its change since itself")
  func same() throws {
    let wave = EstimatedWave(
      year: 2025,
      numbers: EstimateNumbers(analysis: try SmallSurvey.balanced.analysis, statistic: .mean))
    let pooled = #expect(throws: Problems.self) { try PoolWaves(wave, with: [wave]) }
    let changed = #expect(throws: Problems.self) { try MeasureChanges(now: wave, then: wave) }
    #expect(pooled?.list.first?.arguments["wave"] == "2025")
    #expect(changed?.list.first?.key == "estimate.sameWave")
  }

  @Test("a question that a wave did not ask alike is refused")
  func differs() throws {
    var codebook = SmallSurvey.codebook
    codebook.subjects = [SmallSurvey.subject("worry", yes: ["maybe"])]
    let other = try SurveyAnalysis(codebook: codebook, answers: SmallSurvey.balanced.answers)
    let error = #expect(throws: Problems.self) {
      try PoolWaves(
        EstimatedWave(
          year: 2025,
          numbers: EstimateNumbers(analysis: SmallSurvey.balanced.analysis, statistic: .mean)),
        with: [
          EstimatedWave(
            year: 2024, numbers: EstimateNumbers(analysis: other, statistic: .mean))
        ])(.subject(worry), by: [])
    }
    #expect(error?.list.first?.arguments["wave"] == "2024")
  }

  @Test("contrasts of pooled figures are the pooled contrasts, of one wave its own")
  func contrasts() throws {
    let area = try #require(SmallSurvey.codebook.dimension("area"))
    let pool = try pool([.balanced, .balanced], .equal)
    let known = try pool(.subject(worry), by: [area]).estimates
    let found = try EstimateContrasts(of: pool, preferred: [area])(
      [
        Contrast("b"), Contrast("a - b"), Contrast("b@2020 - b@2021"), Contrast("b - 1/2*b@2020"),
      ], of: [.subject(worry)])[0]
    #expect(found.model?.kind == .pooledWaves && found.differences[0].statistic == "pooled")
    func figure(_ code: String, _ wave: Int?) throws -> AnalystReport.Figure {
      try #require(known.first { $0.domain == [code] && $0.wave == wave })
    }
    let error = try #require(try figure("b", nil).standardError)
    #expect(found.differences[0].difference == (try figure("b", nil).value))
    #expect(abs((found.differences[0].standardError ?? 0) - error) < 1e-12)
    // Two areas of one wave share no variance here: half of the variance of one wave's difference.
    let single = try EstimateContrasts(of: pool.own, preferred: [area])(
      [Contrast("a - b")], of: [.subject(worry)])[0].differences[0]
    let shared = try #require(single.standardError) / 2.0.squareRoot()
    #expect(abs((found.differences[1].standardError ?? 0) - shared) < 1e-12)
    // The same answers twice, as samples drawn apart.
    let one = try #require(try figure("b", 2020).standardError)
    #expect(abs((found.differences[2].standardError ?? 0) - one * 2.0.squareRoot()) < 1e-12)
    #expect(abs((found.differences[3].standardError ?? 0) - one / 2) < 1e-12)
  }

  @Test("a contrast of a figure whose waves differ is undefined")
  func undefined() throws {
    let pool = try pool([.confounded, .balanced], .precision)
    let found = try EstimateContrasts(of: pool)(
      [Contrast("men"), Contrast("women - men"), Contrast("women")], of: [.subject(worry)])[0]
    #expect(found.differences.map { $0.difference == nil } == [true, true, false])
    #expect(found.differences.map(\.family) == [1, 1, 1])
  }
}
