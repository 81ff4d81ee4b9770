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

  @Test("of several kinds have each its own design effect, or none")
  func designEffects() throws {
    let sample = SmallSample()
    let (x, y) = (NumericColumn(values: sample.x), NumericColumn(values: sample.y))
    let mean = try sample.design().estimate(.mean(of: [x]))
    let both = Statistic.joined([.variance(of: y), .mean(of: [x])])
    let joint = try sample.design().estimate(both)
    #expect(joint.designEffects[0].isNaN)
    #expect(nearly(joint.designEffects[1], mean.designEffects[0]))
    let replicated = try sample.design().jackknifed().estimate(both)
    #expect(replicated.designEffects.count == 2 && replicated.designEffects.allSatisfy(\.isNaN))
  }

  @Test("lonely strata that a domain doesn't touch count in the design's scope only")
  func scope() throws {
    let design = try SurveyDesign(
      weights: [1, 1, 1, 1, 1], strata: [1, 1, 2, 2, 3], lonelyUnits: .average)
    let inFirst = [true, true, false, false, true]
    let totals = Statistic.joined([
      .total(of: [NumericColumn(values: [1, 4, 2, 8, 5])], within: inFirst),
      .total(of: [NumericColumn(values: [1, 4, 2, 8, 5])], within: inFirst.map { !$0 }),
    ])
    let own = try design.estimate(totals)
    let whole = try design.estimate(totals, scope: .design)
    // Of 2 touched strata 1 is lonely; of all 3, 1.
    #expect(nearly(own.covariance[0, 0], 9 * 2))
    #expect(nearly(whole.covariance[0, 0], 9 * 1.5))
  }

  @Test("of a part of the sample count the lonely strata of that part")
  func part() throws {
    let design = try SurveyDesign(
      weights: [1, 1, 1, 1, 1, 1], strata: [1, 1, 2, 2, 3, 4], lonelyUnits: .average)
    let rows = [true, true, true, true, true, false]
    let total = Statistic.total(of: [NumericColumn(values: [1, 4, 2, 8, 5, 0])], within: rows)
    // 9 and 36 in two strata; of 3 touched strata 1 is lonely, of all 4, 2.
    let part = try design.estimate(total, scope: .part(rows)).covariance[0, 0]
    let whole = try design.estimate(total, scope: .design).covariance[0, 0]
    #expect(nearly(part, 45 * 1.5) && nearly(whole, 45 * 2))
  }
}
