import DisclosureControl
import Foundation
import Testing

@Suite("Figures hidden to protect another")
struct SecondarySuppressionTests {
  @Test("a single small area takes the next smallest with it")
  func loneArea() {
    let counts = [[[10, 5], [3, 4]], [[40, 40], [50, 45]], [[200, 210], [190, 250]]]
    let byArea = DisclosureRules().protect(InventedTables.crossed(counts))[1]
    #expect(byArea.rows[0].headline.status == .tooFewAnswers)
    #expect(byArea.rows[1].headline.status == .protectsAnother)
    #expect(byArea.rows[2].headline.status == .shown)
  }

  @Test("everyone together stays shown while anything else can be hidden")
  func everyoneLast() {
    let counts = [[[10, 5], [3, 4]], [[40, 40], [50, 45]], [[200, 210], [190, 250]]]
    let everyone = DisclosureRules().protect(InventedTables.crossed(counts))[0]
    #expect(everyone.rows[0].headline.status == .shown)
  }

  @Test("hides nothing where every group is large")
  func nothingToHide() {
    let counts = [[[100, 100], [90, 80]], [[70, 60], [50, 90]]]
    let tables = DisclosureRules().protect(InventedTables.crossed(counts))
    #expect(tables.flatMap(\.rows).flatMap(\.figures).allSatisfy { $0.status == .shown })
  }

  @Test("no hidden figure can be worked out by addition", arguments: 0..<300)
  func randomMunicipalities(seed: UInt64) {
    var random = TinyRandom(state: seed &* 7919 &+ 1)
    let areas = 2 + random.below(5)
    let categories = 2 + random.below(5)
    let counts = (0..<areas).map { _ in
      (0..<2).map { _ in
        (0..<categories).map { _ in random.below(random.below(3) == 0 ? 8 : 120) }
      }
    }
    let tables = DisclosureRules().protect(InventedTables.crossed(counts))
    #expect(ProtectedTable.recoverableFigures(in: tables).isEmpty, "seed \(seed)")
  }

  @Test("the audit finds a figure that was shown although it gives another away")
  func auditBites() throws {
    let counts = [[[10, 5], [3, 4]], [[40, 40], [50, 45]], [[200, 210], [190, 250]]]
    let tables = DisclosureRules().protect(InventedTables.crossed(counts))
    let file = String(decoding: try JSONEncoder().encode(tables), as: UTF8.self)
    let leak = file.replacingOccurrences(of: #""protectsAnother""#, with: #""shown""#)
    let leaking = try JSONDecoder().decode([ProtectedTable].self, from: Data(leak.utf8))
    #expect(!ProtectedTable.recoverableFigures(in: leaking).isEmpty)
  }
}

/// A linear congruential generator (Knuth, MMIX), enough to invent counts.
struct TinyRandom {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
