import Testing

@testable import InventedMunicipality

@Suite("Calibration by raking")
struct RakingTests {
  @Test("weighs everyone 1 when all answered")
  func census() throws {
    let counts = Cell.all.map { 10 + $0.index % 7 }
    let weights = try Raking.weights(respondents: counts, frame: counts)
    #expect(weights.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test("finds the inverse of a response that is a product")
  func product() throws {
    let frame = Cell.all.map { 4000 + 40 * ($0.index % 5) }
    let part = Cell.all.map { cell in
      (cell.isWoman ? 0.5 : 0.4) * (cell.isBornOutside ? 0.5 : 1.0)
    }
    let respondents = zip(frame, part).map { Int(Double($0) * $1 + 0.5) }
    let weights = try Raking.weights(respondents: respondents, frame: frame)
    for (weight, part) in zip(weights, part) { #expect(abs(weight * part - 1) < 1e-3) }
  }

  @Test("reproduces the frame's totals in every invented year")
  func totals() throws {
    for year in try Invented.years.get() {
      var strata = [Double](repeating: 0, count: Cell.strata)
      var backgrounds = [Double](repeating: 0, count: 2 * Cell.areas)
      for person in year.sample.respondents {
        let cell = year.frame.cell(of: person)
        strata[cell.stratum] += year.weights[cell.index]
        backgrounds[cell.areaAndBackground] += year.weights[cell.index]
      }
      var wanted = [Double](repeating: 0, count: backgrounds.count)
      for cell in Cell.all {
        wanted[cell.areaAndBackground] += Double(year.frame.counts[cell.index])
      }
      for (sum, total) in zip(backgrounds, wanted) { #expect(abs(sum / total - 1) < 1e-11) }
      for (stratum, sum) in strata.enumerated() {
        let total = Double(year.frame.persons(inStratum: stratum).count)
        #expect(abs(sum / total - 1) < 1e-11)
      }
      let answered = year.weights.filter { $0 > 0 }
      #expect((answered.min() ?? 0) > 5)
      #expect((answered.max() ?? .infinity) < 50)
    }
  }

  @Test("refuses a group that nobody answered for")
  func empty() {
    let frame = Cell.all.map { _ in 10 }
    let respondents = Cell.all.map { $0.stratum == 3 ? 0 : 5 }
    #expect(throws: Raking.Failure.emptyGroup) {
      try Raking.weights(respondents: respondents, frame: frame)
    }
  }
}
