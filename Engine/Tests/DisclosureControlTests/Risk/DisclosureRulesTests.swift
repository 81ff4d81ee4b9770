import DisclosureControl
import Testing

@Suite("Rules of what may be shown")
struct DisclosureRulesTests {
  @Test("are the public ones at their laxest")
  func floor() {
    #expect(DisclosureRules() == .floor)
    let floor = DisclosureRules.floor
    #expect(floor.minimumBase == 30 && floor.minimumCount == 5 && floor.baseBand == 10)
    #expect(floor.oneDecimalFromBase == 1000 && floor.level == 0.05)
  }
}
