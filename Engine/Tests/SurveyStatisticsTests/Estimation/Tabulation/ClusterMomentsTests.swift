import Testing

@testable import SurveyStatistics

@Suite("Moments of units")
struct ClusterMomentsTests {
  @Test(
    "give the variance and covariance of the general way, with missing answers", arguments: 0..<3)
  func general(seed: Int) throws {
    let sample = SmallSample(rowCount: 300, seed: UInt64(seed))
    let design = try sample.design()
    let (item, domains) = (try sample.coded, try sample.domains)
    let table = try design.tabulated([item], by: [domains], in: [Breakdown([0])])[0][0]
    let estimates = try design.proportions(of: item, by: domains)
    for domain in 0..<3 {
      for category in 0..<4 {
        #expect(
          nearly(
            table.standardErrors[domain * 4 + category],
            estimates[domain: domain, statistic: category].standardError, 1e-12))
      }
    }
    for (place, pair) in table.pairs.enumerated() {
      let difference = estimates.difference((pair.first, 2), minus: (pair.second, 2))
      #expect(nearly(table.differenceErrors[place * 4 + 2], difference.standardError, 1e-12))
    }
  }

  @Test("are those of elements when every unit is one row")
  func elements() throws {
    let sample = SmallSample()
    let elements = try sample.design(isClustered: false)
    let units = try SurveyDesign(
      weights: sample.weights, strata: sample.strata,
      primaryUnits: (0..<240).map { Int32($0) })
    let tables = try [elements, units].map { design in
      let tally = DesignTally(design, [try sample.coded], by: [try sample.domains])
      let tabulator = Tabulator(
        cells: tally.cells, factors: StratumFactors(design.layout),
        finish: TableFinish(degreesOfFreedom: 237, confidence: 0.95, sizes: [3]),
        breakdowns: [Breakdown([0])], units: { tally.rows(ofStratum: $0) })
      return tabulator.tables()[0][0]
    }
    let plain = try elements.tabulated(
      [sample.coded], by: [sample.domains], in: [Breakdown([0])])[0][0]
    for table in tables {
      for (a, b) in zip(table.differenceErrors, plain.differenceErrors) {
        #expect(nearly(a, b, 1e-12))
      }
    }
  }
}
