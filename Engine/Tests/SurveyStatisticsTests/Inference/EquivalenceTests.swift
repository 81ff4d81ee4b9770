import SurveyStatistics
import Testing

@Suite("Equivalence")
struct EquivalenceTests {
  @Test("has the one-sided p that scipy gives")
  func peer() throws {
    let peer = try PeerFigures()
    let means = try peer.design().means(of: peer.column("victim"), by: peer.groups("area"))
    let test = means.difference((0, 0), minus: (4, 0)).equivalence(within: 0.05)
    #expect(nearly(test.lowerP, peer.numbers("equivalence", "lower")[0], 1e-9))
    #expect(nearly(test.upperP, peer.numbers("equivalence", "upper")[0], 1e-9))
    #expect(test.p == test.upperP)
  }

  @Test("is found exactly when the 90 % interval lies within the margin")
  func interval() {
    for step in -30...30 {
      let difference = Difference(
        value: Double(step) / 300, standardError: 0.03, degreesOfFreedom: 40)
      let ends = difference.interval(confidence: 0.9)
      let isInside = ends.lower >= -0.08 && ends.upper <= 0.08
      #expect(difference.equivalence(within: 0.08).isEquivalent() == isInside)
    }
  }

  @Test("turns with the sign of the difference")
  func symmetry() {
    let difference = Difference(value: 0.02, standardError: 0.03, degreesOfFreedom: 40)
    let turned = Difference(value: -0.02, standardError: 0.03, degreesOfFreedom: 40)
    #expect(
      nearly(difference.equivalence(within: 0.1).p, turned.equivalence(within: 0.1).p))
    #expect(
      nearly(
        difference.equivalence(within: -0.05...0.1).lowerP,
        turned.equivalence(within: -0.1...0.05).upperP))
  }

  @Test("without error is certain, without a figure undefined")
  func ends() {
    let exact = Difference(value: 0.02, standardError: 0, degreesOfFreedom: 40)
    #expect(exact.equivalence(within: 0.03).p == 0)
    #expect(exact.equivalence(within: 0.01).p == 1)
    let none = Difference(value: .nan, standardError: .nan, degreesOfFreedom: 40)
    #expect(none.equivalence(within: 0.03).p.isNaN)
    #expect(!none.equivalence(within: 0.03).isEquivalent())
  }
}
