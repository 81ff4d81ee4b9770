import Testing

@testable import SurveyStatistics

@Suite("Slots of items")
struct SlotLayoutTests {
  @Test("have one place more than the categories, for missing")
  func slots() {
    let slots = SlotLayout(itemSizes: [2, 0, 3])
    #expect(slots.firstSlots == [0, 3, 4] && slots.slotCount == 8)
    #expect(slots.figures(of: 2) == 2..<5 && slots.figures(of: 1).isEmpty)
    #expect(slots.figureCount == 5 && slots.itemCount == 3)
    #expect(slots.itemRanges(figures: 2) == [0..<1, 1..<3])
    #expect(slots.itemRanges(figures: 9) == [0..<3])
    #expect(SlotLayout(itemSizes: []).itemRanges(figures: 1).isEmpty)
  }
}
