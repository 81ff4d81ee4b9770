import Testing

@testable import SafetyModel

@Suite("A value of an indicator")
struct IndicatorPointTests {
  private func observation(
    _ value: ObservedValue, error: Double? = nil, base: Int? = nil
  ) -> Observation {
    Observation(
      series: "a", period: .year(2024), place: .sweden, value: value, standardError: error,
      base: base, provenance: Provenance(source: "s", retrievedAt: "2025-11-22T20:45:00Z"))
  }

  @Test("has an interval of 1.96 standard errors when there is one")
  func sampled() throws {
    let point = try #require(IndicatorPoint(observation(.number(10), error: 2), counted: false))
    guard case .sampled(let error, let lower, let upper) = point.uncertainty else {
      Issue.record("\(point.uncertainty)")
      return
    }
    #expect(error == 2)
    #expect(abs(lower - 6.080_072_0) < 1e-6)
    #expect(abs(upper - 13.919_927_9) < 1e-6)
    #expect(abs((upper + lower) / 2 - 10) < 1e-12)
  }

  @Test("is exact when counted, whatever was told of its error, and untold without")
  func others() throws {
    let counted = try #require(IndicatorPoint(observation(.number(2), error: 1), counted: true))
    #expect(counted.uncertainty == .exact)
    #expect(counted.uncertainty.standardError == 0)
    let untold = try #require(IndicatorPoint(observation(.number(2)), counted: false))
    #expect(untold.uncertainty == .untold)
    #expect(untold.uncertainty.standardError == nil)
    #expect(IndicatorPoint(StatedValue(year: 2024, value: 2), counted: true).origin == .stated)
  }

  @Test("is none when it is missing", arguments: MissingReason.allCases)
  func missing(reason: MissingReason) {
    #expect(IndicatorPoint(observation(.missing(reason)), counted: false) == nil)
  }

  @Test("has the grain of one person among those asked")
  func grain() throws {
    func grain(_ base: Int?, proportion: Bool) -> Double? {
      IndicatorPoint(observation(.number(0.5), base: base), counted: false, proportion: proportion)?
        .grain
    }
    #expect(grain(400, proportion: true) == 0.0025)
    #expect(grain(400, proportion: false) == 0)
    #expect(grain(0, proportion: true) == 0)
    #expect(grain(nil, proportion: true) == 0)
  }

  @Test("tells what it was before its publisher changed it")
  func revision() throws {
    var changed = observation(.number(5))
    changed.provenance.revision = Revision(
      number: 1, earlier: .number(4), earlierRetrievedAt: "2025-01-01T00:00:00Z")
    #expect(IndicatorPoint(changed, counted: true)?.revision?.earlier == .number(4))
    #expect(IndicatorPoint(observation(.number(5)), counted: true)?.revision == nil)
  }
}
