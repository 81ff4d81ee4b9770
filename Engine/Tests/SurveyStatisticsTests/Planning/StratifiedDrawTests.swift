import SurveyStatistics
import Testing

@Suite("Stratified draw")
struct StratifiedDrawTests {
  private let strata: [Int32] = (0..<600).map { [7, 7, -3][$0 % 3] }

  @Test("takes the wanted number of each stratum, nobody twice, and weighs up to the frame")
  func sizes() throws {
    let draw = try StratifiedDraw(strata: strata, sampleSizes: [7: 100, -3: 50], seed: 1)
    #expect(Set(draw.rows).count == 150)
    #expect(draw.rows == draw.rows.sorted())
    #expect(draw.rows.count { strata[$0] == 7 } == 100)
    #expect(nearly(draw.designWeights.reduce(0, +), 600))
    #expect(zip(draw.rows, draw.designWeights).allSatisfy { $1 == 4 })
  }

  @Test("is the same for the same seed, and another for another")
  func seeds() throws {
    func rows(_ seed: UInt64) throws -> [Int] {
      try StratifiedDraw(strata: strata, sampleSizes: [7: 100, -3: 50], seed: seed).rows
    }
    #expect(try rows(5) == rows(5))
    #expect(try rows(5) != rows(6))
    // Another program's: were a seed's draw to change, no kept sample could be drawn again.
    let written = try goldenRows("planning/draw.csv").map { Int($0[0]) }
    #expect(try rows(5) == written)
  }

  @Test("of more holds that of fewer, and does not depend on other strata")
  func additions() throws {
    let few = try StratifiedDraw(strata: strata, sampleSizes: [7: 30], seed: 9)
    let more = try StratifiedDraw(strata: strata, sampleSizes: [7: 80, -3: 10], seed: 9)
    #expect(Set(few.rows).isSubset(of: more.rows))
  }

  @Test("gives everyone in a stratum the same chance")
  func fairness() throws {
    var counts = [Double](repeating: 0, count: 10)
    let runs = 4000
    for seed in 0..<runs {
      let draw = try StratifiedDraw(
        strata: counts.map { _ in 1 }, sampleSizes: [1: 3], seed: UInt64(seed))
      for row in draw.rows { counts[row] += 1 }
    }
    // The standard deviation of a count is 29.
    #expect(counts.allSatisfy { ($0 - 0.3 * Double(runs)).magnitude < 115 }, "\(counts)")
  }

  @Test("refuses what the frame does not have")
  func refusals() throws {
    #expect(throws: PlanningError.stratumTooSmall(stratum: -3, wanted: 201, available: 200)) {
      try StratifiedDraw(strata: strata, sampleSizes: [-3: 201], seed: 1)
    }
    #expect(throws: PlanningError.noSuchStratum(stratum: 4)) {
      try StratifiedDraw(strata: strata, sampleSizes: [4: 1], seed: 1)
    }
    #expect(throws: PlanningError.outOfRange(name: "sampleSize", value: -1)) {
      try StratifiedDraw(strata: strata, sampleSizes: [7: -1], seed: 1)
    }
  }
}
