import Testing

@testable import InventedMunicipality

@Suite("Cut points between categories")
struct CutPointsTests {
  @Test("leave the given shares between them")
  func quantiles() {
    let values = (1...100).map(Double.init).reversed()
    #expect(CutPoints.quantiles(of: Array(values), shares: [0.25, 0.5, 0.25]) == [25, 75])
  }

  @Test("make the reference year's population answer as planned, within sampling error")
  func calibration() throws {
    let surveys = try Invented.surveys.get()
    let model = surveys.model(of: surveys.behaviour.referenceYear)
    let frame = surveys.frame(of: surveys.behaviour.referenceYear)
    let place = try #require(model.items.firstIndex { $0.code == "littering" })
    var counts = [0, 0, 0, 0]
    for person in stride(from: 1, to: frame.personCount, by: 5) {
      let cell = frame.cell(of: person)
      let factors = model.factors.values(of: person, in: cell)
      if let answer = model.answer(at: place, of: person, in: cell, factors: factors) {
        counts[answer - 1] += 1
      }
    }
    let total = Double(counts.reduce(0, +))
    for (count, share) in zip(counts, model.items[place].behaviour.shares) {
      // 13,000 persons, and cut points from 8,000 others: three standard errors are below 0.025.
      #expect(abs(Double(count) / total - share) < 0.025)
    }
  }
}
