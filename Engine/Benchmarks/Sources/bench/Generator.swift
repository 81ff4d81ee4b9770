import NumericKernels

/// Makes up a survey file: two years, 144 strata, items of two to seven categories.
///
/// Strata are year × area × sex × age with their own sampling fractions; primary units hold some
/// twenty rows; weights vary within a stratum as after calibration; 3 % of answers are missing.
struct Generator {
  private static let strata = 144
  private let items: Int
  private var random: SeededRandom
  private var sampled: [Int] = []
  private var populations: [Int] = []
  private var firstUnits: [Int] = []
  private var effects: [[Double]] = []

  init(rows: Int, items: Int, seed: UInt64) {
    self.items = items
    random = SeededRandom(seed: seed)
    let shares = (0..<Self.strata).map { _ in 0.4 + random.uniform() }
    let sum = shares.reduce(0, +)
    var unit = 1
    var left = rows
    for (stratum, share) in shares.enumerated() {
      let planned = max(4, Int(share / sum * Double(rows)))
      let count = stratum == shares.count - 1 ? max(4, left) : planned
      left -= count
      sampled.append(count)
      populations.append(Int((Double(count) / (0.02 + 0.48 * random.uniform())).rounded(.up)))
      firstUnits.append(unit)
      unit += max(2, count / 20)
    }
    firstUnits.append(unit)
    // By item: six areas, three sexes, six ages, three backgrounds.
    for _ in 0..<items { effects.append((0..<18).map { _ in 0.35 * random.normal() }) }
  }

  /// Writes the file; strata come in random order, each as often as planned.
  mutating func write(to path: String) throws {
    let writer = try LineWriter(path: path)
    writer.write(
      "year,stratum,psu,Nh,weight,area,sex,age,background,"
        + (1...items).map { "q\($0)" }.joined(separator: ","))
    var order: [UInt8] = []
    for (stratum, count) in sampled.enumerated() {
      order.append(contentsOf: repeatElement(UInt8(stratum), count: count))
    }
    for place in order.indices.reversed() {
      order.swapAt(place, random.uniform(below: place + 1))
    }
    var used = [Int](repeating: 0, count: Self.strata)
    for stratum in order {
      writer.write(row(Int(stratum), used[Int(stratum)]))
      used[Int(stratum)] += 1
    }
  }

  private mutating func row(_ stratum: Int, _ place: Int) -> String {
    let (area, age) = (stratum % 72 / 12, stratum % 6)
    let frameSex = stratum % 12 / 6
    let sex = random.uniform() < 0.015 ? 2 : frameSex
    let draw = random.uniform()
    let background = draw < 0.72 ? 0 : draw < 0.89 ? 1 : 2
    let units = firstUnits[stratum + 1] - firstUnits[stratum]
    // The first two rows make sure that there are two units.
    let unit = firstUnits[stratum] + (place < 2 ? place : random.uniform(below: units))
    let weight =
      Double(populations[stratum]) / Double(sampled[stratum])
      * Elementary.exp(0.25 * random.normal() - 0.031_25)
    var line =
      "\(2025 + stratum / 72),\(stratum + 1),\(unit),\(populations[stratum]),"
      + "\((weight * 1e6).rounded() / 1e6),\(area + 1),\(sex + 1),\(age + 1),\(background + 1)"
    // Alike within a unit.
    let common = Double(unit &* 2_654_435_761 % 1000) / 1000 - 0.5
    for item in 0..<items {
      line += ","
      if random.uniform() < 0.03 { continue }
      let effect = effects[item]
      let eta = effect[area] + effect[6 + sex] + effect[9 + age] + effect[15 + background] + common
      let categories = 2 + item % 6
      let u = Elementary.pow(random.uniform(), Elementary.exp(-eta))
      line += String(1 + min(Int(u * Double(categories)), categories - 1))
    }
    return line
  }
}
