import NumericKernels
import SurveyStatistics
import Testing

/// Särndal, Swensson and Wretman's population MU284: 5 clusters of 50, 3 municipalities of each.
///
/// The figures are those that R survey 4.5 prints for its data set `mu284`: total 15,080, standard
/// error 2,274.3, variance 5,172,234.
@Suite("Samples in stages")
struct SamplingStageTests {
  private static let clusters: [Int32] = [
    19, 45, 47, 50, 31, 19, 45, 47, 50, 31, 19, 45, 47, 50, 31,
  ]
  private static let municipalities: [Int32] = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]
  private static let clusterSizes: [Double] = [5, 8, 5, 9, 7, 5, 8, 5, 9, 7, 5, 8, 5, 9, 7]
  private static let y: [Double] = [41, 49, 31, 39, 49, 49, 49, 31, 41, 51, 49, 45, 35, 61, 33]

  private static var stages: [SamplingStage] {
    [
      SamplingStage(units: clusters, populationSizes: clusters.map { _ in 50 }),
      SamplingStage(units: municipalities, populationSizes: clusterSizes),
    ]
  }

  private static var fractions: [SamplingStage] {
    [
      SamplingStage(units: clusters, samplingFractions: clusters.map { _ in 0.1 }),
      SamplingStage(units: municipalities, samplingFractions: clusterSizes.map { 3 / $0 }),
    ]
  }

  @Test("have the weights of their sampling fractions")
  func weights() throws {
    let weights = try SurveyDesign.weights(of: Self.stages)
    #expect(zip(weights, Self.clusterSizes).allSatisfy { nearly($0, 10 * $1 / 3) })
  }

  @Test(
    "give the published total and variance, from sizes and from fractions",
    arguments: [true, false])
  func published(hasSizes: Bool) throws {
    let stages = hasSizes ? Self.stages : Self.fractions
    let design = try SurveyDesign(weights: SurveyDesign.weights(of: stages), stages: stages)
    let total = try design.estimate(.total(of: [NumericColumn(values: Self.y)]))
    #expect(nearly(total.values[0], 15_080))
    #expect((total.covariance[0, 0] - 5_172_234).magnitude < 0.5)
    #expect((total.standardErrors[0] - 2274.3).magnitude < 0.05)
  }

  @Test("refuse a fraction above 1")
  func tooLarge() {
    #expect(throws: DesignError.badPopulationSize(row: 1)) {
      try SurveyDesign.weights(of: [SamplingStage(units: [1, 2], samplingFractions: [0.5, 1.5])])
    }
  }

  @Test("name a row of the later stratum whose population cannot be right")
  func badLaterStage() {
    var stages = Self.stages
    stages[1].populationSizes?[6] = 9
    #expect(throws: DesignError.laterPopulationSizeVaries(row: 1)) {
      try SurveyDesign.weights(of: stages)
    }
    stages[1].populationSizes = Self.clusters.map { $0 == 47 ? 2 : 9 }
    #expect(
      throws: DesignError.laterPopulationSmallerThanSample(row: 2, population: 2, sample: 3)
    ) {
      try SurveyDesign.weights(of: stages)
    }
  }

  @Test("name the stage of a column that is not as long as the others")
  func shortColumn() {
    var stages = Self.stages
    stages[1].units.removeLast()
    #expect(
      throws: DesignError.rowCountMismatch(column: "stages[1].units", expected: 15, actual: 14)
    ) {
      try SurveyDesign.weights(of: stages)
    }
  }

  @Test("without any stage are refused")
  func none() {
    #expect(throws: DesignError.noStages) { try SurveyDesign.weights(of: []) }
  }
}
