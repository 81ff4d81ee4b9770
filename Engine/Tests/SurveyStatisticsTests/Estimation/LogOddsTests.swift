import NumericKernels
import SurveyStatistics
import Testing

@Suite("Log-odds")
struct LogOddsTests {
  @Test("are the intercept of a logistic regression on nothing else")
  func intercept() throws {
    let sample = SmallSample()
    let yes = NumericColumn(values: sample.item.map { $0 > 2 ? 1 : 0 })
    let ones = NumericColumn(values: sample.item.map { _ in 1 })
    let design = try sample.design()
    let odds = try design.estimate(.logOdds(of: yes))
    let regression = try design.regression(of: yes, on: [ones], family: .logistic)
    #expect(nearly(odds.values[0], regression.coefficients.values[0], 1e-7))
    #expect(nearly(odds.standardErrors[0], regression.coefficients.standardErrors[0], 1e-7))
  }
}
