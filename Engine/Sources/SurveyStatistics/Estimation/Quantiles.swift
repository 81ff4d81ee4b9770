import NumericKernels

/// How the interval of a quantile is made.
public enum QuantileIntervalMethod: String, Sendable, Hashable, CaseIterable, Codable {
  /// Woodruff's: the linear interval of the proportion below the quantile, read back. R: `"mean"`.
  case mean
  /// Woodruff's with the logit interval. R: `"xlogit"`.
  case logit
  /// Woodruff's with the arcsine interval. R: `"asin"`.
  case asin
  /// Woodruff's with Korn and Graubard's interval. R: `"beta"`.
  case beta
  /// Where the score test of the proportion rejects; Francisco and Fuller's. R: `"score"`.
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
  ///     [Q(low), Q(high)],   [low, high] the interval of the proportion at or below Q(p)
  ///
  /// - Parameters:
  ///   - variable: the values; missing ones are left out.
  ///   - proportions: p, how much of the population lies below, each in (0, 1); 0.5: the median.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  ///   - rule: which value stands for the quantile.
  ///   - method: how the interval is made.
  ///   - confidence: in (0, 1).
  ///   - degreesOfFreedom: of the intervals; `nil` for those of the rows used:
  ///     ``SurveyDesign/degreesOfFreedom(within:)``.
  /// - Returns: an estimate for each proportion.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Woodruff, *Confidence intervals for medians and other position measures*, 1952.
  /// R: `svyquantile(~y, design, c(…), qrule, interval.type, na.rm = TRUE)`.
  /// Golden values: the `svyquantile` of every `Golden/*.json`.
  public func quantiles(
    of variable: NumericColumn, at proportions: [Double], within: [Bool]? = nil,
    rule: QuantileRule = .math, method: QuantileIntervalMethod = .mean, confidence: Double = 0.95,
    degreesOfFreedom: Double? = nil
  ) throws(EstimationError) -> [QuantileEstimate] {
    try check(Statistic.lengths([("variable", variable)], within))
    let sample = QuantileSample(
      design: self, y: variable.values,
      present: Statistic.completeRows([variable], within: within), rule: rule,
      confidence: confidence, degreesOfFreedom: degreesOfFreedom)
    var estimates: [QuantileEstimate] = []
    for proportion in proportions { estimates.append(try sample.estimate(proportion, method)) }
    return estimates
  }
}

/// The values that quantiles are taken of.
struct QuantileSample {
  let design: SurveyDesign
  let y: [Double]
  let present: [Bool]
  let rule: QuantileRule
  let confidence: Double
  let order: WeightedOrder
  let rows: [Int]
  let degreesOfFreedom: Double
  /// Those of the rows used, for the small-sample factor of the beta method.
  let ownDegreesOfFreedom: Double

  init(
    design: SurveyDesign, y: [Double], present: [Bool], rule: QuantileRule, confidence: Double,
    degreesOfFreedom: Double?
  ) {
    (self.design, self.y, self.present) = (design, y, present)
    (self.rule, self.confidence) = (rule, confidence)
    rows = y.indices.filter { present[$0] }
    order = WeightedOrder(rows.map { y[$0] }, weights: rows.map { design.weights[$0] })
    ownDegreesOfFreedom = Double(design.degreesOfFreedom(within: present))
    self.degreesOfFreedom = degreesOfFreedom ?? ownDegreesOfFreedom
  }

  func estimate(
    _ proportion: Double, _ method: QuantileIntervalMethod
  ) throws(EstimationError) -> QuantileEstimate {
    let value = order.quantile(proportion, rule)
    let interval: ConfidenceInterval
    switch method {
    case .replicates: interval = replicated(proportion, value)
    case .score: interval = try scored(proportion)
    case .mean: interval = try woodruff(value, .linear)
    case .logit: interval = try woodruff(value, .logit)
    case .asin: interval = try woodruff(value, .asin)
    case .beta: interval = try woodruff(value, .beta)
    }
    return QuantileEstimate(
      value: value, standardError: (interval.upper - interval.lower) / (2 * t),
      interval: interval)
  }

  private var t: Double {
    StudentDistribution.quantile(0.5 + confidence / 2, degreesOfFreedom: degreesOfFreedom)
  }

  func proportionEstimate(
    of indicator: (Double) -> Double
  ) throws(EstimationError) -> JointEstimates {
    try design.estimate(.mean(of: [NumericColumn(values: y.map(indicator))], within: present))
  }

  /// The interval of the proportion at or below the quantile, read back as values.
  private func woodruff(
    _ value: Double, _ method: IntervalMethod
  ) throws(EstimationError) -> ConfidenceInterval {
    let proportion = try proportionEstimate { $0 <= value ? 1 : 0 }
    // A calibrated design keeps all its rows, as in R.
    let base = design.keepsAllRows ? design.countedRows : rows.count
    let estimate = Estimate(
      value: proportion.values[0], standardError: proportion.standardErrors[0], base: base,
      degreesOfFreedom: degreesOfFreedom, domainDegreesOfFreedom: ownDegreesOfFreedom)
    let ends = estimate.interval(method, confidence: confidence)
    return ConfidenceInterval(
      lower: ends.lower >= 0 ? order.quantile(ends.lower, rule) : .nan,
      upper: ends.upper <= 1 ? order.quantile(ends.upper, rule) : .nan)
  }

  private func replicated(_ proportion: Double, _ value: Double) -> ConfidenceInterval {
    guard let replicates = design.replicates else {
      return ConfidenceInterval(lower: .nan, upper: .nan)
    }
    let values = rows.map { y[$0] }
    let made = replicates.weights.map { weights in
      WeightedOrder(values, weights: rows.map { weights[$0] }).quantile(proportion, rule)
    }
    let deviations = replicates.deviations(of: made, estimate: value)
    let standardError = deviations.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return .linear(
      value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      confidence: confidence)
  }

  /// Where the standardised proportion above a value passes ±t, with R's search and its tolerance.
  private func scored(_ proportion: Double) throws(EstimationError) -> ConfidenceInterval {
    let values = rows.map { y[$0] }
    let plain = WeightedOrder(values, weights: values.map { _ in 1 })
    let spread = (plain.quantile(0.75, .hf7) - plain.quantile(0.25, .hf7)) / 100
    guard let low = values.min(), let high = values.max() else {
      return ConfidenceInterval(lower: .nan, upper: .nan)
    }
    func end(_ limit: Double) throws(EstimationError) -> Double {
      let root = try findRoot(
        from: low + spread, to: high - spread,
        tolerance: 1 / (100 * Double(rows.count).squareRoot())
      ) { (theta: Double) throws(EstimationError) -> Double in
        let mean = try proportionEstimate { ($0 > theta ? 1 : 0) - (1 - proportion) }
        return mean.values[0] / mean.standardErrors[0] - limit
      }
      guard !root.isNaN else { return .nan }
      let below = Double(values.count { $0 <= root }) / Double(values.count)
      return order.quantile(below, rule)
    }
    return ConfidenceInterval(lower: try end(t), upper: try end(-t))
  }
}
