/// The frame of one year in figures: how many there are, were drawn and answered.
struct FrameFile {
  let frame: Frame
  let sample: Sample
  let wave: PopulationPlan.Wave

  /// One line for each stratum and background; drawn persons are known by stratum only.
  func text() -> String {
    var respondents = [Int](repeating: 0, count: Cell.count)
    for person in sample.respondents { respondents[frame.cell(of: person).index] += 1 }
    let head = [
      "stratum", "omrade", "kon", "aldersgrupp", "fodd", "antal", "urval_i_stratum", "svar",
    ]
    let lines = Cell.all.map { cell in
      [
        cell.stratum + 1, cell.area + 1, cell.isWoman ? 1 : 2, cell.ageGroup + 1,
        cell.isBornOutside ? 2 : 1, frame.counts[cell.index], sample.sampledCounts[cell.stratum],
        respondents[cell.index],
      ].map(String.init).joined(separator: wave.delimiter)
    }
    return ([head.joined(separator: wave.delimiter)] + lines).joined(separator: "\n") + "\n"
  }
}
