import SurveyStatistics
import Testing

@Suite("Regression")
struct RegressionTests {
  let sample = SmallSample()

  private var ones: NumericColumn { NumericColumn(values: sample.x.map { _ in 1 }) }

  @Test("of a group is the difference of two means")
  func groups() throws {
    let design = try sample.design()
    let y = NumericColumn(values: sample.y)
    let group = NumericColumn(values: sample.domain.map { $0 == 1 ? 1 : 0 })
    let slope = try design.meanDifference(of: y, between: group)
    let means = try design.estimate(
      .joined([
        .mean(of: [y], within: sample.domain.map { $0 == 1 }),
        .mean(of: [y], within: sample.domain.map { $0 != 1 }),
      ]))
    #expect(nearly(slope.value, means.difference(0, minus: 1).value))
    #expect(nearly(slope.standardError, means.difference(0, minus: 1).standardError))
  }

  @Test("leaves out a column that the others make up")
  func dependent() throws {
    let x = NumericColumn(values: sample.x)
    let twice = NumericColumn(values: sample.x.map { 2 * $0 + 1 })
    let regression = try sample.design().regression(
      of: NumericColumn(values: sample.y), on: [ones, x, twice])
    #expect(regression.coefficients.values[2].isNaN)
    #expect(regression.coefficients.values[1].isFinite)
    #expect(regression.residualDegreesOfFreedom == 21 + 1 - 2)
  }

  @Test("is the same wherever the search starts, and says how wide the values spread")
  func start() throws {
    let design = try sample.design()
    let (y, x) = (NumericColumn(values: sample.y), NumericColumn(values: sample.x))
    let plain = try design.regression(of: y, on: [ones, x], family: .meanRatios)
    let moved = try design.regression(
      of: y, on: [ones, x], family: .meanRatios, start: [2, 0.1])
    for place in 0..<2 {
      #expect(nearly(plain.coefficients.values[place], moved.coefficients.values[place], 1e-5))
    }
    #expect(plain.dispersion > 7 && plain.dispersion < 11)
  }
}
