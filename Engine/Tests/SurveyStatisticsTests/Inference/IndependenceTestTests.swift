import NumericKernels
import SurveyStatistics
import Testing

@Suite("Test of independence")
struct IndependenceTestTests {
  @Test(
    "does not see what is not there, and sees what is",
    arguments: IndependenceStatistic.allCases)
  func sensitivity(statistic: IndependenceStatistic) throws {
    let sample = SmallSample(rowCount: 600)
    let design = try sample.design(isClustered: false)
    let other = try CodedColumn(
      codes: sample.x.map { $0 < 1.5 ? 1 : 2 }, categoryCount: 2)
    let same = try CodedColumn(
      codes: sample.item.map { $0 == 0 ? 0 : $0 < 3 ? 1 : 2 }, categoryCount: 2)
    let none = try design.independenceTest(of: sample.coded, and: other, statistic: statistic)
    #expect(none.p > 0.01 && none.p <= 1)
    if statistic != .wald, statistic != .adjustedWald {
      let some = try design.independenceTest(of: sample.coded, and: same, statistic: statistic)
      #expect(some.p < 1e-6)
    }
  }

  @Test("of equal weights without clusters is nearly Pearson's")
  func pearson() throws {
    let sample = SmallSample(rowCount: 600)
    let design = try SurveyDesign(weights: sample.weights.map { _ in 1 })
    let other = try CodedColumn(codes: sample.x.map { $0 < 1.5 ? 1 : 2 }, categoryCount: 2)
    let test = try design.independenceTest(
      of: sample.coded, and: other, statistic: .chiSquared)
    let x = zip(test.observed.values, test.expected.values).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1
    }
    #expect(nearly(test.statistic, x) && test.degreesOfFreedom == [3])
  }
}
