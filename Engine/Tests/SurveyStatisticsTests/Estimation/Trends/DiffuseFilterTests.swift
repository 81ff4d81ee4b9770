import Testing

@testable import SurveyStatistics

@Suite("The Kalman filter with an unknown start")
struct DiffuseFilterTests {
  @Test("knows nothing before two values, and leaves time alone without them")
  func start() throws {
    let model = LocalLinearTrend(levelVariance: 1, slopeVariance: 1)
    var filter = DiffuseFilter()
    #expect(filter.state(at: 0) == nil)
    let first = filter.take(TrendObservation(step: 0, value: 3, standardError: 1))
    #expect(first)
    #expect(filter.state(at: 0) == nil)
    filter.predict(model)
    let second = filter.take(TrendObservation(step: 1, value: 4, standardError: 1))
    #expect(second)
    let state = try #require(filter.state(at: 1))
    #expect((state.slope - 1).magnitude < 1e-12)
    #expect((state.level - 4).magnitude < 1e-12)
  }

  @Test("agrees with whole matrices: the best linear prediction of the last level")
  func matrices() throws {
    // Three values: y = μ₀ + β₀·t + drift + error, with q = 0.5, r = 0.25 and SE = 1, 2, 1.
    let model = LocalLinearTrend(levelVariance: 0.5, slopeVariance: 0.25)
    let points = [(0, 1.0, 1.0), (1, 3.0, 2.0), (2, 2.0, 1.0)].map {
      TrendObservation(step: $0.0, value: $0.1, standardError: $0.2)
    }
    // V = drift of the level by η₀, η₁ and of the slope by ζ₀, plus SE² on the diagonal.
    let v: [[Double]] = [[1, 0, 0], [0, 0.5 + 4, 0.5], [0, 0.5, 0.5 + 0.5 + 0.25 + 1]]
    // V is block diagonal, so its inverse is written out.
    let d = v[1][1] * v[2][2] - v[1][2] * v[2][1]
    let w: [[Double]] = [
      [1, 0, 0], [0, v[2][2] / d, -v[1][2] / d], [0, -v[1][2] / d, v[1][1] / d],
    ]
    let x: [[Double]] = [[1, 1, 1], [0, 1, 2]]
    let y = points.map(\.value)
    func product(_ a: [Double], _ b: [Double]) -> Double {
      (0..<3).reduce(0) { sum, i in sum + (0..<3).reduce(0) { $0 + a[i] * w[i][$1] * b[$1] } }
    }
    let (p, q, r) = (product(x[0], x[0]), product(x[0], x[1]), product(x[1], x[1]))
    let (s, t) = (product(x[0], y), product(x[1], y))
    let start = (level: (r * s - q * t) / (p * r - q * q), slope: (p * t - q * s) / (p * r - q * q))
    let residual = (0..<3).map { y[$0] - start.level - start.slope * Double($0) }
    // Covariance of the last level's drift with each value: all but the value's own error.
    let drift: [Double] = [0, 0.5, 1.25]
    let level = start.level + 2 * start.slope + product(drift, residual)
    let state = try #require(model.state(after: points))
    #expect((state.level - level).magnitude < 1e-12)
  }

  @Test("refuses a value that cannot be weighed or is no number")
  func refused() {
    var filter = DiffuseFilter()
    let exact = filter.take(TrendObservation(step: 0, value: 1, standardError: 0))
    #expect(!exact)
    let nan = filter.take(TrendObservation(step: 0, value: .nan, standardError: 1))
    #expect(!nan)
  }
}
