/// Who was drawn in one year, and who of them answered.
struct Sample {
  /// Drawn persons in each stratum.
  let sampledCounts: [Int]
  /// The persons who answered, in the order that their answers came in.
  let respondents: [Int]

  init(frame: Frame, wave: PopulationPlan.Wave, plan: PopulationPlan, areas: [String], seed: UInt64)
  {
    sampledCounts = Sample.allocation(wave.sampled, frame: frame, ageLift: plan.ageLift)
    let willingness = Chance(seed: seed, purpose: "response.\(wave.year)")
    var answered: [Int] = []
    for (stratum, count) in sampledCounts.enumerated() {
      let chance = Chance(seed: seed, purpose: "sample.\(wave.year).\(stratum)")
      let drawn = Sample.drawn(count, from: frame.persons(inStratum: stratum), by: chance)
      for person in drawn {
        let cell = frame.cell(of: person)
        let probability = plan.responseProbability(of: cell, area: areas[cell.area])
        if willingness.uniform(of: person) < probability { answered.append(person) }
      }
    }
    let order = Chance(seed: seed, purpose: "order.\(wave.year)")
    respondents = Sample.drawn(answered.count, from: answered, by: order)
  }

  /// How many to draw in each stratum.
  ///
  /// An area's part goes by the square root of its population, so that small areas get figures of
  /// their own; within the area by population, lifted for the age groups that answer less.
  static func allocation(_ total: Int, frame: Frame, ageLift: [Double]) -> [Int] {
    let sizes = (0..<Cell.strata).map { Double(frame.persons(inStratum: $0).count) }
    let lifted = sizes.indices.map { sizes[$0] * ageLift[$0 % Cell.ageGroups] }
    let perArea = Cell.strata / Cell.areas
    let weights = sizes.indices.map { stratum -> Double in
      let area = stratum / perArea * perArea..<(stratum / perArea + 1) * perArea
      let population = sizes[area].reduce(0, +)
      return lifted[stratum] / lifted[area].reduce(0, +) * population.squareRoot()
    }
    return apportioned(total, by: weights)
  }

  /// A simple random sample without replacement, in random order.
  static func drawn(_ count: Int, from persons: some Sequence<Int>, by chance: Chance) -> [Int] {
    var pool = Array(persons)
    let count = min(count, pool.count)
    for place in 0..<count {
      pool.swapAt(place, place + chance.whole(below: pool.count - place, of: place))
    }
    return Array(pool.prefix(count))
  }
}

extension PopulationPlan {
  /// The probability that a drawn person of the cell answers.
  func responseProbability(of cell: Cell, area: String) -> Double {
    let base = response.ages[cell.ageGroup] * (areas[area]?.response ?? 1)
    let background = cell.isBornOutside ? response.bornOutside : 1
    return min(0.95, base * background * (cell.isWoman ? response.woman : 1))
  }
}
