import Testing

@testable import InventedMunicipality

@Suite("The sample and its response")
struct SampleTests {
  @Test("draws as many as planned, nobody twice, in every stratum")
  func counts() throws {
    for year in try Invented.years.get() {
      #expect(year.sample.sampledCounts.reduce(0, +) == year.wave.sampled)
      #expect(Set(year.sample.respondents).count == year.sample.respondents.count)
      var answered = [Int](repeating: 0, count: Cell.strata)
      for person in year.sample.respondents { answered[year.frame.cell(of: person).stratum] += 1 }
      #expect(answered.allSatisfy { $0 >= 20 })
      #expect((3500...5000).contains(year.sample.respondents.count))
    }
  }

  /// The drawn persons of a stratum are known by number only; the response that is expected of
  /// them is that of the whole stratum.
  @Test("is answered as age and area should have it", arguments: [2021, 2025])
  func response(year: Int) throws {
    let plan = try Invented.surveys.get().plan
    let areas = try Invented.surveys.get().questionnaire.areas.map(\.code)
    let year = try Invented.year(year)
    for ageGroup in 0..<Cell.ageGroups {
      try expectResponse(of: year, plan: plan, areas: areas) { $0.ageGroup == ageGroup }
    }
    for area in 0..<Cell.areas {
      try expectResponse(of: year, plan: plan, areas: areas) { $0.area == area }
    }
  }

  private func expectResponse(
    of year: Invented.Year, plan: PopulationPlan, areas: [String], in group: (Cell) -> Bool
  ) throws {
    var (expected, variance) = (0.0, 0.0)
    for cell in Cell.all where group(cell) {
      let stratum = year.frame.persons(inStratum: cell.stratum).count
      let part = Double(year.frame.counts[cell.index]) / Double(stratum)
      let drawn = Double(year.sample.sampledCounts[cell.stratum]) * part
      let probability = plan.responseProbability(of: cell, area: areas[cell.area])
      expected += drawn * probability
      variance += drawn * probability * (1 - probability)
    }
    let answered = year.sample.respondents.filter { group(year.frame.cell(of: $0)) }.count
    #expect(abs(Double(answered) - expected) < 3.5 * variance.squareRoot())
  }

  @Test("is answered least by the young and in Klockarängen")
  func order() throws {
    let plan = try Invented.surveys.get().plan
    #expect(plan.response.ages == plan.response.ages.sorted())
    let least = plan.areas.min { $0.value.response < $1.value.response }
    #expect(least?.key == "klockarangen")
  }
}
