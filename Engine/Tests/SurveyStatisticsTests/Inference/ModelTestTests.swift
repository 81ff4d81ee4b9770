import NumericKernels
import SurveyStatistics
import Testing

/// Figures of R are in `Golden/variant_models.json`.
@Suite("Tests by what a model expects")
struct ModelTestTests {
  let sample = SmallSample()

  private func regression(_ columns: [[Double]], _ family: RegressionFamily) throws -> Regression {
    let ones = sample.x.map { _ in 1.0 }
    let y = sample.y.map { family == .linear ? $0 : $0 > 10 ? 1 : $0.isNaN ? .nan : 0 }
    return try sample.design().regression(
      of: NumericColumn(values: y), on: ([ones] + columns).map(NumericColumn.init),
      family: family)
  }

  @Test(
    "of one coefficient have the p of its t test", arguments: [RegressionFamily.linear, .logistic])
  func single(family: RegressionFamily) throws {
    let regression = try regression([sample.x], family)
    let test = regression.workingTest(of: [1], by: .exact)
    #expect((test.p - regression.coefficient(1).p).magnitude < 1e-5)
    let t = regression.coefficient(1).t
    #expect(nearly(test.statistic / test.designEffects[0], t * t, 1e-9))
  }

  @Test("by likelihood and by quadratic form are the same for a line")
  func linear() throws {
    let group = sample.domain.map { $0 == 1 ? 1.0 : 0 }
    let regression = try regression([sample.x, group], .linear)
    let smaller = try self.regression([sample.x], .linear)
    let ratio = regression.likelihoodRatioTest(of: [2], against: smaller)
    let working = regression.workingTest(of: [2])
    #expect(nearly(ratio.statistic, working.statistic, 1e-8))
    #expect(nearly(ratio.p, working.p, 1e-8))
    #expect(ratio.denominatorDegreesOfFreedom == regression.residualDegreesOfFreedom)
  }

  @Test("without a denominator give more away")
  func known() throws {
    let group = sample.domain.map { $0 == 1 ? 1.0 : 0 }
    let regression = try regression([sample.x, group], .logistic)
    let test = regression.workingTest(of: [1, 2])
    let known = regression.workingTest(of: [1, 2], degreesOfFreedom: .infinity)
    #expect(known.p < test.p && known.statistic == test.statistic)
    #expect(test.numeratorDegreesOfFreedom == 2 && test.designEffects.count == 2)
  }

  @Test("are undefined for a column that the others make up")
  func dependent() throws {
    let regression = try regression([sample.x, sample.x.map { 2 * $0 }], .linear)
    #expect(regression.workingTest(of: [1, 2]).p.isNaN)
  }
}
