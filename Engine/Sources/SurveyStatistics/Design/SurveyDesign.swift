/// How a survey was drawn and weighted: what an estimate needs to know of its own uncertainty.
///
/// Respondents are rows; all columns of one survey have them in the same order. A design is a
/// value: it is never changed, and every estimate of a domain uses all of it, so that strata and
/// units without respondents in the domain count as they must.
///
/// R: `svydesign(id = ~unit, strata = ~stratum, weights = ~weight, fpc = ~size, nest = TRUE)`.
public struct SurveyDesign: Sendable {
  /// The weight of each row: how many persons of the population it stands for.
  public let weights: [Double]
  /// What is done with a stratum that has one sampled unit.
  public let lonelyUnits: LonelyUnitRule
  /// Primary units − strata, counting those with any weight; what R calls `degf`.
  public let degreesOfFreedom: Int
  let layout: StageLayout

  /// Describes a sample drawn in one stage, or of which only the first stage counts.
  ///
  /// - Parameters:
  ///   - weights: a weight for each row, 0 or more; 0 leaves the row out of every estimate.
  ///   - strata: the stratum of each row, any codes; `nil` when the sample is not stratified.
  ///   - primaryUnits: the primary unit of each row; the same code in two strata is two units;
  ///     `nil` when every row was drawn on its own.
  ///   - populationSizes: the primary units in the row's stratum in the population; `nil` when
  ///     drawn with replacement, or so small a part of them that it makes no difference.
  ///   - lonelyUnits: what is done with a stratum that has one sampled unit.
  /// - Throws: ``DesignError``, which names the row or stratum.
  public init(
    weights: [Double], strata: [Int32]? = nil, primaryUnits: [Int32]? = nil,
    populationSizes: [Double]? = nil, lonelyUnits: LonelyUnitRule = .fail
  ) throws(DesignError) {
    guard !weights.isEmpty else { throw .noRows }
    for (column, count) in [
      ("strata", strata?.count), ("primaryUnits", primaryUnits?.count),
      ("populationSizes", populationSizes?.count),
    ] {
      if let count, count != weights.count {
        throw .rowCountMismatch(column: column, expected: weights.count, actual: count)
      }
    }
    if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .badWeight(row: row)
    }
    layout = try StageLayout(
      rowCount: weights.count, strata: strata, units: primaryUnits,
      populationSizes: populationSizes)
    self.weights = weights
    self.lonelyUnits = lonelyUnits
    degreesOfFreedom = layout.degreesOfFreedom(weights: weights)
    if lonelyUnits == .fail { try Self.refuseLonelyUnits(in: layout) }
  }

  /// The number of respondents.
  public var rowCount: Int { weights.count }

  private static func refuseLonelyUnits(in layout: StageLayout) throws(DesignError) {
    for stratum in 0..<layout.stratumCount
    where layout.sampledUnits(stratum) == 1 && layout.populationCorrection(stratum) > 1e-7 {
      throw .lonelyUnit(stratum: layout.stratumCodes[stratum])
    }
  }
}
