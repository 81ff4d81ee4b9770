import DisclosureControl
import Foundation
import Testing

@Suite("The audit of hidden figures")
struct LoneHiddenFiguresTests {
  private let counts = [[[10, 5], [3, 4]], [[40, 40], [50, 45]], [[200, 210], [190, 250]]]

  @Test("finds nothing in tables that were protected together")
  func protected() {
    let tables = DisclosureRules().protect(InventedTables.crossed(counts))
    #expect(ProtectedTable.recoverableFigures(in: tables).isEmpty)
  }

  @Test("names the table, the row and the statistic that can be worked out")
  func leaking() throws {
    let tables = DisclosureRules().protect(InventedTables.crossed(counts))
    let file = String(decoding: try JSONEncoder().encode(tables), as: UTF8.self)
    let leak = file.replacingOccurrences(of: #""protectsAnother""#, with: #""shown""#)
    let leaking = try JSONDecoder().decode([ProtectedTable].self, from: Data(leak.utf8))
    let found = ProtectedTable.recoverableFigures(in: leaking)
    #expect(
      found.contains { $0.dimensions == ["area"] && $0.key == ["area0"] && $0.statistic == "c0" })
  }
}
