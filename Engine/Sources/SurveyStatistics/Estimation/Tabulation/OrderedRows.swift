/// Rows that have been checked and numbered by cell: what a ``SurveyTally`` takes in.
///
/// To make them is most of the work of reading that does not depend on other rows, so that whoever
/// reads a part of a survey does it there and then, and a tally takes in several at once. They are
/// filled again and again, since new memory takes longer to get than to fill.
public struct OrderedRows: Sendable {
  /// The dimensions and items of every row.
  public let shape: TabulationShape
  private(set) var strata = StratumRegister()
  private(set) var numbering: CellNumbering
  /// The cell of each row, under the numbers that cells have here.
  private(set) var cells: [Int32] = []
  /// The rows in the order of their cells, those of a cell in their own order.
  private(set) var order = GroupedPlaces([], groupCount: 0)
  /// Row by row the code in every dimension, then that of every item.
  private(set) var codes: [UInt8] = []
  private(set) var weights: [Double] = []
  /// The primary unit of each row, if there are any.
  private(set) var primaryUnits: [Int32] = []
  private let limits: [UInt8]
  private let crossings: Int

  /// The number of rows.
  public var rowCount: Int { cells.count }

  /// Makes room for rows, without any so far.
  ///
  /// - Parameter shape: the dimensions and items of every row.
  /// - Throws: ``TallyError/tooManyDomains``.
  public init(shape: TabulationShape) throws(TallyError) {
    crossings = try shape.crossings()
    self.shape = shape
    limits = (shape.dimensionSizes + shape.itemSizes).map { UInt8($0) }
    numbering = CellNumbering(sizes: shape.dimensionSizes)
  }

  /// Takes all rows out and keeps their room.
  public mutating func removeAll() {
    strata = StratumRegister()
    numbering = CellNumbering(sizes: shape.dimensionSizes)
    order = GroupedPlaces([], groupCount: 0)
    cells.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    primaryUnits.removeAll(keepingCapacity: true)
  }

  /// Makes room for some rows in all.
  public mutating func reserveCapacity(_ rows: Int) {
    cells.reserveCapacity(rows)
    codes.reserveCapacity(rows * shape.rowWidth)
    weights.reserveCapacity(rows)
  }

  /// Adds the rows of a block behind those that are here.
  ///
  /// - Parameter block: the rows; a few thousand of them stay in the nearest cache.
  /// - Throws: ``TallyError``, which names the row of this block or the stratum; the rows are of no
  ///   use after that.
  public mutating func append(_ block: AnswerBlock) throws(TallyError) {
    try check(block)
    for row in 0..<block.rowCount {
      let stratum = try strata.add(
        block.strata[row], weight: block.weights[row],
        populationSize: block.populationSizes.isEmpty ? .infinity : block.populationSizes[row])
      let crossing = block.crossing(of: row, shape)
      cells.append(
        Int32(numbering.cell(stratum: stratum, crossing: crossing, crossings: crossings)))
    }
    codes.append(contentsOf: block.codes)
    weights.append(contentsOf: block.weights)
    primaryUnits.append(contentsOf: block.primaryUnits)
  }

  /// Puts the rows into the order of their cells, after the last block; a tally does it otherwise.
  public mutating func sort() {
    guard order.places.count != cells.count else { return }
    order = GroupedPlaces(cells, groupCount: numbering.count)
  }

  private func check(_ block: AnswerBlock) throws(TallyError) {
    let rows = block.rowCount
    let units = block.primaryUnits.count
    let columns = [
      ("primaryUnits", units, units == 0 ? 0 : rows),
      ("strata", block.strata.count, rows), ("codes", block.codes.count, rows * shape.rowWidth),
      ("populationSizes", block.populationSizes.count, block.populationSizes.isEmpty ? 0 : rows),
    ]
    for (column, actual, expected) in columns where actual != expected {
      throw .rowCountMismatch(column: column, expected: expected, actual: actual)
    }
    if let row = block.weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .badWeight(row: row)
    }
    if let row = block.populationSizes.firstIndex(where: { !($0 > 0) }) {
      throw .badPopulationSize(row: row)
    }
    guard
      let place = RowKernel.firstExcess(
        block.codes, limits, width: shape.rowWidth, rowCount: rows)
    else { return }
    throw .codeOutOfRange(
      row: place / shape.rowWidth, place: place % shape.rowWidth, code: Int(block.codes[place]),
      size: Int(limits[place % shape.rowWidth]))
  }
}

extension AnswerBlock {
  /// Σ codes of a row's dimensions, the last one fastest.
  fileprivate func crossing(of row: Int, _ shape: TabulationShape) -> Int {
    var crossing = 0
    var place = row * shape.rowWidth
    for size in shape.dimensionSizes {
      crossing = crossing * (size + 1) + Int(codes[place])
      place += 1
    }
    return crossing
  }
}
