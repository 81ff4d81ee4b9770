import SurveyStatistics
import Testing

@Suite("Direct standardisation")
struct StandardisationTests {
  let sample = SmallSample()
  private let shares = [0.4, 0.3, 0.2, 0.1]

  private var groups: DomainColumn {
    get throws { try DomainColumn(codes: sample.item.map { UInt16($0) }, domainCount: 4) }
  }

  private var y: NumericColumn { NumericColumn(values: sample.x) }

  @Test("keeps the size of each domain, and gives it the standard's composition")
  func composition() throws {
    let design = try sample.design()
    let standardised = try design.standardised(
      by: groups, to: shares, within: try sample.domains)
    for domain in 1...3 {
      let rows = sample.weights.indices.filter {
        Int(sample.domain[$0]) == domain && sample.item[$0] > 0
      }
      let old = rows.reduce(0) { $0 + design.weights[$1] }
      let new = rows.reduce(0) { $0 + standardised.weights[$1] }
      #expect(nearly(old, new))
      for group in 1...4 {
        let part = rows.filter { Int(sample.item[$0]) == group }
          .reduce(0) { $0 + standardised.weights[$1] }
        #expect(nearly(part / new, shares[group - 1]))
      }
    }
  }

  @Test("a standardised mean is Σ c·(mean of the group), with its variance")
  func contrast() throws {
    let design = try sample.design()
    let mask = sample.domain.map { $0 == 2 }
    let standardised = try design.standardised(
      by: groups, to: shares, within: try sample.domains
    ).estimate(.mean(of: [y], within: mask))
    let parts = try design.estimate(
      .joined(
        (1...4).map { group in
          .mean(of: [y], within: zip(mask, sample.item).map { $0 && Int($1) == group })
        }))
    let expected = parts.contrast(shares)
    #expect(nearly(standardised.values[0], expected.value))
    #expect(nearly(standardised.standardErrors[0], expected.standardError, 1e-9))
  }

  @Test("to the sample's own composition changes no share")
  func own() throws {
    let design = try sample.design()
    let own = (1...4).map { group in
      sample.weights.indices.reduce(0) {
        $0 + (Int(sample.item[$1]) == group ? design.weights[$1] : 0)
      }
    }
    let mask = sample.item.map { $0 > 0 }
    let before = try design.estimate(.mean(of: [y], within: mask))
    let after = try design.standardised(by: groups, to: own).estimate(
      .mean(of: [y], within: mask))
    #expect(nearly(before.values[0], after.values[0]))
  }

  @Test("names the domain and the group that it lacks")
  func empty() throws {
    var codes = sample.item.map { UInt16($0) }
    for row in codes.indices where sample.domain[row] == 3 && codes[row] == 2 { codes[row] = 1 }
    let groups = try DomainColumn(codes: codes, domainCount: 4)
    let design = try sample.design()
    #expect(throws: CalibrationError.emptyCategory(margin: "domain 3", category: 2)) {
      try design.standardised(by: groups, to: shares, within: try sample.domains)
    }
    let partial = try design.standardised(
      by: groups, to: shares, within: try sample.domains, ignoresEmptyCells: true)
    #expect(partial.weights.allSatisfy { $0.isFinite })
  }
}
