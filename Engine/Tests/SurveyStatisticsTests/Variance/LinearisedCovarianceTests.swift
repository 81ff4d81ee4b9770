import Testing

@testable import SurveyStatistics

@Suite("Linearised covariance")
struct LinearisedCovarianceTests {
  private func variance(
    _ rule: LonelyUnitRule, _ values: [Double], strata: [Int32], inDomains: Bool = false
  ) throws -> Double {
    let layout = try StageLayout(
      rowCount: values.count, strata: strata, units: nil, populationSizes: nil)
    var totals = UnitTotals(width: 1)
    for (row, value) in values.enumerated() where !value.isNaN {
      totals.add(value, at: totals.open(unit: layout.unitOfRow[row]))
    }
    totals.close(layout: layout)
    let covariance = LinearisedCovariance(
      layout: layout, lonelyUnits: rule, includesLonelyInDomains: inDomains)
    return covariance(totals, 0, totals, 0)
  }

  @Test("is n/(n − 1) times the squares about the mean, units without answers as 0")
  func closedForm() throws {
    #expect(nearly(try variance(.fail, [1, 2, 6], strata: [0, 0, 0]), 1.5 * 14))
    #expect(nearly(try variance(.fail, [3, .nan, .nan], strata: [0, 0, 0]), 1.5 * 6))
  }

  @Test("treats a lonely unit by its rule")
  func lonely() throws {
    let (values, strata): ([Double], [Int32]) = ([1, 3, 5], [0, 0, 1])
    #expect(nearly(try variance(.remove, values, strata: strata), 4))
    #expect(nearly(try variance(.certainty, values, strata: strata), 4))
    #expect(nearly(try variance(.average, values, strata: strata), 8))
    // The mean of all units is 3.
    #expect(nearly(try variance(.adjust, values, strata: strata), 4 + 4))
  }

  @Test("treats a unit alone in a domain so only when asked to")
  func lonelyInDomain() throws {
    let (values, strata): ([Double], [Int32]) = ([1, 3, 5, .nan], [0, 0, 1, 1])
    #expect(nearly(try variance(.average, values, strata: strata), 4 + 25))
    #expect(nearly(try variance(.average, values, strata: strata, inDomains: true), 8))
  }
}
