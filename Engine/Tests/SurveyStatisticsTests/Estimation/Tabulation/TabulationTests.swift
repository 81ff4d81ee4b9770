import Testing

@testable import SurveyStatistics

@Suite("All items by all breakdowns")
struct TabulationTests {
  private let sample = SmallSample(rowCount: 480)
  private let breakdowns = Breakdown.upToTwo(of: 2)

  private func dimensions() throws -> [DomainColumn] {
    let half = sample.x.map { UInt16($0 < 1.5 ? 1 : 2) }
    return [try sample.domains, try DomainColumn(codes: half, domainCount: 2)]
  }

  private func tables(of design: SurveyDesign) throws -> [[TabulatedItem]] {
    try design.tabulated([sample.coded], by: dimensions(), in: breakdowns)
  }

  @Test("gives the figures of one item by one breakdown", arguments: [false, true])
  func oneByOne(isClustered: Bool) throws {
    let design = try sample.design(isClustered: isClustered)
    let tables = try tables(of: design)
    let domains = try dimensions()
    let columns = [
      DomainColumn.everyone(rowCount: 480), domains[0], domains[1],
      try domains[0].crossed(with: domains[1]),
    ]
    for (column, table) in zip(columns, tables) {
      let estimates = try design.proportions(of: sample.coded, by: column)
      for domain in 0..<column.domainCount {
        for category in 0..<4 {
          let estimate = estimates[domain: domain, statistic: category]
          let place = domain * 4 + category
          #expect(nearly(table[0].proportions[place], estimate.value, 1e-12))
          #expect(nearly(table[0].standardErrors[place], estimate.standardError, 1e-12))
          #expect(nearly(table[0].logit[place].upper, estimate.interval(.logit).upper, 1e-10))
          #expect(nearly(table[0].linear[place].lower, estimate.interval(.linear).lower, 1e-10))
          #expect(table[0].counts[place] == estimate.count)
          #expect(table[0].bases[domain] == estimate.base)
        }
      }
      for (index, pair) in table[0].pairs.enumerated() {
        let difference = estimates.difference((pair.first, 1), minus: (pair.second, 1))
        #expect(nearly(table[0].differences[index * 4 + 1], difference.value, 1e-9))
        #expect(nearly(table[0].differenceErrors[index * 4 + 1], difference.standardError, 1e-12))
        #expect(nearly(table[0].p[index * 4 + 1], difference.p, 1e-7))
      }
    }
  }

  @Test("adjusts the p of each family and category by Holm")
  func families() throws {
    let table = try tables(of: sample.design(isClustered: false))[1][0]
    let p = (0..<3).map { table.p[$0 * 4 + 2] }
    #expect(holmAdjusted(p) == (0..<3).map { table.adjustedP[$0 * 4 + 2] })
  }

