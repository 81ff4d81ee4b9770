/// What others would publish about the invented country: a citizens' survey in all its 290
/// municipalities, and the like about the invented municipality itself.
///
/// Only whole numbers are used, so that every machine writes the same bytes.
struct InventedElsewhere {
  let seed: UInt64

  /// The invented country's municipalities; the first is the invented one itself.
  static let municipalities = 9001...9290

  /// The share who feel safe by municipality, year and sex, in whole percent.
  func citizensSurvey() -> String {
    let level = Chance(seed: seed, purpose: "elsewhere level")
    let wobble = Chance(seed: seed, purpose: "elsewhere wobble")
    let gap = Chance(seed: seed, purpose: "elsewhere gap")
    // The municipality's own file states the shares of everyone, with their standard errors.
    let own = [2021: 53, 2022: 52, 2023: 54, 2024: 55, 2025: 56]
    var lines = ["municipality;year;sex;share"]
    for code in Self.municipalities {
      // The sum of three evens is about a bell: 48 to 75, mostly near 62.
      let base = 48 + (0..<3).reduce(0) { $0 + Int(level.bits(of: code, draw: $1) % 10) }
      for year in 2021...2025 {
        let moved = base + Int(wobble.bits(of: code, draw: year - 2021) % 4) + (year - 2021) / 2
        let share = code == 9001 ? own[year] ?? moved : moved
        let apart = 3 + Int(gap.bits(of: code) % 4)
        if code != 9001 { lines.append("\(code);\(year);all;\(share)") }
        lines.append("\(code);\(year);women;\(share - apart)")
        lines.append("\(code);\(year);men;\(share + apart)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
