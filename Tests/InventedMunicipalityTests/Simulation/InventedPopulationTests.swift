import Testing

@testable import InventedMunicipality

@Suite("The whole population, for simulations")
struct InventedPopulationTests {
  private static let population = Result { try InventedPopulation(year: 2025) }

  @Test("is that of the example's frame, with its answers")
  func same() throws {
    let population = try Self.population.get()
    let year = try Invented.year(2025)
    #expect(population.personCount == year.frame.personCount)
    #expect(population.sampledCounts == year.sample.sampledCounts)
    let truth = try Truth("fraud", in: year)
    let answers = try population.headline(of: "fraud").compactMap { $0 }
    let share = Double(answers.count { $0 }) / Double(answers.count)
    #expect(abs(share - truth.proportion { _ in true }) < 1e-12)
  }

  @Test("gives the example's own sample and weights for its seed")
  func sample() throws {
    let population = try Self.population.get()
    let year = try Invented.year(2025)
    let respondents = population.respondents(seed: InventedMunicipality.standardSeed)
    #expect(respondents == year.sample.respondents.sorted())
    let weights = try population.weights(of: respondents)
    #expect(abs(weights.reduce(0, +) - Double(population.personCount)) < 1e-6)
    #expect(population.respondents(seed: 1) != respondents)
  }

  @Test("refuses a year and an item that there is not")
  func refusals() throws {
    #expect(throws: InventedPopulation.NoSuchYear(year: 1999)) {
      try InventedPopulation(year: 1999)
    }
    #expect(throws: InventedPopulation.NoSuchItem(code: "none")) {
      try Self.population.get().tendencies(of: "none")
    }
  }
}
