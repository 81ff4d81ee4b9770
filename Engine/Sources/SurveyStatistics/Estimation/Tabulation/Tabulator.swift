/// Makes tables from the sums of cells.
struct Tabulator {
  let cells: TalliedCells
  let factors: StratumFactors
  let finish: TableFinish

  /// For each breakdown every item.
  func tables(in breakdowns: [Breakdown]) -> [[TabulatedItem]] {
    let sums = CategorySums(cells)
    let order = cells.numbering.inStratumOrder
    return breakdowns.map { breakdown in
      let figures = BreakdownFigures(
        cells: cells, sums: sums, order: order, breakdown: breakdown)
      figures.addElementVariances(sums, factors)
      return finish.items(figures)
    }
  }
}
