/// The hidden factors of the people of one year.
struct FactorModel {
  private struct Part {
    var chance: Chance
    var spread: Double
    var shifts: [Double]
    /// Places of earlier factors, and how much is taken from each.
    var from: [(place: Int, part: Double)]
  }

  /// The factors' codes, in order.
  let codes: [String]
  private let parts: [Part]

  init(_ behaviour: Behaviour, year: Int, areas: [String], seed: UInt64) {
    let codes = behaviour.factors.map(\.code)
    self.codes = codes
    parts = behaviour.factors.map { factor in
      Part(
        chance: Chance(seed: seed, purpose: "factor.\(factor.code).\(year)"),
        spread: factor.spread, shifts: factor.shift.byCell(areas: areas),
        from: codes.enumerated().compactMap { place, code in
          factor.from[code].map { (place, $0) }
        })
    }
  }

  /// One value for each factor.
  func values(of person: Int, in cell: Cell) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(parts.count)
    for part in parts {
      var value = part.shifts[cell.index] + part.spread * part.chance.normal(of: person)
      for (place, share) in part.from { value += share * values[place] }
      values.append(value)
    }
    return values
  }
}
