import SurveyStatistics
import Testing

@Suite("Pooled years")
struct PooledYearsTests {
  private func year(_ value: Double, _ error: Double, base: Int = 100) -> Estimate {
    Estimate(value: value, standardError: error, base: base, degreesOfFreedom: 90)
  }

  @Test("weigh by precision, respondents or alike, and say what they lean on")
  func weights() throws {
    let years = [year(0.30, 0.02, base: 300), year(0.33, 0.04, base: 100)]
    let precise = try PooledYears(years)
    #expect(nearly(precise.weights[0], 0.8) && nearly(precise.weights[1], 0.2))
    #expect(nearly(precise.estimate.value, 0.306))
    // 1 ÷ Σ precision: 1 / (2500 + 625)
    #expect(nearly(precise.estimate.meanSquaredError, 0.00032))
    #expect(precise.estimate.basis == .pooledYears(count: 2))
    // (0.03)² / (0.02² + 0.04²) = 0.45; R: pchisq(0.45, 1, lower.tail = FALSE)
    #expect(nearly(precise.statistic, 0.45))
    #expect(nearly(precise.p, 0.502334954360502))
    let byBase = try PooledYears(years, weights: .base).estimate
    #expect(nearly(byBase.value, 0.3075))
    let equal = try PooledYears(years, weights: .equal).estimate
    #expect(nearly(equal.value, 0.315))
    #expect(nearly(equal.meanSquaredError, (0.0004 + 0.0016) / 4))
  }

  @Test("are as certain as the years' answers together")
  func size() throws {
    let alike = try PooledYears([year(0.4, 0.03), year(0.4, 0.03), year(0.4, 0.03)])
    #expect(nearly(alike.estimate.rootMeanSquaredError, 0.03 / 3.0.squareRoot()))
    #expect(alike.statistic < 1e-20 && alike.p > 1 - 1e-9)
  }

  @Test("are refused when a change would be hidden")
  func refusals() throws {
    let changed = [year(0.30, 0.02), year(0.40, 0.02)]
    #expect {
      try PooledYears(changed)
    } throws: { error in
      guard case SmallAreaError.yearsDiffer(let statistic, let p) = error else { return false }
      return nearly(statistic, 12.5) && p < 0.001
    }
    let forced = try PooledYears(changed, refusingBelow: 0).estimate
    #expect(nearly(forced.value, 0.35))
    #expect(throws: SmallAreaError.tooFewYears(count: 1)) { try PooledYears([changed[0]]) }
    #expect(throws: SmallAreaError.badYear(index: 1)) {
      try PooledYears([changed[0], year(0, 0)])
    }
  }
}
