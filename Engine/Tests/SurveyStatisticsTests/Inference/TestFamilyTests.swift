import SurveyStatistics
import Testing

@Suite("Families of tests")
struct TestFamilyTests {
  private let p = [0.01, 0.02, Double.nan, 0.03, 0.04, 0.005]

  @Test(
    "adjust as statsmodels does, with what could not be tested left out",
    arguments: [FamilyAdjustment.holm, .hochberg, .benjaminiHochberg, .bonferroni])
  func peer(adjustment: FamilyAdjustment) throws {
    let family = TestFamily("areas", p: p, adjustment: adjustment)
    #expect(family.adjustedP[2].isNaN)
    let known = family.adjustedP.filter { !$0.isNaN }
    #expect(allNearly(known, try PeerFigures().numbers("families", adjustment.rawValue)))
    #expect(family.size == 5)
    #expect(family.undefinedCount == 1)
  }

  @Test("say their name and method, and what they find")
  func findings() {
    let family = TestFamily("areas with each other", p: p, adjustment: .holm)
    #expect(family.name == "areas with each other")
    #expect(family.adjustment == .holm)
    #expect(family.findings(at: 0.05) == [0, 5])
    #expect(TestFamily("one by one", p: p, adjustment: .none).findings() == [0, 1, 3, 4, 5])
  }

  @Test("of differences take their p")
  func differences() {
    let difference = Difference(value: 2, standardError: 1, degreesOfFreedom: 20)
    let none = Difference(value: .nan, standardError: 1, degreesOfFreedom: 20)
    let family = TestFamily("two", of: [difference, none, difference])
    #expect(family.size == 2)
    #expect(nearly(family.adjustedP[0], 2 * difference.p))
  }
}
