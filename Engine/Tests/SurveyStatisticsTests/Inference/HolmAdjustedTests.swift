import SurveyStatistics
import Testing

@Suite("Holm's adjustment of a family of tests")
struct HolmAdjustedTests {
  @Test("multiplies the smallest p by the number of tests and never lets p fall")
  func closedForm() {
    #expect(holmAdjusted([0.01, 0.04, 0.03]) == [0.03, 0.06, 0.06])
  }

  @Test("leaves undefined tests out of the family")
  func undefined() {
    let adjusted = holmAdjusted([0.02, .nan, 0.5])
    #expect(adjusted[0] == 0.04)
    #expect(adjusted[1].isNaN)
    #expect(adjusted[2] == 0.5)
  }

  @Test("never goes above 1")
  func ceiling() {
    #expect(holmAdjusted([0.6, 0.7]) == [1, 1])
    #expect(holmAdjusted([]).isEmpty)
  }
}
