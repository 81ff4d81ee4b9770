import Testing

@testable import SafetyModel

@Suite("A probability in words")
struct OutlookTests {
  @Test(
    "has the limits of docs/methods/outlook.md",
    arguments: [
      (0, .veryUnlikely), (0.0999, .veryUnlikely), (0.1, .unlikely), (0.3299, .unlikely),
      (0.33, .even), (0.5, .even), (0.67, .even), (0.6701, .likely), (0.9, .likely),
      (0.9001, .veryLikely), (1, .veryLikely),
    ] as [(Double, OutlookWords)])
  func words(probability: Double, words: OutlookWords) {
    #expect(OutlookWords(probability: probability) == words)
  }

  @Test("never falls when the probability rises")
  func order() {
    let all = OutlookWords.allCases
    let places = (0...1000).compactMap {
      all.firstIndex(of: OutlookWords(probability: Double($0) / 1000))
    }
    #expect(places == places.sorted())
    #expect(Set(places).count == all.count)
  }
}
