import Testing

@testable import SurveyStatistics

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

  @Test("is the same for families in a row, small and large", arguments: [1, 3])
  func families(step: Int) {
    let families = [3, 0, 1, 40, 5]
    let p: [Double] = (0..<49 * step).map { place in
      let number = Double((place * 37) % 101)
      return place % 11 == 4 ? .nan : number / 1500
    }
    var adjusted = p
    HolmAdjustment.adjust(&adjusted, families: families, step: step)
    var start = 0
    for tests in families {
      for category in 0..<step {
        let places = (0..<tests).map { start + $0 * step + category }
        let expected = holmAdjusted(places.map { p[$0] })
        for (place, value) in zip(places, expected) {
          #expect(adjusted[place] == value || (adjusted[place].isNaN && value.isNaN))
        }
      }
      start += tests * step
    }
  }
}
