import DisclosureControl
import Testing

@Suite("Which rules are laxer")
struct DisclosureRulesTests {
  @Test("each rule on its own can make the rules laxer")
  func laxer() {
    let laxer: [DisclosureRules] = [
      DisclosureRules(minimumBase: 29), DisclosureRules(minimumCount: 4),
      DisclosureRules(baseBand: 5), DisclosureRules(oneDecimalFromBase: 500),
      DisclosureRules(level: 0.1),
    ]
    #expect(laxer.allSatisfy { $0.isLaxer(than: .floor) })
  }

  @Test("stricter and equal rules are allowed")
  func stricter() {
    #expect(!DisclosureRules().isLaxer(than: .floor))
    #expect(!DisclosureRules(minimumBase: 60, minimumCount: 10).isLaxer(than: .floor))
  }
}
