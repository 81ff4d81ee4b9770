extension SurveyDesign {
  /// The sums of all items in the cells of the design's strata and some dimensions.
  ///
  /// Columns are turned into rows, a few thousand at a time, in the order of their cells.
  func tallied(_ items: [CodedColumn], by dimensions: [DomainColumn]) -> TalliedCells {
    var cells = TalliedCells(
      slots: SlotLayout(itemSizes: items.map(\.categoryCount)),
      numbering: CellNumbering(sizes: dimensions.map(\.domainCount)))
    let cellOfRow = numberCells(&cells, dimensions)
    let order = cellOfRow.placesInOrder(count: cells.numbering.count)
    let blockSize = 4096
    var codes = [UInt8](repeating: 0, count: blockSize * items.count)
    var start = 0
    while start < order.count {
      let rows = order[start..<min(start + blockSize, order.count)]
      for (item, column) in items.enumerated() {
        TallyKernel.gather(column.codes, Array(rows), to: &codes, from: item, step: items.count)
      }
      cells.add(
        codes: codes, stride: items.count, weights: rows.map { weights[Int($0)] },
        cells: rows.map { cellOfRow[Int($0)] })
      start += rows.count
    }
    return cells
  }

  private func numberCells(_ cells: inout TalliedCells, _ dimensions: [DomainColumn]) -> [Int32] {
    var crossings = [Int](repeating: 0, count: rowCount)
    var count = 1
    for dimension in dimensions {
      let size = dimension.domainCount + 1
      count *= size
      dimension.codes.withUnsafeBufferPointer { codes in
        for row in codes.indices { crossings[row] = crossings[row] * size + Int(codes[row]) }
      }
    }
    return crossings.indices.map { row in
      let stratum = Int(layout.stratumOfUnit[Int(layout.unitOfRow[row])])
      return Int32(cells.cell(stratum: stratum, crossing: crossings[row], crossings: count))
    }
  }
}
