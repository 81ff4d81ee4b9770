import Testing

@testable import InventedMunicipality

/// What is true of the invented people, whoever happens to be drawn.
@Suite("The structure of the answers")
struct StructureTests {
  private static let areas = 0..<Cell.areas

  private func byArea(_ truth: Truth) -> [Double] {
    Self.areas.map { area in truth.proportion { $0.area == area } }
  }

  private func womenMinusMen(_ truth: Truth, area: Int? = nil) -> Double {
    let women = truth.proportion { $0.isWoman && $0.area == area ?? $0.area }
    return women - truth.proportion { !$0.isWoman && $0.area == area ?? $0.area }
  }

  private func everyone(_ code: String, _ year: Int) throws -> Double {
    try Truth(code, in: Invented.year(year)).proportion { _ in true }
  }

  @Test("has one area that is clearly worst and one that is best")
  func areas() throws {
    for code in ["unsafe-late", "littering", "drug-dealing"] {
      let shares = byArea(try Truth(code, in: Invented.year(2025)))
      let order = Self.areas.sorted { shares[$0] < shares[$1] }
      #expect(order.last == 1, "Klockarängen")
      #expect(order.first == 5, "Sandhamra")
      #expect(shares[1] > shares[order[4]] + 0.05)
    }
  }

  @Test("has women less safe than men late in the evening, except in Sandhamra")
  func sexes() throws {
    let truth = try Truth("unsafe-late", in: Invented.year(2025))
    for area in 0..<5 { #expect(womenMinusMen(truth, area: area) > 0.08) }
    #expect(abs(womenMinusMen(truth, area: 5)) < 0.02)
  }

  @Test("has two trends, one for the better and one for the worse")
  func trends() throws {
    let better = try everyone("unsafe-late", 2025) - everyone("unsafe-late", 2021)
    let worse = try everyone("fraud", 2025) - everyone("fraud", 2021)
    let still = try everyone("littering", 2025) - everyone("littering", 2021)
    #expect((-0.08 ... -0.04).contains(better))
    #expect((0.03...0.06).contains(worse))
    #expect(abs(still) < 0.01)
  }

  @Test("has nothing where nothing is meant to be")
  func nulls() throws {
    let fraud = byArea(try Truth("fraud", in: Invented.year(2025)))
    #expect((fraud.max() ?? 1) - (fraud.min() ?? 0) < 0.02)
    #expect(abs(womenMinusMen(try Truth("worry-burglary", in: Invented.year(2025)))) < 0.015)
  }

  @Test("has realistic levels")
  func levels() throws {
    let expected: [(String, ClosedRange<Double>)] = [
      ("unsafe-late", 0.23...0.28), ("theft", 0.05...0.12), ("worry-assault", 0.20...0.35),
      ("police-care", 0.44...0.53),
    ]
    for (code, range) in expected {
      let share = try everyone(code, 2025)
      #expect(range.contains(share), "\(code)")
    }
  }

  @Test("ties the answers of a person together")
  func correlation() throws {
    let year = try Invented.year(2025)
    let worry = try HeadlineItem("worry-assault", in: year.model)
    let unsafe = try HeadlineItem("unsafe-late", in: year.model)
    var counts = (both: 0, worried: 0, unsafe: 0, all: 0)
    for person in year.sample.respondents {
      let values = year.model.fileValues(of: person, in: year.frame.cell(of: person)).map {
        Int($0)
      }
      let isWorried = values[worry.place].map(worry.headline.contains) ?? false
      let isUnsafe = values[unsafe.place].map(unsafe.headline.contains) ?? false
      counts.all += 1
      counts.worried += isWorried ? 1 : 0
      counts.unsafe += isUnsafe ? 1 : 0
      counts.both += isWorried && isUnsafe ? 1 : 0
    }
    let independent = Double(counts.worried) * Double(counts.unsafe) / Double(counts.all)
    #expect(Double(counts.both) > 1.5 * independent)
  }
}
