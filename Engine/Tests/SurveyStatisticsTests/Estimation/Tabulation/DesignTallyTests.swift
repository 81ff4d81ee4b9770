import Testing

@testable import SurveyStatistics

@Suite("Tally of a design")
struct DesignTallyTests {
  @Test("does not depend on the order of the rows")
  func permutation() throws {
    let sample = SmallSample(rowCount: 9000)
    let turned = sample.reordered(Array((0..<9000).reversed()))
    let tables = try [sample, turned].map { sample in
      try sample.design(isClustered: false).tabulated(
        [sample.coded], by: [sample.domains], in: [Breakdown([0])])[0][0]
    }
    for (a, b) in zip(tables[0].standardErrors, tables[1].standardErrors) {
      #expect(nearly(a, b, 1e-12))
    }
    #expect(tables[0].counts == tables[1].counts)
  }
}
