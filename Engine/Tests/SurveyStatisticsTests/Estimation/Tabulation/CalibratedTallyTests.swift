import Testing

@testable import SurveyStatistics

@Suite("Calibrated tally")
struct CalibratedTallyTests {
  private let sample = SmallSample(rowCount: 600)

  /// 1 and 2, without missing ones.
  private var half: [UInt8] { sample.x.map { $0 < 1.4 ? 1 : 2 } }
  private var third: [UInt8] { sample.units.map { UInt8($0 % 3 + 1) } }

  private func tally() throws -> SurveyTally {
    var tally = try SurveyTally(
      shape: TabulationShape(dimensionSizes: [3, 2, 3], itemSizes: [4]))
    var block = AnswerBlock()
    block.weights = sample.weights
    block.strata = sample.strata
    block.populationSizes = sample.strata.map { 300 + 50 * Double($0) }
    for row in 0..<600 {
      block.codes += [UInt8(sample.domain[row]), half[row], third[row], sample.item[row]]
    }
    try tally.add(block)
    return tally
  }

  private var margins: [TallyMargin] {
    [
      TallyMargin(name: "half", breakdown: Breakdown([1]), totals: [800, 1000]),
      TallyMargin(name: "third", breakdown: Breakdown([2]), totals: [700, 600, 500]),
    ]
  }

  private func design(_ method: CalibrationMethod) throws -> SurveyDesign {
    func auxiliaries(_ codes: [UInt8], _ totals: [Double]) -> [AuxiliaryTotal] {
      totals.enumerated().map { place, total in
        AuxiliaryTotal(
          margin: "\(place)", values: codes.map { Int($0) == place + 1 ? 1 : 0 }, total: total)
      }
    }
    return try SurveyDesign(
      weights: sample.weights, strata: sample.strata,
      populationSizes: sample.strata.map { 300 + 50 * Double($0) }
    ).calibrated(
      to: auxiliaries(half, [800, 1000]) + auxiliaries(third, [700, 600, 500]), method: method)
  }

  @Test(
    "gives the figures of the calibrated design", arguments: [CalibrationMethod.linear, .raking])
  func figures(method: CalibrationMethod) throws {
    let design = try design(method)
    let table = try tally().calibrated(to: margins, method: method)
      .tables(in: [Breakdown([0])])[0][0]
    let estimates = try design.proportions(of: sample.coded, by: sample.domains)
    for domain in 0..<3 {
      for category in 0..<4 {
        let estimate = estimates[domain: domain, statistic: category]
        let place = domain * 4 + category
        #expect(nearly(table.proportions[place], estimate.value, 1e-9))
        #expect(nearly(table.standardErrors[place], estimate.standardError, 1e-9))
      }
    }
    for (place, pair) in table.pairs.enumerated() {
      let difference = estimates.difference((pair.first, 1), minus: (pair.second, 1))
      #expect(nearly(table.differenceErrors[place * 4 + 1], difference.standardError, 1e-9))
      #expect(nearly(table.p[place * 4 + 1], difference.p, 1e-7))
    }
  }

  @Test("has no sampling error for what is known")
  func known() throws {
    var tally = try SurveyTally(shape: TabulationShape(dimensionSizes: [2], itemSizes: [2]))
    var block = AnswerBlock()
    block.weights = sample.weights
    block.strata = sample.strata
    // The item is the dimension itself.
    for code in half { block.codes += [code, code] }
    try tally.add(block)
    let calibrated = try tally.calibrated(
      to: [TallyMargin(name: "half", breakdown: Breakdown([0]), totals: [800, 1000])])
    let table = try calibrated.tables(in: [Breakdown([])])[0][0]
    #expect(nearly(table.proportions[0], 800.0 / 1800, 1e-12))
    #expect(table.standardErrors[0] < 1e-8)
  }

  @Test("sums the weights of domains")
  func sizes() throws {
    let sizes = try tally().weightedSizes(of: Breakdown([1]))
    let expected = zip(half, sample.weights).reduce(0) { $0 + ($1.0 == 2 ? $1.1 : 0) }
    #expect(nearly(sizes[1], expected, 1e-12))
  }

  @Test("refuses margins that do not fit, and primary units")
  func refusals() throws {
    let tally = try tally()
    #expect(throws: CalibratedTallyError.rowsOutside(margin: "domain")) {
      try tally.calibrated(
        to: [TallyMargin(name: "domain", breakdown: Breakdown([0]), totals: [1, 2, 3])])
    }
    #expect(
      throws: CalibratedTallyError.calibration(
        .rowCountMismatch(margin: "half", expected: 2, actual: 1))
    ) {
      try tally.calibrated(
        to: [TallyMargin(name: "half", breakdown: Breakdown([1]), totals: [1])])
    }
    let clustered = try SurveyTally(shape: tally.shape, isClustered: true)
    #expect(throws: CalibratedTallyError.tally(.isClustered)) {
      try clustered.calibrated(to: margins)
    }
    #expect(throws: TallyError.noSuchDimension(index: 3, dimensionCount: 3)) {
      try tally.calibrated(to: margins).tables(in: [Breakdown([3])])
    }
  }
}
