/// The sums of a survey's answers from which all its tables follow, taken in one reading.
///
/// Rows are added block by block and then forgotten, so that a survey of any size fits in memory.
/// Several threads share the work in one of two ways: each tallies some of the rows, and the
/// tallies are merged; or each tallies some of the items of all rows, which gives the very same
/// figures, to the last bit, as one thread does. The figures are those of
/// ``SurveyDesign/tabulated(_:by:in:confidence:)`` for a stratified sample of elements: sums of w
/// and w² by stratum, finest cell and category hold all that any domain needs.
public struct SurveyTally: Sendable {
  /// What every row holds.
  public let shape: TabulationShape
  /// The items that are counted, as places in the shape's.
  public let items: Range<Int>
  private var strata = StratumRegister()
  private(set) var cells: TalliedCells
  private var kept: KeptRows?
  private let limits: [UInt8]
  private let crossings: Int

  /// Starts an empty tally.
  ///
  /// - Parameters:
  ///   - shape: the dimensions and items of every row.
  ///   - isClustered: whether rows were drawn together in primary units. They are then kept, a
  ///     byte for each item and some twenty more, until all of a unit's are there.
  ///   - items: which of the shape's items to count; `nil` for all. Rows hold all items anyway.
  /// - Throws: ``TallyError/tooManyDomains`` or ``TallyError/noSuchItems(_:itemCount:)``.
  public init(
    shape: TabulationShape, isClustered: Bool = false, items: Range<Int>? = nil
  ) throws(TallyError) {
    let items = items ?? 0..<shape.itemSizes.count
    guard items.lowerBound >= 0, items.upperBound <= shape.itemSizes.count else {
      throw .noSuchItems(items, itemCount: shape.itemSizes.count)
    }
    let sizes = shape.dimensionSizes + shape.itemSizes
    guard sizes.allSatisfy({ (0...255).contains($0) }),
      let crossings = CellNumbering.crossings(shape.dimensionSizes)
    else { throw .tooManyDomains }
    (self.shape, self.items) = (shape, items)
    self.crossings = crossings
    limits = sizes.map { UInt8($0) }
    cells = TalliedCells(
      slots: SlotLayout(itemSizes: Array(shape.itemSizes[items])),
      numbering: CellNumbering(sizes: shape.dimensionSizes))
    if isClustered { kept = KeptRows(itemCount: items.count) }
  }

  /// The rows that have been added.
  public var rowCount: Int { strata.rows.reduce(0, +) }

  /// Adds rows.
  ///
  /// - Parameter block: the rows; their primary units are looked at in a clustered tally only.
  /// - Throws: ``TallyError``, which names the row or stratum; the tally is of no use after that.
  public mutating func add(_ block: AnswerBlock) throws(TallyError) {
    try check(block)
    var cellOfRow = [Int32](repeating: 0, count: block.rowCount)
    var stratumOfRow = cellOfRow
    let width = shape.rowWidth
    for row in 0..<block.rowCount {
      let stratum = try strata.stratum(
        block.strata[row],
        populationSize: block.populationSizes.isEmpty ? .infinity : block.populationSizes[row])
      strata.rows[stratum] += 1
      stratumOfRow[row] = Int32(stratum)
      if block.weights[row] > 0 { strata.weightedRows[stratum] += 1 }
      var crossing = 0
      for (place, size) in shape.dimensionSizes.enumerated() {
        crossing = crossing * (size + 1) + Int(block.codes[row * width + place])
      }
      cellOfRow[row] = Int32(
        cells.cell(stratum: stratum, crossing: crossing, crossings: crossings))
    }
    block.codes.withUnsafeBufferPointer { codes in
      guard let first = codes.baseAddress else { return }
      cells.add(
        codes: first + shape.dimensionSizes.count + items.lowerBound, stride: width,
        weights: block.weights,
        cells: cellOfRow)
    }
    kept?.add(
      block, strata: stratumOfRow, cells: cellOfRow, width: width,
      firstItem: shape.dimensionSizes.count + items.lowerBound)
  }

  private func check(_ block: AnswerBlock) throws(TallyError) {
    let rows = block.rowCount
    let columns = [
      ("primaryUnits", kept == nil ? 0 : block.primaryUnits.count, kept == nil ? 0 : rows),
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
      let place = TallyKernel.firstExcess(
        block.codes, limits, width: shape.rowWidth, rowCount: rows)
    else { return }
    throw .codeOutOfRange(
      row: place / shape.rowWidth, place: place % shape.rowWidth, code: Int(block.codes[place]),
      size: Int(limits[place % shape.rowWidth]))
  }

  /// Adds what another tally has counted.
  ///
  /// - Parameter other: the tally of other rows of the same survey.
  /// - Throws: ``TallyError/shapesDiffer`` or ``TallyError/populationSizeVaries(stratum:)``.
  public mutating func merge(_ other: SurveyTally) throws(TallyError) {
    guard shape == other.shape, items == other.items, (kept == nil) == (other.kept == nil) else {
      throw .shapesDiffer
    }
    let strata = try strata.merge(other.strata)
    let cells = cells.merge(other.cells, strata: strata)
    if let rows = other.kept { kept?.merge(rows, strata: strata, cells: cells) }
  }

  /// All counted items by all breakdowns, with intervals and all comparisons between domains.
  ///
  /// - Parameters:
  ///   - breakdowns: the tables, as places in the shape's dimensions.
  ///   - confidence: of the intervals, in (0, 1).
  /// - Returns: for each breakdown every item, in the orders given.
  /// - Throws: ``TallyError`` when a stratum has no variance, or a breakdown no dimension.
  public func tables(
    in breakdowns: [Breakdown], confidence: Double = 0.95
  ) throws(TallyError) -> [[TabulatedItem]] {
    guard rowCount > 0 else { throw .noRows }
    try breakdowns.check(dimensionCount: shape.dimensionSizes.count)
    guard let kept else {
      let (factors, degreesOfFreedom) = try elementFactors()
      return Tabulator(
        cells: cells, factors: factors, finish: finish(degreesOfFreedom, confidence),
        breakdowns: breakdowns
      ).tables()
    }
    let units = kept.unitCounts()
    return Tabulator(
      cells: cells, factors: try strata.factors(sampledUnits: units.perStratum),
      finish: finish(units.degreesOfFreedom, confidence), breakdowns: breakdowns,
      units: kept.forEachStratum
    ).tables()
  }

  /// What is known of the strata when every row was drawn on its own.
  func elementFactors() throws(TallyError) -> (strata: StratumFactors, degreesOfFreedom: Int) {
    guard kept == nil else { throw .isClustered }
    return (try strata.factors(sampledUnits: strata.rows), strata.degreesOfFreedom)
  }

  private func finish(_ degreesOfFreedom: Int, _ confidence: Double) -> TableFinish {
    TableFinish(
      degreesOfFreedom: Double(degreesOfFreedom), confidence: confidence,
      sizes: shape.dimensionSizes)
  }
}
