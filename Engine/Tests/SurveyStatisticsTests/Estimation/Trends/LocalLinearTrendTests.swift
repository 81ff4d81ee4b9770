import Testing

@testable import SurveyStatistics

/// The series of the golden files, by their numbers.
func goldenTrendSeries() throws -> [Int: [TrendObservation]] {
  let rows = try goldenRows("trends/series.csv").map { row in
    (Int(row[0]), TrendObservation(step: Int(row[1]), value: row[2], standardError: row[3]))
  }
  return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
}

@Suite("A local linear trend with known sampling errors")
struct LocalLinearTrendTests {
  private func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
    (a - b).magnitude <= tolerance * max(1e-6, b.magnitude)
  }

  @Test("gives the states of statsmodels' exact diffuse filter, and the level ahead")
  func golden() throws {
    let series = try goldenTrendSeries()
    let rows = try goldenRows("trends/states.csv")
    #expect(rows.count >= 20)
    var bases: [Double: (own: Double, other: Double)] = [:]
    for row in rows {
      let model = LocalLinearTrend(levelVariance: row[1], slopeVariance: row[2])
      let points = try #require(series[Int(row[0])])
      let state = try #require(model.state(after: points))
      let one = state.level(after: 1, by: model)
      let three = state.level(after: 3, by: model)
      let own = [
        state.level, state.slope, state.levelVariance, state.covariance, state.slopeVariance,
      ]
      let ahead = [one.mean, one.variance, three.mean, three.variance]
      // Variances that should be 0 are differences of large numbers.
      let scale = max(row[4].magnitude, row[6].magnitude) * 1e-9
      for (a, b) in zip(own + ahead, Array(row[3..<8]) + Array(row[9...])) {
        #expect(close(a, b, 1e-8) || (a - b).magnitude < scale, "\(row)")
      }
      // The two leave out different constants.
      if let base = bases[row[0]] {
        #expect(close(state.logLikelihood - base.own, row[8] - base.other, 1e-8), "\(row)")
      } else {
        bases[row[0]] = (state.logLikelihood, row[8])
      }
    }
  }

  @Test("without drift is the straight line of weighted least squares")
  func straightLine() throws {
    let points = try #require(goldenTrendSeries()[2])
    let weights = points.map { 1 / ($0.standardError * $0.standardError) }
    let steps = points.map { Double($0.step) }
    func sum(_ f: (Int) -> Double) -> Double { points.indices.reduce(0) { $0 + f($1) } }
    let w = sum { weights[$0] }
    let wx = sum { weights[$0] * steps[$0] }
    let wxx = sum { weights[$0] * steps[$0] * steps[$0] }
    let wy = sum { weights[$0] * points[$0].value }
    let wxy = sum { weights[$0] * steps[$0] * points[$0].value }
    let determinant = w * wxx - wx * wx
    let slope = (w * wxy - wx * wy) / determinant
    let start = (wxx * wy - wx * wxy) / determinant
    let state = try #require(
      LocalLinearTrend(levelVariance: 0, slopeVariance: 0).state(after: points))
    let last = Double(state.step)
    #expect(close(state.slope, slope))
    #expect(close(state.level, start + slope * last))
    #expect(close(state.slopeVariance, w / determinant))
    #expect(
      close(state.levelVariance, (wxx - 2 * last * wx + last * last * w) / determinant))
  }

  @Test("scales with the unit of measurement, and does not care where time begins")
  func invariance() throws {
    let points = try #require(goldenTrendSeries()[4])
    let model = LocalLinearTrend(levelVariance: 0.01, slopeVariance: 0.002)
    let state = try #require(model.state(after: points))
    let scaled = try #require(
      LocalLinearTrend(levelVariance: 100, slopeVariance: 20).state(
        after: points.map {
          TrendObservation(
            step: $0.step + 2025, value: $0.value * 100, standardError: $0.standardError * 100)
        }))
    #expect(close(scaled.level, 100 * state.level))
    #expect(close(scaled.slope, 100 * state.slope))
    #expect(close(scaled.levelVariance, 10_000 * state.levelVariance))
    #expect(scaled.step == state.step + 2025)
  }

  @Test("two exact values are a line through them, three are refused without any variance")
  func exact() throws {
    let points = [(0, 1.0), (2, 5.0), (3, 7.5)].map {
      TrendObservation(step: $0.0, value: $0.1, standardError: 0)
    }
    let drifting = LocalLinearTrend(levelVariance: 1, slopeVariance: 0)
    let state = try #require(drifting.state(after: Array(points.prefix(2))))
    #expect(close(state.level, 5))
    #expect(close(state.slope, 2))
    let still = LocalLinearTrend(levelVariance: 0, slopeVariance: 0)
    #expect(still.state(after: points) == nil)
    #expect(drifting.state(after: Array(points.prefix(1))) == nil)
    #expect(drifting.state(after: points.reversed()) == nil)
    #expect(drifting.state(after: [points[0], points[0]]) == nil)
  }
}
