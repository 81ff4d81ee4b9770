@testable import InventedMunicipality

/// The share of a headline as the sample tells it, with its linearised standard error.
///
/// A second way to the figures, apart from the engine's.
struct SampleEstimate {
  let proportion: Double
  let standardError: Double

  init(
    _ item: HeadlineItem, answers: [(person: Int, cell: Cell, value: Int?)],
    year: Invented.Year, in group: (Cell) -> Bool
  ) {
    var (total, yes) = (0.0, 0.0)
    for answer in answers where answer.value != nil && group(answer.cell) {
      let weight = year.weights[answer.cell.index]
      total += weight
      if answer.value.map(item.headline.contains) ?? false { yes += weight }
    }
    let proportion = yes / total
    var sums = [(n: Double, z: Double, zz: Double)](repeating: (0, 0, 0), count: Cell.strata)
    for answer in answers {
      var z = 0.0
      if let value = answer.value, group(answer.cell) {
        let y = item.headline.contains(value) ? 1.0 : 0
        z = year.weights[answer.cell.index] * (y - proportion) / total
      }
      sums[answer.cell.stratum].n += 1
      sums[answer.cell.stratum].z += z
      sums[answer.cell.stratum].zz += z * z
    }
    var variance = 0.0
    for (stratum, sum) in sums.enumerated() {
      let persons = Double(year.frame.persons(inStratum: stratum).count)
      variance += (1 - sum.n / persons) * sum.n / (sum.n - 1) * (sum.zz - sum.z * sum.z / sum.n)
    }
    self.proportion = proportion
    standardError = variance.squareRoot()
  }

  /// The recorded answers to an item; `nil` where there is none.
  static func answers(
    to item: HeadlineItem, in year: Invented.Year
  ) -> [(person: Int, cell: Cell, value: Int?)] {
    year.sample.respondents.map { person in
      let cell = year.frame.cell(of: person)
      let value = Int(year.model.fileValues(of: person, in: cell)[item.place])
      return (person, cell, value.flatMap { $0 <= item.categoryCount ? $0 : nil })
    }
  }
}
