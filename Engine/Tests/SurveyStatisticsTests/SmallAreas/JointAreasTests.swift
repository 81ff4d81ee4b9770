import NumericKernels
import SurveyStatistics
import Testing

@Suite("Small areas together")
struct JointAreasTests {
  private func model(_ milk: MilkAreas, _ method: AreaVarianceMethod) throws -> AreaModel {
    try AreaModel(
      direct: milk.direct, samplingVariances: milk.samplingVariances, covariates: milk.covariates,
      method: method)
  }

  @Test("have errors in common as whole matrices say", arguments: AreaVarianceMethod.allCases)
  func peer(method: AreaVarianceMethod) throws {
    let milk = try MilkAreas()
    let sizes = milk.direct.indices.map { Double($0 + 1) }
    let joint = try model(milk, method).joint(
      benchmarkedTo: sizes, predicting: [[1, 0.5, 0, 0]])
    let rows = try goldenRows("small-areas/joint.csv")
    let places = [0, 1, 2, 3, 4, 5, milk.direct.count]
    let known = method == .reml ? rows.prefix(7) : rows.suffix(7)
    for (i, row) in zip(places, known) {
      for (j, error) in zip(places, row) where i != j {
        #expect(nearly(joint.covariance[i, j], error, 1e-6), "\(i) and \(j)")
      }
    }
    #expect(nearly(joint.covariance[places[6], places[6]], known[known.endIndex - 1][6], 1e-6))
  }

  @Test("are the figures of each, with their mean squared errors")
  func diagonal() throws {
    let milk = try MilkAreas()
    let model = try model(milk, .reml)
    let sizes = milk.direct.map { 1 + $0 }
    let moved = try model.benchmarked(sizes: sizes)
    let joint = try model.joint(benchmarkedTo: sizes)
    #expect(joint.values == moved.map(\.value))
    #expect(joint.covariance.diagonal == moved.map(\.meanSquaredError))
    // The move is the same for all, so that a difference does not know of it.
    let (one, other) = (joint.difference(2, minus: 7), try model.joint().difference(2, minus: 7))
    #expect(nearly(one.value, other.value, 1e-9))
    #expect(nearly(one.standardError, other.standardError, 1e-9))
    #expect(throws: SmallAreaError.badSize(area: 1)) {
      try model.joint(benchmarkedTo: [1, 0] + sizes.dropFirst(2))
    }
    #expect(
      throws: SmallAreaError.areaCountMismatch(column: "covariates", expected: 4, actual: 1)
    ) { try model.joint(predicting: [[1]]) }
  }

  @Test("state an error of differences as large as it is", arguments: [UInt64(6), 7])
  func simulation(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var (squares, stated, covered, count) = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<400 {
      let areas = try SimulatedAreas(using: &random)
      let joint = try areas.model.joint()
      for (a, b) in [(0, 1), (0, 29), (4, 17), (9, 25), (28, 29)] {
        let difference = joint.difference(a, minus: b)
        let error = difference.value - (areas.truth[a] - areas.truth[b])
        squares += error * error
        stated += difference.standardError * difference.standardError
        covered += error.magnitude <= 1.96 * difference.standardError ? 1 : 0
        count += 1
      }
    }
    #expect((stated / squares - 1).magnitude < 0.1, "seed \(seed): \(stated / squares)")
    // 4,000 sets in numpy cover 93.6 %: with 30 areas A is uncertain, and t knows no df for it.
    #expect((covered / count - 0.936).magnitude < 0.015, "seed \(seed): \(covered / count)")
  }
}
