import SurveyStatistics
import Testing

@Suite("Finishing a table")
struct TableFinishTests {
  @Test("leaves figures of an empty domain undefined, and their p too")
  func empty() throws {
    let sample = SmallSample()
    let domains = try DomainColumn(codes: sample.domain, domainCount: 4)
    let table = try sample.design(isClustered: false).tabulated(
      [sample.coded], by: [domains], in: [Breakdown([0])])[0][0]
    #expect(table.bases[3] == 0 && table.proportions[12].isNaN && table.linear[12].lower.isNaN)
    let place = table.pairs.firstIndex { $0 == (0, 3) } ?? 0
    #expect(table.p[place * 4].isNaN && table.adjustedP[place * 4].isNaN)
    #expect(table.adjustedP[0].isFinite)
  }
}
