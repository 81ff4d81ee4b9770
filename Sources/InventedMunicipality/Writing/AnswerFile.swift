/// The answers of one year as delimited text, as a survey company would deliver them.
struct AnswerFile {
  static let leadingColumns = ["lopnr", "stratum", "Nh", "vikt", "omrade", "kon", "alder", "fodd"]

  let frame: Frame
  let sample: Sample
  let weights: [Double]
  let model: AnswerModel
  let wave: PopulationPlan.Wave
  let plan: PopulationPlan
  let seed: UInt64

  func text() -> String {
    let separator = wave.delimiter
    var lines = [header.joined(separator: separator)]
    let ages = Chance(seed: seed, purpose: "age.\(wave.year)")
    let sexes = Chance(seed: seed, purpose: "sex.\(wave.year)")
    for (row, person) in sample.respondents.enumerated() {
      let cell = frame.cell(of: person)
      let statesSex = sexes.uniform(of: person) >= plan.sexNotStated
      var fields = [
        "\(wave.year)-" + padded(row + 1, to: 5), String(cell.stratum + 1),
        String(frame.persons(inStratum: cell.stratum).count),
        decimal(weights[cell.index]), String(cell.area + 1),
        statesSex ? (cell.isWoman ? "1" : "2") : "9",
        String(age(of: person, in: cell, chance: ages)), cell.isBornOutside ? "2" : "1",
      ]
      fields += model.fileValues(of: person, in: cell)
      lines.append(fields.joined(separator: separator))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var header: [String] {
    AnswerFile.leadingColumns
      + model.questionnaire.questions.map { model.questionnaire.column(of: $0.code) }
  }

  private func age(of person: Int, in cell: Cell, chance: Chance) -> Int {
    let ages = Cell.ages[cell.ageGroup]
    return ages.lowerBound + Int(chance.uniform(of: person) * Double(ages.count))
  }

  /// Six decimals, without the help of a locale.
  private func decimal(_ weight: Double) -> String {
    let millionths = Int((weight * 1_000_000).rounded())
    return String(millionths / 1_000_000) + wave.decimalMark + padded(millionths % 1_000_000, to: 6)
  }
}

/// The number with zeros in front up to the width.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
