import DisclosureControl
import Testing

@Suite("A protected table")
struct ProtectedTableTests {
  private let tables = DisclosureRules().protect(
    InventedTables.crossed([[[60, 50], [70, 40]], [[40, 40], [50, 45]]]))

  @Test("finds a row by its key, and no row by a key that it lacks")
  func rows() {
    #expect(tables[3].row(["area1", "sex0"])?.headline.value == 0.5)
    #expect(tables[3].row(["area1"]) == nil && tables[3].row(["area9", "sex0"]) == nil)
  }

  @Test("knows the codes of its dimensions, outermost first")
  func dimensionCodes() {
    #expect(tables.map(\.dimensionCodes) == [[], ["area"], ["sex"], ["area", "sex"]])
  }
}
