import Testing

@testable import InventedMunicipality

@Suite("Weighted figures against what everyone would have answered")
struct EstimateAgainstTruthTests {
  private static let codes = ["unsafe-late", "littering", "fraud", "worry-assault", "police-care"]

  private typealias Group = @Sendable (Cell) -> Bool

  private static var groups: [Group] {
    var groups: [Group] = [{ _ in true }, \.isWoman, { !$0.isWoman }]
    groups += [\.isBornOutside, { !$0.isBornOutside }]
    for area in 0..<Cell.areas { groups.append { $0.area == area } }
    for ageGroup in 0..<Cell.ageGroups { groups.append { $0.ageGroup == ageGroup } }
    return groups
  }

  @Test("differ by sampling error only", arguments: [2021, 2025])
  func unbiased(year: Int) throws {
    let year = try Invented.year(year)
    var deviations: [Double] = []
    for code in Self.codes {
      let truth = try Truth(code, in: year)
      let item = try HeadlineItem(code, in: year.model)
      let answers = SampleEstimate.answers(to: item, in: year)
      for group in Self.groups {
        let estimate = SampleEstimate(item, answers: answers, year: year, in: group)
        let deviation = (estimate.proportion - truth.proportion(in: group)) / estimate.standardError
        #expect(abs(deviation) < 3.5, "\(code)")
        deviations.append(deviation)
      }
    }
    let count = Double(deviations.count)
    let mean = deviations.reduce(0, +) / count
    let spread = (deviations.map { $0 * $0 }.reduce(0, +) / count).squareRoot()
    // 75 figures that overlap: a bias would move the mean, a wrong standard error the spread.
    #expect(abs(mean) < 0.6)
    #expect((0.6...1.4).contains(spread))
  }
}
