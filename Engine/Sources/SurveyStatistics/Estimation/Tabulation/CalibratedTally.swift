/// A tally whose weights reproduce known sizes of domains.
///
/// The variance of any figure is that of its residuals after regression on the margins.
public struct CalibratedTally: Sendable {
  private let cells: TalliedCells
  private let strata: StratumFactors
  private let degreesOfFreedom: Int
  private let calibration: CellCalibration

  init(
    cells: TalliedCells, strata: StratumFactors, degreesOfFreedom: Int,
    calibration: CellCalibration
  ) {
    self.cells = cells
    self.strata = strata
    self.degreesOfFreedom = degreesOfFreedom
    self.calibration = calibration
  }

  /// All items by all breakdowns, as ``SurveyTally/tables(in:confidence:workers:)``.
  ///
  /// - Parameters:
  ///   - breakdowns: the tables, as places in the shape's dimensions.
  ///   - confidence: of the intervals, in (0, 1).
  ///   - workers: who makes them; figures do not depend on how many they are.
  /// - Returns: for each breakdown every item, in the orders given.
  /// - Throws: ``TallyError/noSuchDimension(index:dimensionCount:)``.
  public func tables(
    in breakdowns: [Breakdown], confidence: Double = 0.95, workers: Workers = .one
  ) throws(TallyError) -> [[TabulatedItem]] {
    let sizes = cells.numbering.sizes
    try breakdowns.check(dimensionCount: sizes.count)
    let finish = TableFinish(
      degreesOfFreedom: Double(degreesOfFreedom), confidence: confidence, sizes: sizes)
    return Tabulator(
      cells: cells, factors: strata, finish: finish, breakdowns: breakdowns,
      calibration: calibration, workers: workers
    ).tables()
  }
}

extension SurveyTally {
  /// The weighted size of each domain: Σw over all its rows, whatever they answered.
  ///
  /// - Parameter breakdown: the domains, as places in the shape's dimensions.
  /// - Returns: persons, domain by domain.
  /// - Throws: ``TallyError/noSuchDimension(index:dimensionCount:)``.
  public func weightedSizes(of breakdown: Breakdown) throws(TallyError) -> [Double] {
    try [breakdown].check(dimensionCount: shape.dimensionSizes.count)
    var sizes = [Double](
      repeating: 0, count: breakdown.dimensions.reduce(1) { $0 * shape.dimensionSizes[$1] })
    for (domain, whole) in zip(cells.numbering.domains(of: breakdown), cells.wholes)
    where domain >= 0 {
      sizes[domain] += whole.x
    }
    return sizes
  }

  /// The same answers with weights that reproduce known sizes of domains, for elements.
  ///
  ///     min Σ distance(g)   subject to   Σ g·w = N  in every domain of every margin
  ///
  /// As all rows of a cell belong to the same domains, whole cells are calibrated, and the cost
  /// does not depend on the rows. The figures are those of
  /// ``SurveyDesign/calibrated(to:method:bounds:byPrimaryUnit:tolerance:maximumSteps:)``.
  ///
  /// - Parameters:
  ///   - margins: the domains and their sizes; all margins add up to the same population.
  ///   - method: the measure of distance.
  ///   - bounds: the smallest and largest g allowed; the logit method needs them.
  /// - Returns: the calibrated tally.
  /// - Throws: ``CalibratedTallyError``.
  ///
  /// Source: Deville and Särndal, *Calibration estimators in survey sampling*, 1992.
  public func calibrated(
    to margins: [TallyMargin], method: CalibrationMethod = .linear,
    bounds: ClosedRange<Double>? = nil
  ) throws(CalibratedTallyError) -> CalibratedTally {
    let elements: (strata: StratumFactors, degreesOfFreedom: Int)
    do throws(TallyError) {
      try margins.map(\.breakdown).check(dimensionCount: shape.dimensionSizes.count)
      elements = try elementFactors()
    } catch {
      throw .tally(error)
    }
    var auxiliaries: [AuxiliaryTotal] = []
    for margin in margins { auxiliaries.append(contentsOf: try self.auxiliaries(of: margin)) }
    do throws(CalibrationError) {
      return CalibratedTally(
        cells: cells, strata: elements.strata, degreesOfFreedom: elements.degreesOfFreedom,
        calibration: try CellCalibration(
          cells, to: auxiliaries, strata: elements.strata, method: method, bounds: bounds))
    } catch {
      throw .calibration(error)
    }
  }

  private func auxiliaries(
    of margin: TallyMargin
  ) throws(CalibratedTallyError) -> [AuxiliaryTotal] {
    let domains = cells.numbering.domains(of: margin.breakdown)
    let count = margin.breakdown.dimensions.reduce(1) { $0 * shape.dimensionSizes[$1] }
    guard margin.totals.count == count else {
      throw .calibration(
        .rowCountMismatch(margin: margin.name, expected: count, actual: margin.totals.count))
    }
    guard !domains.contains(-1) else { throw .rowsOutside(margin: margin.name) }
    return margin.totals.enumerated().map { domain, total in
      AuxiliaryTotal(
        margin: "\(margin.name) \(domain + 1)", values: domains.map { $0 == domain ? 1 : 0 },
        total: total)
    }
  }
}

/// Why a tally cannot be calibrated.
public enum CalibratedTallyError: Error, Sendable, Hashable {
  /// The tally itself is not fit for it.
  case tally(TallyError)
  /// The totals cannot be reached.
  case calibration(CalibrationError)
  /// Some rows are in no domain of a margin.
  case rowsOutside(margin: String)
}

extension [Breakdown] {
  /// Refuses dimensions that are not there.
  func check(dimensionCount: Int) throws(TallyError) {
    for place in flatMap(\.dimensions) where !(0..<dimensionCount).contains(place) {
      throw .noSuchDimension(index: place, dimensionCount: dimensionCount)
    }
  }
}
