/// What the tables of a breakdown have in common, whatever the item.
struct BreakdownFrame: Sendable {
  let segments: DomainSegments
  /// The pairs of domains that are compared, family by family.
  let families: [[(Int, Int)]]
  /// The same in a row.
  let pairs: [(Int, Int)]

  init(_ cells: CellNumbering, inStratumOrder order: [Int], breakdown: Breakdown) {
    segments = DomainSegments(cells: cells, inStratumOrder: order, breakdown: breakdown)
    families = breakdown.families(sizes: cells.sizes)
    pairs = families.flatMap(\.self)
  }

  /// The frames of several breakdowns.
  static func all(
    _ breakdowns: [Breakdown], of cells: CellNumbering, _ workers: Workers = .one
  ) -> [BreakdownFrame] {
    let order = cells.inStratumOrder
    return workers.map(breakdowns.count) { place in
      BreakdownFrame(cells, inStratumOrder: order, breakdown: breakdowns[place])
    }
  }
}
