import NumericKernels
import SurveyStatistics
import Testing

@Suite("Model of small areas")
struct AreaModelTests {
  private func model(_ method: AreaVarianceMethod) throws -> (AreaModel, MilkAreas) {
    let milk = try MilkAreas()
    let model = try AreaModel(
      direct: milk.direct, samplingVariances: milk.samplingVariances, covariates: milk.covariates,
      method: method)
    return (model, milk)
  }

  @Test("gives what R's sae prints for the milk data", arguments: AreaVarianceMethod.allCases)
  func published(method: AreaVarianceMethod) throws {
    let (model, milk) = try model(method)
    let column = method == .reml ? 0 : 2
    for (area, estimate) in model.estimates.enumerated() {
      // R stops its search at a relative 1e-4 of the variance.
      #expect((estimate.value - milk.published[column][area]).magnitude < 2e-6)
      #expect(nearly(estimate.meanSquaredError, milk.published[column + 1][area], 1e-5))
      #expect(estimate.basis == .areaModel(method))
    }
    guard method == .reml else { return }
    let beta = [0.968189, 0.132780, 0.226946, -0.241301]
    let errors = [0.069362, 0.103001, 0.092330, 0.081617]
    for i in 0..<4 {
      #expect((model.coefficients.values[i] - beta[i]).magnitude < 1e-6)
      #expect((model.coefficients.standardErrors[i] - errors[i]).magnitude < 1e-6)
    }
  }

  @Test("has the highest likelihood, found another way", arguments: AreaVarianceMethod.allCases)
  func exact(method: AreaVarianceMethod) throws {
    let (model, milk) = try model(method)
    let column = method == .reml ? 0 : 2
    let fit = try #require(milk.fits[method.rawValue])
    // A likelihood's top is flat: its place is known to half of its digits.
    #expect(nearly(model.varianceBetweenAreas, fit[0], 1e-7))
    let sizes = milk.direct.indices.map { Double($0 + 1) }
    let moved = try model.benchmarked(sizes: sizes)
    for (area, estimate) in model.estimates.enumerated() {
      #expect(nearly(estimate.value, milk.exact[column][area], 1e-7))
      #expect(nearly(estimate.meanSquaredError, milk.exact[column + 1][area], 1e-7))
      #expect(nearly(moved[area].value - estimate.value, fit[1], 1e-6))
      #expect(nearly(moved[area].meanSquaredError - estimate.meanSquaredError, fit[2], 1e-6))
    }
  }

  @Test("agrees with the direct total when benchmarked")
  func benchmarked() throws {
    let (model, milk) = try model(.reml)
    let moved = try model.benchmarked(sizes: milk.direct.map { 2 + $0 })
    let total = zip(milk.direct, milk.direct).reduce(0) { $0 + (2 + $1.0) * $1.1 }
    let reached = zip(milk.direct, moved).reduce(0) { $0 + (2 + $1.0) * $1.1.value }
    #expect(nearly(reached, total))
    #expect(moved.allSatisfy { $0.isBenchmarked })
    #expect(!model.estimates.contains { $0.isBenchmarked })
  }

  @Test("is the direct estimate where that is certain, the regression where it is not")
  func limits() throws {
    var milk = try MilkAreas()
    milk.samplingVariances[0] = 1e-12
    milk.samplingVariances[1] = 1e6
    let model = try AreaModel(
      direct: milk.direct, samplingVariances: milk.samplingVariances, covariates: milk.covariates)
    #expect(nearly(model.estimates[0].value, milk.direct[0], 1e-9))
    #expect(model.estimates[0].directWeight > 1 - 1e-9)
    let synthetic = try model.prediction(covariates: [1, 0, 0, 0])
    #expect(nearly(model.estimates[1].value, synthetic.value, 1e-6))
    #expect(nearly(model.estimates[1].meanSquaredError, synthetic.meanSquaredError, 1e-6))
  }

  @Test("says so when areas differ no more than by chance")
  func zero() throws {
    let direct = (0..<20).map { 0.5 + ($0 % 2 == 0 ? 0.001 : -0.001) }
    let model = try AreaModel(
      direct: direct, samplingVariances: direct.map { _ in 0.01 },
      covariates: [direct.map { _ in 1 }])
    #expect(model.isVarianceZero)
    #expect(model.estimates.allSatisfy { nearly($0.value, 0.5) && $0.directWeight == 0 })
    #expect(model.estimates.allSatisfy { $0.meanSquaredError > 0 })
  }

  @Test("refuses what its assumptions do not cover")
  func refusals() throws {
    let milk = try MilkAreas()
    let ones = milk.covariates[0]
    func fit(
      _ direct: [Double], _ variances: [Double], _ columns: [[Double]], steps: Int = 1000
    ) throws {
      _ = try AreaModel(
        direct: direct, samplingVariances: variances, covariates: columns, maximumSteps: steps)
    }
    #expect(throws: SmallAreaError.tooFewAreas(count: 6, minimum: 10)) {
      try fit(Array(milk.direct[..<6]), Array(milk.samplingVariances[..<6]), [Array(ones[..<6])])
    }
    var variances = milk.samplingVariances
    variances[4] = 0
    #expect(throws: SmallAreaError.badSamplingVariance(area: 4, variance: 0)) {
      try fit(milk.direct, variances, [ones])
    }
    var direct = milk.direct
    direct[7] = .nan
    #expect(throws: SmallAreaError.missingValue(column: "direct", area: 7)) {
      try fit(direct, milk.samplingVariances, [ones])
    }
    #expect(throws: SmallAreaError.dependentCovariate(column: 1)) {
      try fit(milk.direct, milk.samplingVariances, [ones, ones.map { 2 * $0 }])
    }
    #expect(throws: SmallAreaError.notConverged(steps: 2)) {
      try fit(milk.direct, milk.samplingVariances, [ones], steps: 2)
    }
    #expect(
      throws: SmallAreaError.areaCountMismatch(column: "covariates[0]", expected: 43, actual: 2)
    ) { try fit(milk.direct, milk.samplingVariances, [[1, 1]]) }
  }

  @Test("states an error as large as it is, and covers the truth", arguments: [UInt64(4), 5])
  func simulation(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var (squares, stated, directSquares, covered, count) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for _ in 0..<400 {
      let areas = try SimulatedAreas(using: &random)
      let (truth, direct) = (areas.truth, areas.direct)
      for (area, estimate) in areas.model.estimates.enumerated() {
        squares += (estimate.value - truth[area]) * (estimate.value - truth[area])
        directSquares += (direct[area] - truth[area]) * (direct[area] - truth[area])
        stated += estimate.meanSquaredError
        let interval = estimate.interval()
        covered += interval.lower <= truth[area] && truth[area] <= interval.upper ? 1 : 0
        count += 1
      }
    }
    #expect((stated / squares - 1).magnitude < 0.06, "seed \(seed): \(stated / squares)")
    #expect(squares < 0.75 * directSquares)
    #expect((covered / count - 0.95).magnitude < 0.012, "seed \(seed): \(covered / count)")
  }
}
