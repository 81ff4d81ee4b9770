import Foundation
import SafetyModel
import Testing

@Suite("Limits of a funnel")
struct FunnelLimitsTests {
  private func values(_ pairs: [(Double, Int?)]) -> [PlaceValue] {
    pairs.enumerated().compactMap { number, pair in
      PlaceValue(
        Observation(
          series: "s", period: .year(2025), place: .municipality(String(1000 + number)),
          value: .number(pair.0), base: pair.1,
          provenance: Provenance(source: "s", retrievedAt: "2025-11-01T08:00:00Z")),
        name: "x")
    }
  }

  @Test("lie about the share of all answers together")
  func center() throws {
    let limits = try #require(FunnelLimits(values([(0.5, 100), (0.2, 300), (0.9, nil), (1, 0)])))
    #expect(abs(limits.center - 0.275) < 1e-12)
    #expect(FunnelLimits(values([(0.5, nil)])) == nil)
  }

  /// Python's `statistics.NormalDist(0.5, 0.05).inv_cdf` of 0.025, 0.975 and 0.001.
  @Test("are those of a normal distribution with the binomial's variance")
  func range() throws {
    let limits = try #require(FunnelLimits(values([(0.5, 100)])))
    let inner = limits.range(.ninetyFive, n: 100)
    #expect(abs(inner.lowerBound - 0.40200180077299734) < 1e-9)
    #expect(abs(inner.upperBound - 0.5979981992270027) < 1e-9)
    let outer = limits.range(.almostAll, n: 100)
    #expect(abs(outer.lowerBound - 0.34548838469159324) < 1e-9)
  }

  @Test("narrow with the square root of n, and keep within 0 and 1")
  func narrowing() throws {
    let limits = try #require(FunnelLimits(values([(0.5, 100)])))
    let few = limits.range(.ninetyFive, n: 50)
    let many = limits.range(.ninetyFive, n: 200)
    #expect(
      abs((few.upperBound - few.lowerBound) / (many.upperBound - many.lowerBound) - 2) < 1e-12)
    #expect(limits.range(.almostAll, n: 1) == 0...1)
    #expect(limits.range(.almostAll, n: 0) == 0...1)
  }

  /// `Golden/funnel-limits.csv`, made with SciPy by `Tools/oracle/funnel.py`.
  @Test("are SciPy's")
  func oracle() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Golden/funnel-limits.csv").standardizedFileURL
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst(2)
    #expect(lines.count == 15)
    for line in lines {
      let cells = line.split(separator: ",")
      let shares = cells[1].split(separator: " ").compactMap { Double($0) }
      let bases = cells[2].split(separator: " ").compactMap { Int($0) }
      let limits = try #require(FunnelLimits(values(Array(zip(shares, bases)))))
      let told = cells[3...].compactMap { Double($0) }
      #expect(abs(limits.center - told[0]) < 1e-12)
      let inner = limits.range(.ninetyFive, n: told[1])
      let outer = limits.range(.almostAll, n: told[1])
      let found = [inner.lowerBound, inner.upperBound, outer.lowerBound, outer.upperBound]
      for (limit, expected) in zip(found, told[2...]) {
        #expect(abs(limit - expected) < 1e-12, "\(line)")
      }
    }
  }
}
