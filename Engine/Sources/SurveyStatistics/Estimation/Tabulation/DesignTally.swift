/// The sums of a design's rows, and where each row stands.
struct DesignTally {
  let design: SurveyDesign
  let items: [CodedColumn]
  private let layout: StageLayout
  /// Where each stratum's rows begin in the order of units, and after the last the number of rows.
  private let rowsOfStratum: [Int]
  private(set) var cells: TalliedCells
  /// The cell of each row.
  private(set) var cellOfRow: [Int32] = []
  /// The rows in the order of their cells.
  private(set) var order = GroupedPlaces([], groupCount: 0)

  /// Sums all items in the cells of the design's strata and some dimensions.
  ///
  /// Columns are turned into rows, a few thousand at a time, in the order of their cells.
  ///
  /// - Parameters:
  ///   - design: the sample.
  ///   - items: the answers.
  ///   - dimensions: what respondents are divided by.
  ///   - layout: the stage whose strata divide cells; `nil` for the first.
  ///   - isStratified: whether strata divide cells too, which replicates have no need of.
  init(
    _ design: SurveyDesign, _ items: [CodedColumn], by dimensions: [DomainColumn],
    layout: StageLayout? = nil, isStratified: Bool = true
  ) {
    (self.design, self.items) = (design, items)
    self.layout = layout ?? design.layout
    rowsOfStratum = self.layout.firstRows
    cells = TalliedCells(
      slots: SlotLayout(itemSizes: items.map(\.categoryCount)),
      numbering: CellNumbering(sizes: dimensions.map(\.domainCount)))
    numberCells(dimensions, isStratified)
    order = GroupedPlaces(cellOfRow, groupCount: cells.numbering.count)
    let blockSize = 4096
    for start in stride(from: 0, to: cellOfRow.count, by: blockSize) {
      let rows = Array(order.places[start..<min(start + blockSize, cellOfRow.count)])
      cells.add(
        codes: codes(of: rows), weights: rows.map { design.weights[Int($0)] },
        cells: rows.map { cellOfRow[Int($0)] })
    }
  }

  private mutating func numberCells(_ dimensions: [DomainColumn], _ isStratified: Bool) {
    var crossings = [Int](repeating: 0, count: design.rowCount)
    var count = 1
    for dimension in dimensions {
      let size = dimension.domainCount + 1
      count *= size
      dimension.codes.withUnsafeBufferPointer { codes in
        for row in codes.indices { crossings[row] = crossings[row] * size + Int(codes[row]) }
      }
    }
    cellOfRow.reserveCapacity(crossings.count)
    for (row, crossing) in crossings.enumerated() {
      let stratum =
        isStratified ? Int(layout.stratumOfUnit[Int(layout.unitOfRow[row])]) : 0
      cellOfRow.append(
        Int32(cells.cell(stratum: stratum, crossing: crossing, crossings: count)))
    }
  }

  /// Row by row the codes of all items, or of some.
  func codes(of rows: [Int32], items range: Range<Int>? = nil) -> [UInt8] {
    let items = items[range ?? items.indices]
    return [UInt8](unsafeUninitializedCapacity: rows.count * items.count) { buffer, count in
      if let target = buffer.baseAddress {
        for (item, column) in items.enumerated() {
          TallyKernel.gather(column.codes, rows, to: target + item, step: items.count)
        }
      }
      count = rows.count * items.count
    }
  }

  /// The rows of a stratum, unit by unit.
  ///
  /// - Parameters:
  ///   - stratum: of the layout.
  ///   - withCodes: whether the codes of the items are wanted.
  ///   - explained: what a calibration of rows takes out.
  /// - Returns: the rows.
  @Sendable func rows(
    ofStratum stratum: Int, withCodes: Bool = true, explained: LinearAdjustment? = nil
  ) -> StratumRows {
    var result = StratumRows()
    let places = rowsOfStratum[stratum]..<rowsOfStratum[stratum + 1]
    let rows = layout.rowsByUnit.map { Array($0[places]) } ?? places.map { Int32($0) }
    var previous: Int32 = -1
    for (place, row) in rows.enumerated() {
      let unit = layout.unitOfRow[Int(row)]
      if unit != previous, previous >= 0 { result.unitEnds.append(place) }
      previous = unit
    }
    if previous >= 0 { result.unitEnds.append(rows.count) }
    result.weights = rows.map { design.weights[Int($0)] }
    result.cells = rows.map { cellOfRow[Int($0)] }
    if withCodes { result.codes = codes(of: rows) }
    if let explained { result.variables = rows.flatMap { explained.explained(Int($0)) } }
    return result
  }
}

extension StageLayout {
  /// Where each stratum's rows begin in the order of units, and after the last the number of rows.
  fileprivate var firstRows: [Int] {
    var rows = [Int](repeating: 0, count: stratumCount + 1)
    for unit in unitOfRow { rows[Int(stratumOfUnit[Int(unit)]) + 1] += 1 }
    for stratum in 0..<stratumCount { rows[stratum + 1] += rows[stratum] }
    return rows
  }
}
