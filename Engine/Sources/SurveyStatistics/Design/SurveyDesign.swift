/// How a survey was drawn and weighted: what an estimate needs to know of its own uncertainty.
///
/// Respondents are rows; all columns of one survey have them in the same order. A design is a
/// value: it is never changed, and every estimate of a domain uses all of it, so that strata and
/// units without respondents in the domain count as they must.
///
/// R: `svydesign(id = ~unit, strata = ~stratum, weights = ~weight, fpc = ~size, nest = TRUE)`.
/// Golden values: `Golden/*.json`, one file for each of 32 designs, made with R survey 4.5.
public struct SurveyDesign: Sendable {
  /// The weight of each row: how many persons of the population it stands for; 0 for rows left out.
  ///
  /// Calibration by ``CalibrationMethod/linear`` without bounds may make some negative.
  public internal(set) var weights: [Double]
  /// What is done with a stratum that has one sampled unit.
  public let lonelyUnits: LonelyUnitRule
  /// Whether the rule also holds for strata where a domain has answers in one unit of several.
  public let includesLonelyInDomains: Bool
  /// What R calls `degf`: primary units − strata, of those with any weight; of replicates the rank
  /// of their weights − 1, unless it was given or they were made here.
  public internal(set) var degreesOfFreedom: Int
  let stages: [StageLayout]
  /// What calibration has taken out of the variance, in the order that it was done.
  var adjustments: [WeightAdjustment] = [] {
    didSet { linear = Remembered() }
  }
  private var linear = Remembered<LinearCalibration>()
  var replicates: ReplicateWeights?
  /// The rows that an adjustment for non-response or standardisation has taken out for good.
  var leftOut = 0

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
  ///   - includesLonelyInDomains: whether that is also done where a domain touches only one of
  ///     several units, by the rules that fill in (adjust, average); R's
  ///     `survey.adjust.domain.lonely`.
  /// - Throws: ``DesignError/noRows``; ``DesignError/badWeight(row:)``;
  ///   ``DesignError/rowCountMismatch(column:expected:actual:)``;
  ///   ``DesignError/badPopulationSize(row:)``; ``DesignError/populationSizeVaries(stratum:)``;
  ///   ``DesignError/populationSmallerThanSample(stratum:population:sample:)``;
  ///   ``DesignError/lonelyUnit(stratum:)`` by the rule ``LonelyUnitRule/fail``.
  public init(
    weights: [Double], strata: [Int32]? = nil, primaryUnits: [Int32]? = nil,
    populationSizes: [Double]? = nil, lonelyUnits: LonelyUnitRule = .fail,
    includesLonelyInDomains: Bool = false
  ) throws(DesignError) {
    try Self.check(weights)
    try Self.check(
      rowCount: weights.count,
      [
        ("strata", strata?.count), ("primaryUnits", primaryUnits?.count),
        ("populationSizes", populationSizes?.count),
      ])
    let layout = try StageLayout(
      rowCount: weights.count, strata: strata, units: primaryUnits,
      populationSizes: populationSizes)
    try self.init(
      weights: weights, layouts: [layout], lonelyUnits: lonelyUnits,
      includesLonelyInDomains: includesLonelyInDomains)
  }

  /// Describes a sample drawn in several stages.
  ///
  /// A later stage adds to the variance only as far as the stages above it have population sizes:
  /// with replacement at the first stage, that stage's variance holds all of it.
  ///
  /// - Parameters:
  ///   - weights: a weight for each row, over all stages.
  ///   - stages: at least one, the first stage first.
  ///   - lonelyUnits: what is done with a stratum that has one sampled unit, at every stage.
  ///   - includesLonelyInDomains: as for the design with one stage.
  /// - Throws: What a design with one stage throws; ``DesignError/noStages``; and of strata below
  ///   the first stage ``DesignError/lonelyLaterUnit(row:)``,
  ///   ``DesignError/laterPopulationSizeVaries(row:)`` and
  ///   ``DesignError/laterPopulationSmallerThanSample(row:population:sample:)``.
  ///
  /// R: `svydesign(id = ~unit1 + unit2, fpc = ~size1 + size2, …)`.
  public init(
    weights: [Double], stages: [SamplingStage], lonelyUnits: LonelyUnitRule = .fail,
    includesLonelyInDomains: Bool = false
  ) throws(DesignError) {
    try Self.check(weights)
    let layouts = try Self.layouts(of: stages, rowCount: weights.count)
    try self.init(
      weights: weights, layouts: layouts, lonelyUnits: lonelyUnits,
      includesLonelyInDomains: includesLonelyInDomains)
  }

  private init(
    weights: [Double], layouts: [StageLayout], lonelyUnits: LonelyUnitRule,
    includesLonelyInDomains: Bool
  ) throws(DesignError) {
    self.weights = weights
    self.lonelyUnits = lonelyUnits
    self.includesLonelyInDomains = includesLonelyInDomains
    stages = layouts
    degreesOfFreedom = layouts[0].degreesOfFreedom(weights: weights)
    if lonelyUnits == .fail {
      for layout in layouts { try layout.refuseLonelyUnits() }
    }
  }

  /// The number of rows: respondents, and those who did not answer where the design has them.
  public var rowCount: Int { weights.count }

  /// Whether R keeps the rows outside of a subpopulation, at weight 0, and counts them.
  var keepsAllRows: Bool { !adjustments.isEmpty && replicates == nil }

  /// All adjustments of the weights together, for tables of rows that are not alike in cells.
  var linearCalibration: LinearCalibration {
    linear.value {
      LinearCalibration(
        LinearAdjustment(adjustmentsInOrder, rowCount: rowCount), stages: countedStages)
    }
  }

  /// The rows that R counts where it counts all of a calibrated design.
  var countedRows: Int { rowCount - leftOut }

  /// The degrees of freedom of a part of the sample, from the units and strata that it touches.
  ///
  /// - Parameter rows: whether each row is in the part.
  /// - Returns: its primary units − strata; for replicates the rank of their weights there, − 1.
  ///
  /// R: `degf(subset(design, rows))`.
  public func degreesOfFreedom(within rows: [Bool]) -> Int {
    // Of a whole design R keeps what it counted before calibration changed the replicates.
    if replicates != nil, rows.allSatisfy(\.self) { return degreesOfFreedom }
    let used = zip(weights, rows).map { $1 ? $0 : 0 }
    return replicates?.degreesOfFreedom(within: rows) ?? layout.degreesOfFreedom(weights: used)
  }

  var layout: StageLayout { stages[0] }

  static func check(_ weights: [Double]) throws(DesignError) {
    guard !weights.isEmpty else { throw .noRows }
    if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .badWeight(row: row)
    }
  }

  static func check(
    rowCount: Int, _ columns: [(name: String, count: Int?)]
  ) throws(DesignError) {
    for (column, count) in columns {
      if let count, count != rowCount {
        throw .rowCountMismatch(column: column, expected: rowCount, actual: count)
      }
    }
  }
}
