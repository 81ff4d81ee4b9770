import SurveyStatistics
import Testing

@Suite("Survey design")
struct SurveyDesignTests {
  @Test("counts its degrees of freedom: units − strata")
  func degreesOfFreedom() throws {
    let sample = SmallSample()
    #expect(try sample.design().degreesOfFreedom == 3 * 8 - 3)
    #expect(try sample.design(isClustered: false).degreesOfFreedom == 240 - 3)
  }

  @Test("a stratum with one unit is refused unless a rule is chosen")
  func lonely() throws {
    let (weights, strata): ([Double], [Int32]) = ([1, 1, 1], [7, 7, 9])
    #expect(throws: DesignError.lonelyUnit(stratum: 9)) {
      try SurveyDesign(weights: weights, strata: strata)
    }
    for rule in LonelyUnitRule.allCases where rule != .fail {
      #expect(throws: Never.self) {
        try SurveyDesign(weights: weights, strata: strata, lonelyUnits: rule)
      }
    }
  }

  @Test("a stratum whose one unit is all of it needs no rule")
  func certain() throws {
    let design = try SurveyDesign(
      weights: [1, 1, 1], strata: [7, 7, 9], populationSizes: [5, 5, 1])
    let mean = try design.means(
      of: NumericColumn(values: [1, 2, 3]), by: .everyone(rowCount: 3))
    #expect(mean[domain: 0, statistic: 0].standardError > 0)
  }

  @Test("says what is wrong, and where")
  func refusals() {
    #expect(throws: DesignError.noRows) { try SurveyDesign(weights: []) }
    #expect(throws: DesignError.badWeight(row: 1)) { try SurveyDesign(weights: [1, -2]) }
    #expect(throws: DesignError.badWeight(row: 0)) { try SurveyDesign(weights: [.nan, 2]) }
    #expect(
      throws: DesignError.rowCountMismatch(column: "strata", expected: 2, actual: 1)
    ) { try SurveyDesign(weights: [1, 2], strata: [1]) }
    #expect(
      throws: DesignError.populationSmallerThanSample(stratum: 0, population: 1, sample: 2)
    ) { try SurveyDesign(weights: [1, 2], populationSizes: [1, 1]) }
    #expect(throws: DesignError.populationSizeVaries(stratum: 0)) {
      try SurveyDesign(weights: [1, 2], populationSizes: [9, 8])
    }
  }

  @Test("a second stage drawn whole adds nothing, and one with replacement above neither")
  func stages() throws {
    let sample = SmallSample()
    let single = try sample.design()
    let mean = Statistic.mean(of: [NumericColumn(values: sample.y)])
    let rows = (0..<Int32(240)).map(\.self)
    let perUnit = Double(240 / 24)
    let first = SamplingStage(
      units: sample.units, strata: sample.strata, populationSizes: sample.sizes)
    let whole = try SurveyDesign(
      weights: sample.weights,
      stages: [
        first,
        SamplingStage(units: rows, populationSizes: rows.map { _ in perUnit }),
      ])
    let part = try SurveyDesign(
      weights: sample.weights,
      stages: [first, SamplingStage(units: rows, populationSizes: rows.map { _ in 4 * perUnit })])
    let alone = try single.estimate(mean).standardErrors[0]
    #expect(nearly(try whole.estimate(mean).standardErrors[0], alone))
    #expect(try part.estimate(mean).standardErrors[0] > alone)
  }
}
