extension SurveyDesign {
  /// A quantile that can be joined with other figures, so that their covariance is known.
  ///
  ///     Q̂ − Q ≈ −(F̂(Q) − p) / f,   1/f = se(Q̂) / se(F̂(Q̂))
  ///
  /// f is the density at the quantile, as the interval tells it: the standard error of the figure
  /// is then the one of ``quantiles(of:at:within:rule:method:confidence:degreesOfFreedom:)``, and
  /// its covariance with another quantile se·se′ times the correlation of the two proportions below
  /// them. From replicates by the method ``QuantileIntervalMethod/replicates`` it is that of each
  /// replicate's own quantile.
  ///
  /// - Parameters:
  ///   - variable: the values; missing ones are left out.
  ///   - proportion: p, the proportion of the population that lies below, in (0, 1).
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  ///   - rule: which value stands for the quantile.
  ///   - method: how the interval is made that tells f.
  ///   - confidence: of that interval, in (0, 1).
  ///   - degreesOfFreedom: of it; `nil` for those of the rows used.
  /// - Returns: one figure, in the unit of the variable, for ``estimate(_:scope:)`` of this design;
  ///   NaN when there are no values, its standard error NaN when the interval has no end.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Francisco and Fuller, *Quantile estimation with a complex survey design*, 1991;
  /// Woodruff, 1952. Golden values: `Golden/peers/quantiles.csv`, by R's `svyquantile` and the
  /// `vcov` of the proportions; from replicates R's own.
  public func linearisedQuantile(
    of variable: NumericColumn, at proportion: Double, within: [Bool]? = nil,
    rule: QuantileRule = .math, method: QuantileIntervalMethod = .mean, confidence: Double = 0.95,
    degreesOfFreedom: Double? = nil
  ) throws(EstimationError) -> Statistic {
    try check(Statistic.lengths([("variable", variable)], within))
    return try QuantileSample(
      design: self, y: variable.values,
      present: Statistic.completeRows([variable], within: within), rule: rule,
      confidence: confidence, degreesOfFreedom: degreesOfFreedom
    ).linearised(proportion, method)
  }
}

extension QuantileSample {
  /// The quantile as a function of the weights, with the slope that its interval tells.
  func linearised(
    _ proportion: Double, _ method: QuantileIntervalMethod
  ) throws(EstimationError) -> Statistic {
    if method == .replicates { return ofEachReplicate(proportion) }
    let estimate = try estimate(proportion, method)
    let value = estimate.value
    let reached = try proportionEstimate { $0 <= value ? 1 : 0 }
    let (center, spread) = (reached.values[0], reached.standardErrors[0])
    // Where all lie at or below it the proportion is certain, and the slope anything.
    let slope = estimate.standardError == 0 ? 0 : estimate.standardError / spread
    let mean = Statistic.mean(
      of: [NumericColumn(values: y.map { $0 <= value ? 1 : 0 })], within: present)
    return Statistic(columns: mean.columns) { weights, withInfluences in
      mean.evaluate(weights, withInfluences).map { part in
        Statistic.Part(
          values: part.values.map { value - slope * ($0 - center) },
          influences: part.influences.map { $0.map { -slope * $0 } }, present: part.present)
      }
    }
  }

  /// Not smooth in the weights: only replicates, each with a quantile of its own, tell its error.
  private func ofEachReplicate(_ proportion: Double) -> Statistic {
    let (values, rows, rule, present) = (rows.map { y[$0] }, rows, rule, present)
    return Statistic(columns: [("variable", y.count)]) { weights, withInfluences in
      let order = WeightedOrder(values, weights: rows.map { weights[$0] })
      return [
        Statistic.Part(
          values: [order.quantile(proportion, rule)],
          influences: withInfluences ? [weights.map { _ in .nan }] : [], present: present)
      ]
    }
  }
}
