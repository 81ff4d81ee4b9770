import NumericKernels
import SurveyStatistics
import Testing

@Suite("Tests of several figures at once")
struct WaldTestTests {
  let sample = SmallSample()

  private var means: JointEstimates {
    get throws {
      let domains = sample.domain
      return try sample.design().estimate(
        .joined(
          (1...3).map { domain in
            .mean(
              of: [NumericColumn(values: sample.y)], within: domains.map { Int($0) == domain })
          }))
    }
  }

  @Test("of one figure are the squared t, with the same p")
  func single() throws {
    let difference = try means.difference(0, minus: 1)
    let test = try means.waldTest(contrasts: [[1, -1, 0]])
    #expect(nearly(test.statistic, difference.t * difference.t, 1e-9))
    #expect(nearly(test.p, difference.p, 1e-9))
  }

  @Test("don't depend on how the hypothesis is written")
  func invariance() throws {
    let first = try means.waldTest(contrasts: [[1, -1, 0], [0, 1, -1]])
    let second = try means.waldTest(contrasts: [[1, 0, -1], [2, -1, -1]])
    #expect(nearly(first.statistic, second.statistic, 1e-8))
    #expect(first.numeratorDegreesOfFreedom == 2)
  }

  @Test("of a figure against itself find nothing")
  func itself() throws {
    let means = try means
    let test = means.waldTest(of: [0, 2], against: [means.values[0], means.values[2]])
    #expect(test.statistic == 0)
    #expect(test.p == 1)
  }

  @Test("are undefined when the figures determine each other")
  func singular() throws {
    let design = try sample.design()
    let columns = (1...4).map { category in
      NumericColumn(values: sample.item.map { Int($0) == category ? 1 : 0 })
    }
    let test = try design.estimate(.mean(of: columns + [columns[0]])).waldTest()
    #expect(test.p.isNaN || test.statistic.magnitude > 1e6)
  }

  @Test("combined figures have C·V·Cᵀ")
  func combined() throws {
    let joint = try means.combined([[1, -1, 0], [0.5, 0.5, 0]])
    let single = try means.contrast([0.5, 0.5, 0])
    #expect(nearly(joint.values[1], single.value))
    #expect(nearly(joint.standardErrors[1], single.standardError))
    let expected =
      try 0.5 * (means.covariance[0, 0] - means.covariance[1, 1])
    #expect(nearly(joint.covariance[0, 1], expected, 1e-8))
  }
}