  @Test("refuses a dimension that is not there")
  func refusal() throws {
    let design = try sample.design()
    #expect(throws: EstimationError.noSuchDimension(index: 2, dimensionCount: 2)) {
      try design.tabulated([sample.coded], by: dimensions(), in: [Breakdown([2])])
    }
  }

  @Test(
    "gives the figures of a calibrated design one by one, with classes and without",
    arguments: [CalibrationMethod.linear, .raking], [false, true])
  func calibrated(method: CalibrationMethod, hasClasses: Bool) throws {
    let x = sample.x.map { hasClasses ? ($0 < 1.3 ? 1.0 : 2.5) : $0 }
    let size = sample.weights.reduce(0, +)
    let design = try sample.design(isClustered: false).calibrated(
      to: [
        AuxiliaryTotal(margin: "all", values: x.map { _ in 1 }, total: 1.1 * size),
        AuxiliaryTotal(
          margin: "x", values: x,
          total: 1.12 * zip(x, sample.weights).reduce(0) { $0 + $1.0 * $1.1 }),
      ], method: method)
    let domains = try sample.domains
    let table = try tables(of: design)[1][0]
    let estimates = try design.proportions(of: sample.coded, by: domains)
    for place in 0..<12 {
      let estimate = estimates[domain: place / 4, statistic: place % 4]
      #expect(table.counts[place] == estimate.count && table.bases[place / 4] == estimate.base)
      #expect(nearly(table.proportions[place], estimate.value, 1e-12))
      #expect(nearly(table.standardErrors[place], estimate.standardError, 1e-12))
    }
    for (place, pair) in table.pairs.enumerated() {
      let difference = estimates.difference((pair.first, 0), minus: (pair.second, 0))
      #expect(nearly(table.differenceErrors[place * 4], difference.standardError, 1e-12))
    }
  }

  @Test("gives the figures of several stages and of calibrated units", arguments: Drawn.allCases)
  func designs(drawn: Drawn) throws {
    let design = try drawn.design(sample)
    // The fast way is taken.
    let finish = TableFinish(degreesOfFreedom: 9, confidence: 0.95, sizes: [3, 2])
    #expect(
      try design.stageTables([sample.coded], dimensions(), breakdowns, finish)?.count == 4)
    let table = try tables(of: design)[1][0]
    let estimates = try design.proportions(of: sample.coded, by: sample.domains)
    for place in 0..<12 {
      let estimate = estimates[domain: place / 4, statistic: place % 4]
      #expect(table.counts[place] == estimate.count && table.bases[place / 4] == estimate.base)
      #expect(nearly(table.proportions[place], estimate.value, 1e-12))
      #expect(nearly(table.standardErrors[place], estimate.standardError, 1e-11))
    }
    for (place, pair) in table.pairs.enumerated() {
      for category in 0..<4 {
        let difference = estimates.difference(
          (pair.first, category), minus: (pair.second, category))
        #expect(
          nearly(table.differenceErrors[place * 4 + category], difference.standardError, 1e-11))
      }
    }
  }
}

/// The ways in which a sample may have been drawn and weighted.
enum Drawn: CaseIterable {
  case postStratified, raked, postStratifiedUnits, rakedUnits, calibratedUnits
  case twoStages, threeStages, rakedStages, emptyWeights
  case numericUnits, wholeUnits, numericStages, calibratedTwice, answered, answeredAndRaked
  case negativeWeights, lonelyUnits, lonelyRows, lonelyStages

  func design(_ sample: SmallSample) throws -> SurveyDesign {
    let rows = sample.weights.indices
    let halves = rows.map { UInt16(sample.x[$0] < 1.5 ? 1 : 2) }
    let thirds = rows.map { UInt16($0 / 7 % 3 + 1) }
    switch self {
    case .postStratified:
      return try sample.design(isClustered: false).postStratified(to: margin(thirds))
    case .raked:
      return try sample.design(isClustered: false).raked(to: [margin(halves), margin(thirds)])
    case .postStratifiedUnits: return try sample.design().postStratified(to: margin(thirds))
    case .rakedUnits: return try sample.design().raked(to: [margin(halves), margin(thirds)])
    case .calibratedUnits:
      return try sample.design().calibrated(
        to: [
          AuxiliaryTotal(margin: "all", values: rows.map { _ in 1 }, total: 1500),
          AuxiliaryTotal(margin: "half", values: halves.map { Double($0) }, total: 2300),
        ], method: .raking)
    case .twoStages: return try staged(sample, subunits: nil)
    case .threeStages: return try staged(sample, subunits: rows.map { Int32($0 / 24 % 4) })
    case .rakedStages:
      return try staged(sample, subunits: nil).raked(to: [margin(halves), margin(thirds)])
    case .numericUnits: return try sample.design().calibrated(to: number(sample), method: .raking)
    case .wholeUnits:
      return try sample.design().calibrated(to: number(sample), byPrimaryUnit: true)
    case .negativeWeights:
      let design = try sample.design(isClustered: false).calibrated(to: number(sample, by: 1.2))
      #expect(design.weights.contains { $0 < 0 })
      return design
    case .numericStages: return try staged(sample, subunits: nil).calibrated(to: number(sample))
    case .calibratedTwice:
      return try sample.design(isClustered: false).raked(to: [margin(halves), margin(thirds)])
        .calibrated(to: number(sample))
    case .lonelyUnits: return try lonely(sample, units: sample.units)
    case .lonelyRows: return try lonely(sample, units: nil)
    case .lonelyStages:
      return try SurveyDesign(
        weights: sample.weights, stages: lonelyStages(sample), lonelyUnits: .adjust)
    case .answered: return try answered(sample)
    case .answeredAndRaked:
      return try answered(sample).raked(to: [margin(halves), margin(thirds)])
    case .emptyWeights:
      var sample = sample
      for row in stride(from: 0, to: rows.count, by: 5) { sample.weights[row] = 0 }
      return try sample.design(isClustered: false).raked(to: [margin(halves), margin(thirds)])
    }
  }

