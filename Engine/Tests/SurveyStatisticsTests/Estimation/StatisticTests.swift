import SurveyStatistics
import Testing

@Suite("Statistics")
struct StatisticTests {
  @Test("joined are estimated as apart, in the same order")
  func joined() throws {
    let sample = SmallSample()
    let design = try sample.design()
    let (y, x) = (NumericColumn(values: sample.y), NumericColumn(values: sample.x))
    let both = try design.estimate(.joined([.total(of: [x]), .mean(of: [y])]))
    #expect(both.values[0] == (try design.estimate(.total(of: [x])).values[0]))
    #expect(both.standardErrors[1] == (try design.estimate(.mean(of: [y])).standardErrors[0]))
  }

  @Test("of columns that do not fit are refused, not a trap")
  func refusal() throws {
    let design = try SurveyDesign(weights: [1, 2, 3])
    let (two, three) = (NumericColumn(values: [1, 2]), NumericColumn(values: [1, 2, 3]))
    #expect(
      throws: EstimationError.rowCountMismatch(column: "denominator", expected: 3, actual: 2)
    ) {
      try design.estimate(.ratio(of: three, to: two))
    }
    #expect(
      throws: EstimationError.rowCountMismatch(column: "variables[1]", expected: 3, actual: 2)
    ) {
      try design.estimate(.mean(of: [three, two]))
    }
    #expect(
      throws: EstimationError.rowCountMismatch(column: "variables", expected: 3, actual: 0)
    ) {
      try design.estimate(.mean(of: []))
    }
  }
}
