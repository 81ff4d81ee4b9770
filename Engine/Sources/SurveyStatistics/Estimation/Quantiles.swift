import NumericKernels

/// How the interval of a quantile is made.
public enum QuantileIntervalMethod: String, Sendable, Hashable, CaseIterable, Codable {
  /// Woodruff's: the linear interval of the share below the quantile, read back. R: `"mean"`.
  case mean
  /// Woodruff's with the logit interval. R: `"xlogit"`.
  case logit
  /// Woodruff's with the arcsine interval. R: `"asin"`.
  case asin
  /// Woodruff's with Korn and Graubard's interval. R: `"beta"`.
  case beta
  /// Where the score test of the share rejects; Francisco and Fuller's. R: `"score"`.
  case score
  /// From the replicates of the quantile itself; wrong for jackknives, NaN without any.
  /// R: `"quantile"`.
  case replicates
}

/// An estimated quantile.
public struct QuantileEstimate: Sendable, Hashable {
  /// The quantile, in the unit of the variable; NaN when there are no values.
  public let value: Double
  /// Half the interval's width ÷ the t quantile, in that unit; NaN when an end is undefined.
  public let standardError: Double
  /// The interval, in that unit; an end is NaN when it would lie beyond all values.
  public let interval: ConfidenceInterval

  /// Puts together a quantile whose uncertainty is known from elsewhere.
  public init(value: Double, standardError: Double, interval: ConfidenceInterval) {
    (self.value, self.standardError, self.interval) = (value, standardError, interval)
  }
}

extension SurveyDesign {
  /// Quantiles of a variable, with Woodruff's interval or another.
  ///
  ///     Q(p) = the lowest y at which Σ w·1(values ≤ y) / Σ w ≥ p   (by the rule math)
  ///     [Q(low), Q(high)],   [low, high] the interval of the share at or below Q(p)
  ///
  /// - Parameters:
  ///   - variable: the values; missing ones are left out.
  ///   - shares: the shares of the population that lie below, each in (0, 1); 0.5 is the median.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  ///   - rule: which value stands for the quantile.
  ///   - method: how the interval is made.
  ///   - confidence: in (0, 1).
  ///   - degreesOfFreedom: of the intervals; `nil` for those of the rows used:
  ///     ``SurveyDesign/degreesOfFreedom(within:)``.
  /// - Returns: an estimate for each share.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Woodruff, *Confidence intervals for medians and other position measures*, 1952.
  /// R: `svyquantile(~y, design, c(…), qrule, interval.type, na.rm = TRUE)`.
  /// Golden values: the `svyquantile` of every `Golden/*.json`.
  public func quantiles(
    of variable: NumericColumn, at shares: [Double], within: [Bool]? = nil,
    rule: QuantileRule = .math, method: QuantileIntervalMethod = .mean, confidence: Double = 0.95,
    degreesOfFreedom: Double? = nil
  ) throws(EstimationError) -> [QuantileEstimate] {
    try check(Statistic.lengths([("variable", variable)], within))
    let sample = QuantileSample(
      design: self, y: variable.values,
      present: Statistic.completeRows([variable], within: within), rule: rule,
      confidence: confidence, degreesOfFreedom: degreesOfFreedom)
    var estimates: [QuantileEstimate] = []
    for share in shares { estimates.append(try sample.estimate(share, method)) }
    return estimates
  }

  /// A quantile that can be joined with other figures, so that their covariance is known.
  ///
  ///     Q̂ − Q ≈ −(F̂(Q) − p) / f,   1/f = se(Q̂) / se(F̂(Q̂))
  ///
  /// f is the density at the quantile, as the interval tells it: the standard error of the figure
  /// is then the one of ``quantiles(of:at:within:rule:method:confidence:degreesOfFreedom:)``, and
  /// its covariance with another quantile se·se′ times the correlation of the two shares below
  /// them. From replicates by the method ``QuantileIntervalMethod/replicates`` it is that of each
  /// replicate's own quantile.
  ///
  /// - Parameters:
  ///   - variable: the values; missing ones are left out.
  ///   - share: p, the share of the population that lies below, in (0, 1).
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
  /// Woodruff, 1952. Golden values: `Golden/variant_quantiles.json`, by R's `svyquantile` and the
  /// `vcov` of `svyby`.
  public func linearisedQuantile(
    of variable: NumericColumn, at share: Double, within: [Bool]? = nil,
    rule: QuantileRule = .math, method: QuantileIntervalMethod = .mean, confidence: Double = 0.95,
    degreesOfFreedom: Double? = nil
  ) throws(EstimationError) -> Statistic {
    try check(Statistic.lengths([("variable", variable)], within))
    return try QuantileSample(
      design: self, y: variable.values,
      present: Statistic.completeRows([variable], within: within), rule: rule,
      confidence: confidence, degreesOfFreedom: degreesOfFreedom
    ).linearised(share, method)
  }
}
