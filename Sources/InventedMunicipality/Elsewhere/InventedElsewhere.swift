/// What others would publish about the invented country: a citizens' survey in all its 290
/// municipalities with its margins of error, how many live where, and who is like whom.
///
/// Only whole numbers are used, so that every machine writes the same bytes.
struct InventedElsewhere {
  let seed: UInt64

  /// The invented country's municipalities; the first is the invented one itself.
  static let municipalities = 9001...9290
  private static let years = 2021...2025

  /// The share who feel safe by municipality, year and sex, in whole percent, with its margin of
  /// error in percentage points and the number of answers; the country is 0000.
  func citizensSurvey() -> String {
    var lines = ["municipality;year;sex;share;margin;answers"]
    for year in Self.years {
      for sex in Sex.allCases { lines.append(country(year, sex)) }
    }
    for code in Self.municipalities {
      for year in Self.years {
        for sex in Sex.allCases {
          lines.append(
            line(code: String(code), year, sex, share(code, year, sex), answers(code, year, sex)))
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many live in each municipality, by year.
  func population() -> String {
    var lines = ["municipality;year;population"]
    for code in Self.municipalities {
      for year in Self.years { lines.append("\(code);\(year);\(people(code, year))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Two groups as someone else may draw them up: those of about the same size, and the largest.
  func groups() -> String {
    let own = people(9001, 2025)
    let nearest = Self.municipalities.sorted { a, b in
      (abs(people(a, 2025) - own), a) < (abs(people(b, 2025) - own), b)
    }.prefix(8)
    let largest = Self.municipalities.sorted { a, b in
      (people(b, 2025), a) < (people(a, 2025), b)
    }.prefix(10)
    let lines =
      nearest.sorted().map { "size;\($0)" } + largest.sorted().map { "largest;\($0)" }
    return (["group;municipality"] + lines).joined(separator: "\n") + "\n"
  }

  // MARK: - Figures

  private enum Sex: String, CaseIterable { case all, women, men }

  private func share(_ code: Int, _ year: Int, _ sex: Sex) -> Int {
    let level = Chance(seed: seed, purpose: "elsewhere level")
    let wobble = Chance(seed: seed, purpose: "elsewhere wobble")
    let gap = Chance(seed: seed, purpose: "elsewhere gap")
    let own = [2021: 53, 2022: 52, 2023: 54, 2024: 55, 2025: 56]
    // The sum of three evens is about a bell: 48 to 75, mostly near 62.
    let base = 48 + (0..<3).reduce(0) { $0 + Int(level.bits(of: code, draw: $1) % 10) }
    let moved = base + Int(wobble.bits(of: code, draw: year - 2021) % 4) + (year - 2021) / 2
    let everyone = code == 9001 ? own[year] ?? moved : moved
    let apart = 3 + Int(gap.bits(of: code) % 4)
    switch sex {
    case .all: return everyone
    case .women: return everyone - apart
    case .men: return everyone + apart
    }
  }

  private func answers(_ code: Int, _ year: Int, _ sex: Sex) -> Int {
    let chance = Chance(seed: seed, purpose: "elsewhere answers")
    let all = 400 + Int(chance.bits(of: code) % 800) + Int(chance.bits(of: code, draw: year) % 60)
    switch sex {
    case .all: return all
    case .women: return all * 53 / 100
    case .men: return all - all * 53 / 100
    }
  }

  private func people(_ code: Int, _ year: Int) -> Int {
    let size = Int(Chance(seed: seed, purpose: "elsewhere people").bits(of: code) % 140)
    let base = code == 9001 ? 83_500 : 3_200 + size * size * size / 18
    return base + base * (year - 2021) / 180
  }

  /// The country's share is that of its people, and its answers are everyone's.
  private func country(_ year: Int, _ sex: Sex) -> String {
    let people = Self.municipalities.reduce(0) { $0 + self.people($1, year) }
    let safe = Self.municipalities.reduce(0) { sum, code in
      sum + share(code, year, sex) * self.people(code, year)
    }
    let answers = Self.municipalities.reduce(0) { $0 + self.answers($1, year, sex) }
    return line(code: "0000", year, sex, (safe + people / 2) / people, answers)
  }

  private func line(
    code: String, _ year: Int, _ sex: Sex, _ share: Int, _ answers: Int
  ) -> String {
    let margin = Self.margin(share, answers)
    return "\(code);\(year);\(sex.rawValue);\(share);\(margin / 10).\(margin % 10);\(answers)"
  }

  /// Half a 95 % interval in tenths of a percentage point, rounded up: 1.96 · √(p(100 − p)/n).
  static func margin(_ share: Int, _ answers: Int) -> Int {
    let square = 196 * 196 * share * (100 - share) / (100 * answers)
    var root = 0
    while root * root < square { root += 1 }
    return root
  }
}
