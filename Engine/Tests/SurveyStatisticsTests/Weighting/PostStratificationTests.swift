import SurveyStatistics
import Testing

@Suite("Post-stratification and raking")
struct PostStratificationTests {
  let sample = SmallSample()

  @Test("raking reproduces every margin, without sampling error")
  func raking() throws {
    let age = try DomainColumn(codes: sample.domain.map { $0 + 1 }, domainCount: 4)
    let half = try DomainColumn(codes: sample.x.map { $0 < 1.5 ? 1 : 2 }, domainCount: 2)
    let design = try sample.design().raked(to: [
      AuxiliaryMargin(name: "age", groups: age, totals: [100, 250, 200, 230]),
      AuxiliaryMargin(name: "half", groups: half, totals: [380, 400]),
    ])
    let first = NumericColumn(values: half.codes.map { $0 == 1 ? 1 : 0 })
    let total = try design.estimate(.total(of: [first]))
    #expect(nearly(total.values[0], 380, 1e-8))
    #expect(total.standardErrors[0] < 1)
  }

  @Test("a group total that is known has no sampling error")
  func known() throws {
    let groups = try DomainColumn(codes: sample.domain.map { $0 + 1 }, domainCount: 4)
    let design = try sample.design().postStratified(
      to: AuxiliaryMargin(name: "g", groups: groups, totals: [100, 250, 200, 230]))
    let second = NumericColumn(values: groups.codes.map { $0 == 2 ? 1 : 0 })
    let total = try design.estimate(.total(of: [second]))
    #expect(nearly(total.values[0], 250) && total.standardErrors[0] < 1e-9)
  }

  @Test("a row in no group is refused")
  func missing() throws {
    #expect(throws: CalibrationError.self) {
      try sample.design().postStratified(
        to: AuxiliaryMargin(name: "g", groups: sample.domains, totals: [1, 1, 1]))
    }
  }
}
