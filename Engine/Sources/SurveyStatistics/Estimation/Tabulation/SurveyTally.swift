/// The sums of a survey's answers from which all its tables follow, taken in one reading.
///
/// Rows are added block by block and then forgotten, so that a survey of any size fits in memory.
/// Several threads share the work: each reads and orders rows of its own, see ``OrderedRows``, and
/// adds those of some cells; the figures are the very same, to the last bit, as those of one thread.
/// Tallies of parts of a survey can also be merged. The figures are those of
/// ``SurveyDesign/tabulated(_:by:in:confidence:)`` for a stratified sample of elements: sums of w
/// and w² by stratum, finest cell and category hold all that any domain needs.
public struct SurveyTally: Sendable {
  /// What every row holds.
  public let shape: TabulationShape
  private var strata = StratumRegister()
  private(set) var cells: TalliedCells
  private var kept: KeptRows?

  /// Starts an empty tally.
  ///
  /// - Parameters:
  ///   - shape: the dimensions and items of every row.
  ///   - isClustered: whether rows were drawn together in primary units. They are then kept, a
  ///     byte for each item and some twenty more, until all of a unit's are there.
  /// - Throws: ``TallyError/tooManyDomains``.
  public init(shape: TabulationShape, isClustered: Bool = false) throws(TallyError) {
    _ = try shape.crossings()
    self.shape = shape
    cells = TalliedCells(
      slots: SlotLayout(itemSizes: shape.itemSizes),
      numbering: CellNumbering(sizes: shape.dimensionSizes))
    if isClustered { kept = KeptRows(itemCount: shape.itemSizes.count) }
  }

  /// The rows that have been added.
  public var rowCount: Int { strata.rows.reduce(0, +) }

  /// Adds rows.
  ///
  /// - Parameter block: the rows; their primary units are looked at in a clustered tally only.
  /// - Throws: ``TallyError``, which names the row or stratum; the tally is of no use after that.
  public mutating func add(_ block: AnswerBlock) throws(TallyError) {
    var rows = try OrderedRows(shape: shape)
    try rows.append(block)
    try add([rows])
  }

  /// Adds blocks of rows, one after the other as far as figures are concerned.
  ///
  /// - Parameters:
  ///   - blocks: the rows, made with this tally's shape; their primary units are looked at in a
  ///     clustered tally only.
  ///   - workers: who adds; figures do not depend on how many they are.
  /// - Throws: ``TallyError/shapesDiffer``, ``TallyError/populationSizeVaries(stratum:)``,
  ///   ``TallyError/tooManyRows`` or ``TallyError/rowCountMismatch(column:expected:actual:)`` of
  ///   the primary units; the tally is of no use after that.
  public mutating func add(
    _ blocks: [OrderedRows], workers: Workers = .one
  ) throws(TallyError) {
    var (blocks, numbers) = (blocks, [[Int]]())
    for (place, rows) in blocks.enumerated() {
      guard rows.shape == shape else { throw .shapesDiffer }
      blocks[place].sort()
      let units = rows.primaryUnits.count
      guard kept == nil || units == rows.rowCount else {
        throw .rowCountMismatch(column: "primaryUnits", expected: rows.rowCount, actual: units)
      }
      numbers.append(try strata.merge(rows.strata))
    }
    try checkRowCount()
    let cells = cells.add(blocks, strata: numbers, workers: workers)
    kept?.add(blocks, strata: numbers, cells: cells, workers: workers)
  }

  /// Adds what another tally has counted.
  ///
  /// - Parameter other: the tally of other rows of the same survey.
  /// - Throws: ``TallyError/shapesDiffer``, ``TallyError/populationSizeVaries(stratum:)`` or
  ///   ``TallyError/tooManyRows``; this tally is of no use after that.
  public mutating func merge(_ other: SurveyTally) throws(TallyError) {
    guard shape == other.shape, (kept == nil) == (other.kept == nil) else {
      throw .shapesDiffer
    }
    let strata = try strata.merge(other.strata)
    try checkRowCount()
    let cells = cells.merge(other.cells, strata: strata)
    if let rows = other.kept { kept?.merge(rows, strata: strata, cells: cells) }
  }

  /// All counted items by all breakdowns, with intervals and all comparisons between domains.
  ///
  /// - Parameters:
  ///   - breakdowns: the tables, as places in the shape's dimensions.
  ///   - confidence: of the intervals, in (0, 1).
  ///   - workers: who makes them; figures do not depend on how many they are.
  /// - Returns: for each breakdown every item, in the orders given.
  /// - Throws: ``TallyError`` when a stratum has no variance, or a breakdown no dimension.
  public func tables(
    in breakdowns: [Breakdown], confidence: Double = 0.95, workers: Workers = .one
  ) throws(TallyError) -> [[TabulatedItem]] {
    guard rowCount > 0 else { throw .noRows }
    try breakdowns.check(dimensionCount: shape.dimensionSizes.count)
    guard let kept else {
      let (factors, degreesOfFreedom) = try elementFactors()
      return Tabulator(
        cells: cells, factors: factors, finish: finish(degreesOfFreedom, confidence),
        breakdowns: breakdowns, workers: workers
      ).tables()
    }
    let units = kept.unitCounts(workers)
    return Tabulator(
      cells: cells, factors: try strata.factors(sampledUnits: units.perStratum),
      finish: finish(units.degreesOfFreedom, confidence), breakdowns: breakdowns,
      units: kept.rows(ofStratum:), workers: workers
    ).tables()
  }

  /// What is known of the strata when every row was drawn on its own.
  func elementFactors() throws(TallyError) -> (strata: StratumFactors, degreesOfFreedom: Int) {
    guard kept == nil else { throw .isClustered }
    return (try strata.factors(sampledUnits: strata.rows), strata.degreesOfFreedom)
  }

  private func checkRowCount() throws(TallyError) {
    guard rowCount <= UInt32.max else { throw .tooManyRows }
  }

  private func finish(_ degreesOfFreedom: Int, _ confidence: Double) -> TableFinish {
    TableFinish(
      degreesOfFreedom: Double(degreesOfFreedom), confidence: confidence,
      sizes: shape.dimensionSizes)
  }
}
