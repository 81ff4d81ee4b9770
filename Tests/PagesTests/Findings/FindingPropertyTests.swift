import DisclosureControl
import Pages
import SafetyModel
import Testing
import Texts

/// On random tables: no sentence says more than what is certain.
@Suite("Findings never claim what isn't certain")
struct FindingPropertyTests {
  /// A small generator of its own, so that a failure can be repeated from its seed.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static func findings(
    _ against: [Sketch.Verdict], _ sexes: [Sketch.Verdict], _ pairs: [(Int, Int, Sketch.Verdict)],
    _ language: String
  ) -> [Finding] {
    let teller = Sketch.teller(Sketch.codebook(areas: against.count), language)
    let byArea = Sketch.byArea(against, pairs: pairs, changes: [(2021, sexes[0])])
    let everyone = Sketch.everyone(sexes[0] == .hidden ? .uncertain : sexes[0])
    return [
      Findings.areasAgainstAll(byArea, teller), Findings.areasAgainstAll(byArea, teller.short),
      Findings.numberOfDifferingAreas(byArea, teller), Findings.extremeAreas(byArea, teller),
      Findings.sexInAreas(Sketch.bySexInAreas(sexes), teller),
      Findings.sexInAreas(Sketch.bySexInAreas(sexes), teller.short),
      Findings.groupDifferences(byArea, teller),
      Findings.areaStanding("a0", tables: [byArea], teller),
      Findings.areaChanges("a0", tables: [byArea], teller),
      Findings.lede(everyone, byArea: byArea, year: 2025, teller),
      Findings.change(everyone, earlier: { _ in nil }, teller),
    ].compactMap { $0 }
  }

  @Test("every comparison that the words rest on is certain", arguments: 0..<200)
  func claims(seed: Int) {
    var generator = Generator(state: UInt64(seed))
    let all: [Sketch.Verdict] = [.higher, .lower, .uncertain, .hidden]
    let count = Int.random(in: 2...6, using: &generator)
    func verdict() -> Sketch.Verdict { all.randomElement(using: &generator) ?? .hidden }
    let against = (0..<count).map { _ in verdict() }
    let sexes = (0..<count).map { _ in verdict() }
    let pairs = (1..<count).map { (0, $0, verdict()) }
    for texts in Texts.all {
      let found = Self.findings(against, sexes, pairs, texts.language.code)
      for finding in found {
        #expect(!finding.claims.contains { !$0.isCertain })
        #expect(!finding.text.contains("⟦") && !finding.text.contains("{"))
        #expect(finding.text.hasSuffix("."))
        #expect(!finding.text.contains("  ") && !finding.text.contains(" ."))
        #expect(finding.text.first?.isLowercase == false)
      }
    }
  }

  @Test("nothing certain: no word of difference or change without a no", arguments: 2...6)
  func nothingCertain(count: Int) {
    let none = Array(repeating: Sketch.Verdict.uncertain, count: count)
    let pairs = (1..<count).map { (0, $0, Sketch.Verdict.uncertain) }
    for language in ["sv", "en"] {
      for finding in Self.findings(none, none, pairs, language) {
        #expect(finding.claims.isEmpty)
        for word in [
          "vanligare", "högre", "lägre", "ökat", "minskat", "Vanligast", "sämre", "bättre",
          "more common", "less common", "higher", "lower", "risen", "fallen", "worse", "better",
        ] {
          #expect(!finding.text.contains(word), "\(finding.text)")
        }
      }
    }
  }

  @Test("the size and direction of what isn't certain change no word", arguments: 0..<50)
  func uncertainSizes(seed: Int) {
    var generator = Generator(state: UInt64(seed) &+ 1000)
    let all: [Sketch.Verdict] = [.higher, .lower, .uncertain, .uncertain]
    let verdicts = (0..<6).map { _ in all.randomElement(using: &generator) ?? .uncertain }
    let teller = Sketch.teller(Sketch.codebook(), "sv")
    let plain = verdicts.map { _ in 0.1 }
    let turned = verdicts.map {
      $0 == .uncertain ? Double.random(in: -0.3...0.3, using: &generator) : 0.1
    }
    let one = Findings.areasAgainstAll(Sketch.byArea(verdicts, sizes: plain), teller)
    let other = Findings.areasAgainstAll(Sketch.byArea(verdicts, sizes: turned), teller)
    #expect(one?.text == other?.text)
  }
}