  /// Everyone's number and the total of x, which has as many values as there are rows.
  private func number(_ sample: SmallSample, by factor: Double = 1.02) -> [AuxiliaryTotal] {
    let total = zip(sample.x, sample.weights).reduce(0) { $0 + $1.0 * $1.1 }
    return [
      AuxiliaryTotal(margin: "all", values: sample.x.map { _ in 1 }, total: 1500),
      AuxiliaryTotal(
        margin: "x", values: sample.x, total: factor * 1500 * total / sample.weights.reduce(0, +)),
    ]
  }

  /// Some units in strata of their own, one of which is its whole population.
  private func lonelyStrata(_ sample: SmallSample, units: [Int32]) -> [Int32] {
    zip(sample.strata, units).map { $1 < 3 ? 10 + 10 * $1 + $0 : $0 }
  }

  private func lonely(_ sample: SmallSample, units: [Int32]?) throws -> SurveyDesign {
    let rows = sample.weights.indices
    let strata = lonelyStrata(sample, units: units ?? rows.map { Int32($0) })
    return try SurveyDesign(
      weights: sample.weights, strata: strata, primaryUnits: units,
      populationSizes: strata.map { $0 == 10 ? 1 : 400 }, lonelyUnits: .adjust)
  }

  private func lonelyStages(_ sample: SmallSample) -> [SamplingStage] {
    let strata = lonelyStrata(sample, units: sample.units)
    return [
      SamplingStage(
        units: sample.units, strata: strata, populationSizes: strata.map { _ in 90 }),
      SamplingStage(
        units: strata.indices.map { Int32($0) }, populationSizes: strata.map { _ in 60 }),
    ]
  }

  /// Four of five have answered, in two classes.
  private func answered(_ sample: SmallSample) throws -> SurveyDesign {
    let classes = sample.x.map { UInt16($0 < 1.5 ? 1 : 2) }
    return try sample.design().adjustedForNonresponse(
      sample.x.indices.map { $0 % 5 > 0 },
      by: FrameVariable(
        name: "half", categories: DomainColumn(codes: classes, domainCount: 2)))
  }

  private func margin(_ codes: [UInt16]) throws -> AuxiliaryMargin {
    let count = Int(codes.max() ?? 0)
    return AuxiliaryMargin(
      name: "\(count)", groups: try DomainColumn(codes: codes, domainCount: count),
      totals: (0..<count).map {
        1200 / Double(count) * (0.9 + 0.2 * Double($0) / Double(count - 1))
      })
  }

  /// Units without replacement in strata, and within them rows, or units of rows and then rows.
  private func staged(_ sample: SmallSample, subunits: [Int32]?) throws -> SurveyDesign {
    let rows = sample.weights.indices
    var stages = [
      SamplingStage(units: sample.units, strata: sample.strata, populationSizes: sample.sizes)
    ]
    if let subunits {
      stages.append(SamplingStage(units: subunits, populationSizes: rows.map { _ in 9 }))
    }
    stages.append(
      SamplingStage(units: rows.map { Int32($0) }, populationSizes: rows.map { _ in 60 }))
    return try SurveyDesign(weights: sample.weights, stages: stages)
  }
}
