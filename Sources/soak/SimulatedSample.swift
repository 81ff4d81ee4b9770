import InventedMunicipality
import SurveyStatistics

/// One sample of the invented population, as an analyst gets it.
struct SimulatedSample {
  let population: InventedPopulation
  /// The persons who answered, ascending.
  let persons: [Int]
  /// The design of the example's studies: raked weights, strata and their sizes.
  let design: SurveyDesign

  init(of population: InventedPopulation, seed: UInt64) throws {
    self.population = population
    persons = population.respondents(seed: seed)
    design = try SurveyDesign(
      weights: try population.weights(of: persons), strata: Self.strata(of: persons, population),
      populationSizes: Self.sizes(of: persons, population))
  }

  /// The same answers with design weights, as if everyone drawn in a stratum had answered alike in
  /// the whole municipality: no correction for who did not answer.
  func uncorrected() throws -> SurveyDesign {
    let drawn = population.sampledCounts
    return try SurveyDesign(
      weights: persons.map { person in
        let stratum = population.strata[person]
        return Double(population.stratumSizes[stratum]) / Double(drawn[stratum])
      }, strata: Self.strata(of: persons, population),
      populationSizes: Self.sizes(of: persons, population))
  }

  /// The uncorrected weights, raked by the engine to strata and to area × background.
  func calibrated() throws -> SurveyDesign {
    let backgrounds = zip(population.areas, population.backgrounds).map { ($0 - 1) * 2 + $1 }
    let strata = population.strata.map { UInt16($0 + 1) }
    return try uncorrected().raked(to: [
      try margin("stratum", of: strata, count: population.stratumCount),
      try margin("area and background", of: backgrounds, count: 2 * population.areaCount),
    ])
  }

  /// The values that the respondents have of something that everyone has.
  func column<Value>(_ values: [Value]) -> [Value] { persons.map { values[$0] } }

  private func margin(
    _ name: String, of groups: [UInt16], count: Int
  ) throws -> AuxiliaryMargin {
    var totals = [Double](repeating: 0, count: count)
    for group in groups { totals[Int(group) - 1] += 1 }
    return AuxiliaryMargin(
      name: name, groups: try DomainColumn(codes: column(groups), domainCount: count),
      totals: totals)
  }

  private static func strata(of persons: [Int], _ population: InventedPopulation) -> [Int32] {
    persons.map { Int32(population.strata[$0]) }
  }

  private static func sizes(of persons: [Int], _ population: InventedPopulation) -> [Double] {
    persons.map { Double(population.stratumSizes[population.strata[$0]]) }
  }
}

/// Answers of everyone that have an exact share in each group: yes above the group's own quantile.
struct SharedAnswer {
  /// 1 for yes, 2 for no; 0 outside all groups.
  let codes: [UInt8]
  /// The true share of each group, from the group with code 1.
  let truths: [Double]

  init(share: Double, tendencies: [Double], groups: [UInt16], groupCount: Int) {
    var codes = [UInt8](repeating: 0, count: groups.count)
    var members = [[Int]](repeating: [], count: groupCount)
    for (person, group) in groups.enumerated() where group > 0 {
      members[Int(group) - 1].append(person)
    }
    truths = members.map { persons in
      let order = persons.sorted { (tendencies[$0], $0) > (tendencies[$1], $1) }
      let count = Int((share * Double(order.count)).rounded())
      for (place, person) in order.enumerated() { codes[person] = place < count ? 1 : 2 }
      return Double(count) / Double(order.count)
    }
    self.codes = codes
  }
}
