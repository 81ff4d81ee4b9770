import Testing

@testable import SurveyStatistics

@Suite("Layout of a sampling stage")
struct StageLayoutTests {
  @Test("knows the sampled part of each stratum")
  func corrections() throws {
    let layout = try StageLayout(
      rowCount: 5, strata: [3, 3, 8, 8, 8], units: nil, populationSizes: [4, 4, 3, 3, 3])
    #expect(layout.sampledUnits(0) == 2 && layout.sampledUnits(1) == 3)
    #expect(layout.populationCorrection(0) == 0.5 && layout.populationCorrection(1) == 0)
    #expect(layout.degreesOfFreedom(weights: [1, 1, 1, 1, 0]) == 2)
  }

  @Test("a later stage counts by the sampled part of the stages above")
  func multipliers() throws {
    let upper = try StageLayout(
      rowCount: 4, strata: nil, units: [1, 1, 2, 2], populationSizes: [8, 8, 8, 8])
    let lower = try StageLayout(
      rowCount: 4, stage: SamplingStage(units: [0, 1, 2, 3]), below: upper)
    #expect(lower.multipliers == [0.25, 0.25])
    #expect(lower.parents == [0, 1])
  }
}
