import DisclosureControl

/// Tables made from invented answer counts, for the tests of this module.
enum InventedTables {
  /// The tables of one item for everyone, by area, by sex and by both, from counts of answers.
  ///
  /// - Parameter counts: respondents by area, sex and category: `counts[area][sex][category]`.
  /// - Returns: four tables, in that order.
  static func crossed(_ counts: [[[Int]]]) -> [EstimatedTable] {
    let areas = counts.indices.map { "area\($0)" }
    let sexes = counts[0].indices.map { "sex\($0)" }
    let byArea = counts.map { add($0) }
    let bySex = counts[0].indices.map { sex in add(counts.map { $0[sex] }) }
    let area = TableDimension(code: "area", values: areas)
    let sex = TableDimension(code: "sex", values: sexes)
    let cross = areas.indices.flatMap { a in
      sexes.indices.map { s in (key: [areas[a], sexes[s]], counts: counts[a][s]) }
    }
    return [
      table([], [([], add(byArea))]),
      table([area], zip(areas, byArea).map { ([$0], $1) }),
      table([sex], zip(sexes, bySex).map { ([$0], $1) }),
      table([area, sex], cross.map { ($0.key, $0.counts) }),
    ]
  }

  static func table(
    _ dimensions: [TableDimension], _ rows: [(key: [String], counts: [Int])],
    comparisons: [EstimatedComparison] = []
  ) -> EstimatedTable {
    let categories = rows[0].counts.indices.map { "c\($0)" }
    let statistics =
      [TableStatistic(code: TableStatistic.headline, sumOf: Array(categories.prefix(1)))]
      + categories.map { TableStatistic(code: $0) }
    return EstimatedTable(
      subject: "item", measure: .proportion, dimensions: dimensions, statistics: statistics,
      rows: rows.map { row in
        let base = row.counts.reduce(0, +)
        let cells = ([row.counts[0]] + row.counts).map { cell(count: $0, base: base) }
        return EstimatedRow(key: row.key, base: base, cells: cells)
      }, comparisons: comparisons)
  }

  static func cell(count: Int, base: Int) -> EstimatedCell {
    let share = base == 0 ? .nan : Double(count) / Double(base)
    return EstimatedCell(
      value: share, standardError: 0.02, lower: share - 0.04, upper: share + 0.04, count: count)
  }

  static func comparison(
    _ kind: ComparisonKind, _ first: [String], _ second: [String], adjustedP: Double,
    otherBase: Int? = nil
  ) -> EstimatedComparison {
    EstimatedComparison(
      kind: kind, first: first, second: second, difference: 0.12345, standardError: 0.01,
      lower: 0.1, upper: 0.14, adjustedP: adjustedP, otherBase: otherBase)
  }

  private static func add(_ counts: [[Int]]) -> [Int] {
    counts[0].indices.map { category in counts.reduce(0) { $0 + $1[category] } }
  }
}
