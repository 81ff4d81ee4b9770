import NumericKernels
import SurveyStatistics
import Testing

@Suite("Replicates made here")
struct MadeReplicatesTests {
  let sample = SmallSample()

  @Test("the jackknife gives the linearised variance of a mean, nearly")
  func jackknife() throws {
    let design = try sample.design()
    let mean = Statistic.mean(of: [NumericColumn(values: sample.y)])
    #expect(
      nearly(
        try design.jackknifed().estimate(mean).standardErrors[0],
        try design.estimate(mean).standardErrors[0], 0.02))
    #expect(try design.jackknifed().degreesOfFreedom == design.degreesOfFreedom)
  }

  @Test("the jackknife gives the linearised variance of a total, exactly")
  func linear() throws {
    let design = try sample.design()
    let total = Statistic.total(of: [NumericColumn(values: sample.x)])
    #expect(
      nearly(
        try design.jackknifed().estimate(total).standardErrors[0],
        try design.estimate(total).standardErrors[0], 1e-10))
  }

  @Test("the bootstrap is the same for the same seed")
  func seeds() throws {
    let design = try sample.design()
    let mean = Statistic.mean(of: [NumericColumn(values: sample.y)])
    func error(seed: UInt64) throws -> Double {
      var random = SeededRandom(seed: seed)
      return try design.bootstrapped(count: 20, using: &random).estimate(mean).standardErrors[0]
    }
    #expect(try error(seed: 3) == error(seed: 3))
    #expect(try error(seed: 3) != error(seed: 4))
  }
}
