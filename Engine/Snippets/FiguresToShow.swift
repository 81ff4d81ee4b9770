// From estimates to figures that may be shown: what rests on too few answers is hidden.

import DisclosureControl

/// A row of a table about one share: nothing but what was estimated.
func row(_ key: [String], base: Int, count: Int) -> EstimatedRow {
  let share = Double(count) / Double(base)
  let cell = EstimatedCell(
    value: share, standardError: 0.02, lower: share - 0.04, upper: share + 0.04, count: count)
  return EstimatedRow(key: key, base: base, cells: [cell])
}
func table(_ dimensions: [TableDimension], _ rows: [EstimatedRow]) -> EstimatedTable {
  EstimatedTable(
    subject: "unsafe", measure: .proportion, dimensions: dimensions,
    statistics: [TableStatistic(code: TableStatistic.headline)], rows: rows, comparisons: [])
}
let area = TableDimension(code: "area", values: ["north", "south", "west"])

let shown = DisclosureRules().protect([
  table([], [row([], base: 452, count: 131)]),
  table(
    [area],
    [
      row(["north"], base: 260, count: 81), row(["south"], base: 180, count: 46),
      row(["west"], base: 12, count: 4),
    ]),
])
for row in shown[1].rows {
  print("\(row.key[0]): \(row.headline.status), \(row.headline.value ?? .nan)")
}

// Alone, the west could be worked out from the others: the next smallest is hidden with it.
precondition(shown[1].rows.map(\.headline.status) == [.shown, .protectsAnother, .tooFewAnswers])
precondition(ProtectedTable.recoverableFigures(in: shown).isEmpty)
