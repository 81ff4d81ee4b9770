import NumericKernels
import SurveyStatistics
import Testing

@Suite("Joint estimates")
struct JointEstimatesTests {
  private func estimates() throws -> JointEstimates {
    let sample = SmallSample()
    return try sample.design().estimate(
      .mean(of: [NumericColumn(values: sample.y), NumericColumn(values: sample.x)]))
  }

  @Test("a difference is the contrast of 1 and −1")
  func contrast() throws {
    let estimates = try estimates()
    #expect(estimates.difference(0, minus: 1) == estimates.contrast([1, -1]))
  }

  @Test("the log of a figure has the relative error of the figure")
  func delta() throws {
    let estimates = try estimates()
    let y = estimates.values[0]
    let log = estimates.transformed(to: Elementary.log(y), gradient: [1 / y, 0])
    #expect(nearly(log.standardError, estimates.standardErrors[0] / y))
  }

  @Test("an interval is symmetric about the figure")
  func interval() throws {
    let estimates = try estimates()
    let interval = estimates.interval(1)
    #expect(nearly(interval.lower + interval.upper, 2 * estimates.values[1]))
  }
}
