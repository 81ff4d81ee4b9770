import Testing

@testable import SurveyStatistics

@Suite("Strata that have come")
struct StratumRegisterTests {
  @Test("are numbered in their order, and refuse another population size")
  func register() throws {
    var register = StratumRegister()
    #expect(try register.stratum(-7, populationSize: 10) == 0)
    #expect(try register.stratum(900_000, populationSize: 20) == 1)
    #expect(try register.stratum(-7, populationSize: 10) == 0)
    #expect(throws: TallyError.populationSizeVaries(stratum: 900_000)) {
      try register.stratum(900_000, populationSize: 21)
    }
  }

  @Test("count their rows, and those that weigh something")
  func counts() throws {
    var register = StratumRegister()
    for (code, weight) in [(3, 1.0), (3, 0), (8, 2), (3, 2)] {
      _ = try register.add(Int32(code), weight: weight, populationSize: .infinity)
    }
    #expect(register.rows == [3, 1] && register.weightedRows == [2, 1])
    #expect(register.degreesOfFreedom == 1)
  }

  @Test("give the factors of a sample, or say which stratum has none")
  func factors() throws {
    var register = StratumRegister()
    _ = try register.stratum(3, populationSize: 10)
    let factors = try register.factors(sampledUnits: [5])
    #expect(factors.ofSquares == [0.5 * 5 / 4] && factors.ofSums == [0.5 / 4])
    #expect(try register.factors(sampledUnits: [10]).ofSquares == [0])
    #expect(throws: TallyError.lonelyUnit(stratum: 3)) { try register.factors(sampledUnits: [1]) }
    #expect(
      throws: TallyError.populationSmallerThanSample(stratum: 3, population: 10, sample: 11)
    ) { try register.factors(sampledUnits: [11]) }
  }

  @Test("merge by their codes")
  func merge() throws {
    var (first, second) = (StratumRegister(), StratumRegister())
    _ = try first.stratum(1, populationSize: 10)
    _ = try second.stratum(2, populationSize: 30)
    _ = try second.stratum(1, populationSize: 10)
    second.rows = [4, 5]
    #expect(try first.merge(second) == [1, 0])
    #expect(first.rows == [5, 4] && first.codes == [1, 2])
  }
}
