/// Everyone aged 16–85 in the municipality in one year: the list that the sample is drawn from.
///
/// Persons are numbered from 0, cell by cell, so that a stratum is an unbroken range.
struct Frame {
  let year: Int
  /// Persons in each cell.
  let counts: [Int]
  /// The number of the first person of each cell, and after the last the number of persons.
  let starts: [Int]

  init(year: Int, plan: PopulationPlan, areas: [Questionnaire.Area]) {
    self.year = year
    let counts = areas.flatMap { area in
      plan.areas[area.code].map { Frame.counts(in: $0, yearsOn: year - plan.firstYear) } ?? []
    }
    self.counts = counts
    starts = counts.reduce(into: [0]) { starts, count in
      starts.append((starts.last ?? 0) + count)
    }
  }

  var personCount: Int { starts.last ?? 0 }

  /// Who belongs to a cell.
  func persons(in cell: Cell) -> Range<Int> { starts[cell.index]..<starts[cell.index + 1] }

  /// Who belongs to a stratum.
  func persons(inStratum stratum: Int) -> Range<Int> {
    starts[2 * stratum]..<starts[2 * stratum + 2]
  }

  /// The cell of a person.
  func cell(of person: Int) -> Cell {
    var (low, high) = (0, counts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= person { low = middle } else { high = middle }
    }
    return Cell(index: low)
  }

  /// Persons of an area by sex, age group and background, in the order of the cells.
  private static func counts(in area: PopulationPlan.Area, yearsOn: Int) -> [Int] {
    let adults = Int((Double(area.adults) * (1 + area.growth * Double(yearsOn))).rounded())
    let groups = [1 - area.women, area.women].flatMap { sex in area.ages.map { sex * $0 } }
    return apportioned(adults, by: groups).enumerated().flatMap { place, count in
      let bornOutside = area.bornOutside[place % area.ages.count]
      return apportioned(count, by: [1 - bornOutside, bornOutside])
    }
  }
}
