import NumericKernels
import SurveyStatistics
import Testing

@Suite("Calibration of weights")
struct CalibrationTests {
  let sample = SmallSample()

  private var auxiliaries: [AuxiliaryTotal] {
    [
      AuxiliaryTotal(margin: "all", values: sample.x.map { _ in 1 }, total: 800),
      AuxiliaryTotal(margin: "x", values: sample.x, total: 1190),
    ]
  }

  @Test(
    "reproduces the totals, without sampling error",
    arguments: [CalibrationMethod.linear, .raking, .logit])
  func reproduces(method: CalibrationMethod) throws {
    let design = try sample.design().calibrated(
      to: auxiliaries, method: method, bounds: method == .logit ? 0.3...3 : nil)
    let totals = try design.estimate(
      .total(of: auxiliaries.map { NumericColumn(values: $0.values) }))
    for (auxiliary, place) in zip(auxiliaries, 0...) {
      #expect(nearly(totals.values[place], auxiliary.total, 1e-9))
      #expect(totals.standardErrors[place] < 1e-8 * auxiliary.total)
    }
  }

  @Test("keeps factors within their bounds")
  func bounds() throws {
    let plain = try sample.design()
    let design = try plain.calibrated(to: auxiliaries, method: .linear, bounds: 0.9...1.4)
    let factors = zip(design.weights, plain.weights).map { $0 / $1 }
    #expect(factors.allSatisfy { $0 > 0.9 - 1e-12 && $0 < 1.4 + 1e-12 })
  }

  @Test("to group sizes is post-stratification, and raking to one margin")
  func groups() throws {
    let groups = try DomainColumn(codes: sample.domain.map { $0 + 1 }, domainCount: 4)
    let margin = AuxiliaryMargin(name: "group", groups: groups, totals: [100, 250, 200, 230])
    let design = try sample.design()
    let first = try design.postStratified(to: margin)
    let second = try design.raked(to: [margin])
    let third = try design.calibrated(
      to: (1...4).map { group in
        AuxiliaryTotal(
          margin: "group \(group)", values: groups.codes.map { Int($0) == group ? 1 : 0 },
          total: margin.totals[group - 1])
      })
    let mean = Statistic.mean(of: [NumericColumn(values: sample.y)])
    let estimates = try [first, third].map { try $0.estimate(mean) }
    for row in sample.weights.indices {
      #expect(nearly(first.weights[row], second.weights[row], 1e-9))
      #expect(nearly(first.weights[row], third.weights[row], 1e-9))
    }
    #expect(nearly(estimates[0].standardErrors[0], estimates[1].standardErrors[0], 1e-9))
  }

  @Test("says which margin cannot be reached")
  func infeasible() throws {
    let design = try sample.design()
    #expect {
      try design.calibrated(to: auxiliaries, method: .linear, bounds: 0.99...1.01)
    } throws: { error in
      guard case CalibrationError.notReached(let margin, _, _) = error else { return false }
      return margin == "all" || margin == "x"
    }
    #expect(throws: CalibrationError.badBounds(lower: -.infinity, upper: .infinity)) {
      try design.calibrated(to: auxiliaries, method: .logit)
    }
  }

  @Test("says which category is empty")
  func empty() throws {
    let groups = try DomainColumn(codes: sample.domain.map { $0 + 1 }, domainCount: 5)
    let margin = AuxiliaryMargin(name: "group", groups: groups, totals: [1, 1, 1, 1, 1])
    #expect(throws: CalibrationError.emptyCategory(margin: "group", category: 5)) {
      try sample.design().postStratified(to: margin)
    }
  }
}
