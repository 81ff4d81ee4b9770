import SurveyStatistics
import Testing

@Suite("Other adjustments of a family of tests")
struct FamilyAdjustmentsTests {
  private let p = [0.01, 0.02, 0.03, Double.nan, 0.5]

  @Test("Benjamini and Hochberg's divides by the rank")
  func falseDiscoveries() {
    let adjusted = benjaminiHochbergAdjusted(p)
    #expect(nearly(adjusted[0], 0.04) && nearly(adjusted[1], 0.04) && nearly(adjusted[2], 0.04))
    #expect(adjusted[3].isNaN && adjusted[4] == 0.5)
  }

  @Test("Hochberg's is never above Holm's, and Bonferroni's never below")
  func order() {
    let hochberg = hochbergAdjusted(p)
    let holm = holmAdjusted(p)
    let bonferroni = bonferroniAdjusted(p)
    for place in [0, 1, 2, 4] {
      #expect(hochberg[place] <= holm[place] && holm[place] <= bonferroni[place])
    }
    #expect(nearly(bonferroni[0], 0.04))
  }
}
