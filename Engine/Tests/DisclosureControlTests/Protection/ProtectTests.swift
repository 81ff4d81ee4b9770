import DisclosureControl
import Foundation
import Testing

@Suite("From estimated to protected tables")
struct ProtectTests {
  private let area = TableDimension(code: "area", values: ["a", "b", "c"])

  private func byArea(
    _ rows: [(key: [String], counts: [Int])], _ comparisons: [EstimatedComparison]
  ) -> ProtectedTable {
    DisclosureRules().protect([InventedTables.table([area], rows, comparisons: comparisons)])[0]
  }

  @Test("keeps a comparison only when both sides are shown")
  func comparisons() {
    let table = byArea(
      [(["a"], [50, 50]), (["b"], [60, 50]), (["c"], [4, 3])],
      [
        InventedTables.comparison(.pair, ["b"], ["a"], adjustedP: 0.01),
        InventedTables.comparison(.pair, ["b"], ["c"], adjustedP: 0.01),
      ])
    // c is too small, and hides the next smallest with it.
    #expect(table.comparisons.isEmpty)
  }

  @Test("a difference is certain below the level only, and rounded like its sides")
  func certainty() {
    let rows = [(key: ["a"], counts: [50, 50]), (["b"], [60, 50]), (["c"], [70, 40])]
    let table = byArea(
      rows,
      [
        InventedTables.comparison(.pair, ["a"], ["b"], adjustedP: 0.049),
        InventedTables.comparison(.pair, ["a"], ["c"], adjustedP: 0.05),
        InventedTables.comparison(.pair, ["b"], ["c"], adjustedP: .nan),
      ])
    #expect(table.comparisons.map(\.isCertain) == [true, false])
    #expect(table.comparisons.allSatisfy { $0.difference == 0.12 && $0.decimals == 0 })
  }

  @Test("a change needs enough answers in the earlier wave too")
  func change() {
    let rows = [(key: ["a"], counts: [50, 50]), (["b"], [60, 50]), (["c"], [70, 40])]
    let table = byArea(
      rows,
      [
        InventedTables.comparison(.change(since: 2021), ["a"], ["a"], adjustedP: 0, otherBase: 29),
        InventedTables.comparison(.change(since: 2021), ["b"], ["b"], adjustedP: 0, otherBase: 30),
      ])
    #expect(table.comparisons.map(\.first) == [["b"]])
  }

  @Test("a protected table survives being written and read")
  func roundTrip() throws {
    let counts = [[[10, 5], [3, 4]], [[40, 40], [50, 45]], [[200, 210], [190, 250]]]
    let tables = DisclosureRules().protect(InventedTables.crossed(counts))
    let again = try JSONDecoder().decode(
      [ProtectedTable].self, from: JSONEncoder().encode(tables))
    #expect(again == tables)
  }
}
