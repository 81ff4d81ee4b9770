import NumericKernels

extension SurveyDesign {
  /// The same sample with weights that reproduce known totals of auxiliary variables.
  ///
  ///     min Σ w·distance(g)   subject to   Σ g·w·x = t
  ///
  /// The variance of any estimate then comes from its residuals after regression on x, and is 0
  /// for a calibrated total. Replicate weights are calibrated one by one.
  ///
  /// - Parameters:
  ///   - auxiliaries: x and t; include a variable that is 1 everywhere with the population's size.
  ///   - method: the measure of distance.
  ///   - bounds: the smallest and largest g allowed, around 1; the logit method needs them.
  ///   - byPrimaryUnit: whether all rows of a primary unit get the same g.
  ///   - tolerance: how near each total t must come, relative to 1 + |t|.
  ///   - maximumSteps: of the search.
  /// - Returns: the calibrated design.
  /// - Throws: As ``calibrated(to:options:)``.
  ///
  /// Source: Deville and Särndal, *Calibration estimators in survey sampling*, 1992.
  /// R: `calibrate(design, formula, population, calfun, bounds, aggregate.stage)`.
  /// Golden values: `Golden/c1_*.json` and `Golden/variant_bounded_*.json`.
  public func calibrated(
    to auxiliaries: [AuxiliaryTotal], method: CalibrationMethod = .linear,
    bounds: ClosedRange<Double>? = nil, byPrimaryUnit: Bool = false, tolerance: Double = 1e-10,
    maximumSteps: Int = 500
  ) throws(CalibrationError) -> SurveyDesign {
    var options = CalibrationOptions()
    options.method = method
    options.bounds = bounds
    options.byPrimaryUnit = byPrimaryUnit
    options.tolerance = tolerance
    options.maximumSteps = maximumSteps
    return try calibrated(to: auxiliaries, options: options)
  }

  /// The same sample with weights that reproduce known totals, with every option of the method.
  ///
  /// - Parameters:
  ///   - auxiliaries: x and t; include a variable that is 1 everywhere with the population's size.
  ///   - options: measure of distance, bounds, groups of rows, variances, trimming.
  /// - Returns: the calibrated design. After trimming, the totals are no longer met exactly.
  /// - Throws: ``CalibrationError/rowCountMismatch(margin:expected:actual:)``;
  ///   ``CalibrationError/missingValue(margin:row:)``, also for a variance that is not above 0;
  ///   ``CalibrationError/badBounds(lower:upper:)``;
  ///   ``CalibrationError/notReached(margin:wanted:reached:)``.
  ///
  /// R: `calibrate(design, formula, population, calfun, bounds, bounds.const, variance, trim)`.
  public func calibrated(
    to auxiliaries: [AuxiliaryTotal], options: CalibrationOptions
  ) throws(CalibrationError) -> SurveyDesign {
    try check(auxiliaries, options)
    let groups = options.groups ?? (options.byPrimaryUnit ? layout.unitOfRow : nil)
    let averages = groups.map(GroupAverages.init)
    let used = auxiliaries.map { auxiliary in
      AuxiliaryTotal(
        margin: auxiliary.margin,
        values: averages?.of(auxiliary.values) ?? auxiliary.values, total: auxiliary.total)
    }
    let variances =
      averages.flatMap { averages in options.variances.map(averages.of) }
      ?? options.variances
    let solver = CalibrationSolver(
      options: options, bounds: try bounds(options), variances: variances)
    let start = averages?.of(weights) ?? weights
    let factors = try solver.trimmedFactors(used, weights: start)
    var design = self
    design.weights = zip(weights, factors).map(*)
    var regression = WeightAdjustment.Regression(
      used, weights: start, factors: factors, variances: solver.residualSpread)
    if averages == nil, variances == nil {
      regression.classes = RowClasses(used.map(\.values), factors: factors)
    }
    design.adjustments.append(.regression(regression))
    if var replicates {
      for index in replicates.weights.indices {
        let own = replicates.weights[index]
        let factors = try solver.trimmedFactors(used, weights: averages?.of(own) ?? own)
        replicates.weights[index] = zip(own, factors).map(*)
      }
      design.replicates = replicates
      // As R does, which keeps the old ones for the other methods.
      if solver.isPlain { design.degreesOfFreedom = replicates.degreesOfFreedom() }
    }
    return design
  }

  /// The bounds of g for each row; one pair when they are alike.
  private func bounds(
    _ options: CalibrationOptions
  ) throws(CalibrationError) -> CalibrationSolver.Bounds {
    guard let range = options.bounds else {
      guard options.method != .logit else {
        throw .badBounds(lower: -.infinity, upper: .infinity)
      }
      return .init(lower: [-.infinity], upper: [.infinity])
    }
    let divisors = options.bounded == .factor ? [1] : weights.map { $0 > 0 ? $0 : 1 }
    let bounds = CalibrationSolver.Bounds(
      lower: divisors.map { range.lowerBound / $0 }, upper: divisors.map { range.upperBound / $0 })
    let isAround = zip(bounds.lower, bounds.upper).allSatisfy { $0 < 1 && $1 > 1 }
    let mustBe = options.bounded == .factor || options.method == .logit
    let isFinite =
      options.method != .logit || range.lowerBound.isFinite && range.upperBound.isFinite
    guard isAround || !mustBe, isFinite else {
      throw .badBounds(lower: range.lowerBound, upper: range.upperBound)
    }
    return bounds
  }

  private func check(
    _ auxiliaries: [AuxiliaryTotal], _ options: CalibrationOptions
  ) throws(CalibrationError) {
    for auxiliary in auxiliaries {
      guard auxiliary.values.count == rowCount else {
        throw .rowCountMismatch(
          margin: auxiliary.margin, expected: rowCount, actual: auxiliary.values.count)
      }
      if let row = auxiliary.values.firstIndex(where: { !$0.isFinite }) {
        throw .missingValue(margin: auxiliary.margin, row: row)
      }
    }
    for (name, count) in [
      ("groups", options.groups?.count), ("variances", options.variances?.count),
    ] {
      if let count, count != rowCount {
        throw .rowCountMismatch(margin: name, expected: rowCount, actual: count)
      }
    }
    if let row = options.variances?.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw .missingValue(margin: "variances", row: row)
    }
  }
}

/// Unweighted means within groups of rows, given back to each row.
private struct GroupAverages {
  private let groups: [Int32]
  private let counts: [Double]

  init(_ codes: [Int32]) {
    let dense = Densified(codes)
    groups = dense.codes
    var counts = [Double](repeating: 0, count: dense.originals.count)
    for group in groups { counts[Int(group)] += 1 }
    self.counts = counts
  }

  func of(_ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: counts.count)
    for (row, group) in groups.enumerated() { sums[Int(group)] += values[row] }
    return groups.map { sums[Int($0)] / counts[Int($0)] }
  }
}

extension WeightAdjustment.Regression {
  /// The regression that calibration with factors g amounts to: basis √w·x/σ, scale g·√w·σ.
  init(
    _ auxiliaries: [AuxiliaryTotal], weights: [Double], factors: [Double], variances: [Double]?
  ) {
    let roots = weights.map { $0.squareRoot() }
    let spreads = variances?.map { $0.squareRoot() } ?? weights.map { _ in 1 }
    basis = OrthogonalBasis(
      columns: auxiliaries.map { auxiliary in
        roots.indices.map { auxiliary.values[$0] * roots[$0] / spreads[$0] }
      })
    scale = roots.indices.map { factors[$0] * roots[$0] * spreads[$0] }
  }
}
