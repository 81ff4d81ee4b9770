import Testing

@testable import SurveyStatistics

@Suite("Fitting a local linear trend")
struct TrendFitTests {
  @Test("finds the greatest likelihood that scipy finds from many starts")
  func golden() throws {
    let series = try goldenTrendSeries()
    let rows = try goldenRows("trends/fits.csv")
    #expect(rows.count == series.count)
    for row in rows {
      let points = try #require(series[Int(row[0])])
      let own = try #require(LocalLinearTrend.fitted(to: points))
      let other = LocalLinearTrend(levelVariance: row[1], slopeVariance: row[2])
      let best = try #require(own.state(after: points)).logLikelihood
      let found = try #require(other.state(after: points)).logLikelihood
      #expect(best >= found - 1e-9, "\(row)")
      let size = max(row[1], row[2])
      guard size > 1e-12 else {
        #expect(own == LocalLinearTrend(levelVariance: 0, slopeVariance: 0), "\(row)")
        continue
      }
      #expect((own.levelVariance - row[1]).magnitude < 1e-3 * size, "\(row)")
      #expect((own.slopeVariance - row[2]).magnitude < 1e-3 * size, "\(row)")
    }
  }

  @Test("of values on a line with sampling errors is the line")
  func line() throws {
    let points = (0..<6).map {
      TrendObservation(step: $0, value: 0.3 - 0.01 * Double($0), standardError: 0.01)
    }
    let model = try #require(LocalLinearTrend.fitted(to: points))
    #expect(model == LocalLinearTrend(levelVariance: 0, slopeVariance: 0))
    let state = try #require(model.state(after: points))
    #expect((state.level(after: 4, by: model).mean - 0.21).magnitude < 1e-12)
  }

  @Test("scales with the square of the unit", arguments: [0.01, 1000])
  func scaling(factor: Double) throws {
    let points = try #require(goldenTrendSeries()[4])
    let model = try #require(LocalLinearTrend.fitted(to: points))
    let scaled = try #require(
      LocalLinearTrend.fitted(
        to: points.map {
          TrendObservation(
            step: $0.step, value: $0.value * factor, standardError: $0.standardError * factor)
        }))
    let expected = model.slopeVariance * factor * factor
    #expect((scaled.slopeVariance - expected).magnitude < 1e-4 * expected)
  }

  @Test("of values on a line without sampling errors has as good as no drift")
  func exactLine() throws {
    let line = (0..<5).map { TrendObservation(step: $0, value: Double($0), standardError: 0) }
    let model = try #require(LocalLinearTrend.fitted(to: line))
    #expect(model.levelVariance + model.slopeVariance < 1e-12)
  }

  @Test("refuses what has too few values or nothing that varies")
  func refused() {
    let constant = (0..<5).map { TrendObservation(step: $0, value: 2, standardError: 0) }
    #expect(LocalLinearTrend.fitted(to: constant) == nil)
    #expect(LocalLinearTrend.fitted(to: Array(constant.prefix(2))) == nil)
  }
}
