import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("All adjustments as one")
struct LinearAdjustmentTests {
  @Test("leave what they leave one after the other", arguments: Drawn.allCases)
  func residuals(drawn: Drawn) throws {
    let sample = SmallSample(rowCount: 480)
    let design = try drawn.design(sample)
    let linear = LinearAdjustment(design.adjustmentsInOrder, rowCount: 480)
    #expect(linear.columnCount == design.adjustments.reduce(0) { $0 + $1.columnCount })
    // A weighted variable: 0 where nobody counts, as all that is linearised.
    let values = zip(sample.x, design.weights).map { ($0 * $0 - 2) * $1 }
    var sums = [Double](repeating: 0, count: linear.columnCount)
    for row in 0..<480 {
      for (place, f) in linear.measures(row).enumerated() { sums[place] += f * values[row] }
    }
    let b = linear.coefficients * sums
    let expected = design.residual(of: values)
    for row in 0..<480 {
      let left = values[row] - zip(linear.explained(row), b).reduce(0) { $0 + $1.0 * $1.1 }
      #expect((left - expected[row]).magnitude < 1e-11)
    }
  }

  @Test("are nothing when there are none")
  func none() {
    let linear = LinearAdjustment([], rowCount: 3)
    #expect(linear.columnCount == 0 && linear.explained(1).isEmpty)
  }
}
