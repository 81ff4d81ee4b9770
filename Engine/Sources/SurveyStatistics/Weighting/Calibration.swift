import NumericKernels

extension SurveyDesign {
  /// The same sample with weights that reproduce known totals of auxiliary variables.
  ///
  ///     min Σ distance(g)   subject to   Σ g·w·x = t
  ///
  /// The variance of any estimate then comes from its residuals after regression on x, and is 0
  /// for a calibrated total. Replicate weights are calibrated one by one.
  ///
  /// - Parameters:
  ///   - auxiliaries: x and t; include a variable that is 1 everywhere with the population's size.
  ///   - method: the measure of distance.
  ///   - bounds: the smallest and largest g allowed; the logit method needs them.
  ///   - byPrimaryUnit: whether all rows of a primary unit get the same g.
  ///   - tolerance: how near each total must come, relative to it.
  ///   - maximumSteps: of the search.
  /// - Returns: the calibrated design.
  /// - Throws: ``CalibrationError``, which names the margin.
  ///
  /// Source: Deville and Särndal, *Calibration estimators in survey sampling*, 1992.
  /// R: `calibrate(design, formula, population, calfun, bounds, aggregate.stage)`.
  public func calibrated(
    to auxiliaries: [AuxiliaryTotal], method: CalibrationMethod = .linear,
    bounds: ClosedRange<Double>? = nil, byPrimaryUnit: Bool = false, tolerance: Double = 1e-10,
    maximumSteps: Int = 500
  ) throws(CalibrationError) -> SurveyDesign {
    try check(auxiliaries)
    guard bounds.map({ $0.lowerBound < 1 && $0.upperBound > 1 }) ?? (method != .logit) else {
      throw .badBounds(
        lower: bounds?.lowerBound ?? -.infinity, upper: bounds?.upperBound ?? .infinity)
    }
    let solver = CalibrationSolver(
      method: method,
      bounds: (bounds?.lowerBound ?? -.infinity, bounds?.upperBound ?? .infinity),
      tolerance: tolerance, maximumSteps: maximumSteps)
    let used = byPrimaryUnit ? auxiliaries.map(averagedByUnit) : auxiliaries
    let start = byPrimaryUnit ? averagedByUnit(weights) : weights
    let factors = try solver.factors(used, weights: start)
    var design = self
    design.weights = zip(weights, factors).map(*)
    let roots = start.map { $0.squareRoot() }
    let basis = OrthogonalBasis(columns: used.map { zip($0.values, roots).map(*) })
    design.adjustments.append(
      .regression(.init(basis: basis, scale: zip(factors, roots).map(*))))
    if var replicates {
      for index in replicates.weights.indices {
        let factors = try solver.factors(used, weights: replicates.weights[index])
        replicates.weights[index] = zip(replicates.weights[index], factors).map(*)
      }
      design.replicates = replicates
    }
    return design
  }

  private func check(_ auxiliaries: [AuxiliaryTotal]) throws(CalibrationError) {
    for auxiliary in auxiliaries {
      guard auxiliary.values.count == rowCount else {
        throw .rowCountMismatch(
          margin: auxiliary.margin, expected: rowCount, actual: auxiliary.values.count)
      }
      if let row = auxiliary.values.firstIndex(where: { !$0.isFinite }) {
        throw .missingValue(margin: auxiliary.margin, row: row)
      }
    }
  }

  private func averagedByUnit(_ auxiliary: AuxiliaryTotal) -> AuxiliaryTotal {
    AuxiliaryTotal(
      margin: auxiliary.margin, values: averagedByUnit(auxiliary.values), total: auxiliary.total)
  }

  /// The unweighted mean of each row's primary unit.
  private func averagedByUnit(_ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: layout.unitCount)
    var counts = sums
    for (row, unit) in layout.unitOfRow.enumerated() {
      sums[Int(unit)] += values[row]
      counts[Int(unit)] += 1
    }
    return layout.unitOfRow.map { sums[Int($0)] / counts[Int($0)] }
  }
}
