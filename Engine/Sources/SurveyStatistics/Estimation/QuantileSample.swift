import NumericKernels

/// The values that quantiles are taken of.
struct QuantileSample {
  let design: SurveyDesign
  let y: [Double]
  let present: [Bool]
  let rule: QuantileRule
  let confidence: Double
  private let order: WeightedOrder
  private let rows: [Int]
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
    _ share: Double, _ method: QuantileIntervalMethod
  ) throws(EstimationError) -> QuantileEstimate {
    let value = order.quantile(share, rule)
    let interval: ConfidenceInterval
    switch method {
    case .replicates: interval = replicated(share, value)
    case .score: interval = try scored(share)
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

  private func shareEstimate(
    of indicator: (Double) -> Double
  ) throws(EstimationError) -> JointEstimates {
    try design.estimate(.mean(of: [NumericColumn(values: y.map(indicator))], within: present))
  }

  /// The interval of the share at or below the quantile, read back as values.
  private func woodruff(
    _ value: Double, _ method: IntervalMethod
  ) throws(EstimationError) -> ConfidenceInterval {
    let share = try shareEstimate { $0 <= value ? 1 : 0 }
    // A calibrated design keeps all its rows, as in R.
    let base = design.keepsAllRows ? design.countedRows : rows.count
    let estimate = Estimate(
      value: share.values[0], standardError: share.standardErrors[0], base: base,
      degreesOfFreedom: degreesOfFreedom, domainDegreesOfFreedom: ownDegreesOfFreedom)
    let ends = estimate.interval(method, confidence: confidence)
    return ConfidenceInterval(
      lower: ends.lower >= 0 ? order.quantile(ends.lower, rule) : .nan,
      upper: ends.upper <= 1 ? order.quantile(ends.upper, rule) : .nan)
  }

  private func replicated(_ share: Double, _ value: Double) -> ConfidenceInterval {
    guard let replicates = design.replicates else {
      return ConfidenceInterval(lower: .nan, upper: .nan)
    }
    let values = rows.map { y[$0] }
    let made = replicates.weights.map { weights in
      WeightedOrder(values, weights: rows.map { weights[$0] }).quantile(share, rule)
    }
    let deviations = replicates.deviations(of: made, estimate: value)
    let standardError = deviations.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return .linear(
      value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      confidence: confidence)
  }

  /// Where the standardised share above a value passes ±t, with R's search and its tolerance.
  private func scored(_ share: Double) throws(EstimationError) -> ConfidenceInterval {
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
        let mean = try shareEstimate { ($0 > theta ? 1 : 0) - (1 - share) }
        return mean.values[0] / mean.standardErrors[0] - limit
      }
      guard !root.isNaN else { return .nan }
      let below = Double(values.count { $0 <= root }) / Double(values.count)
      return order.quantile(below, rule)
    }
    return ConfidenceInterval(lower: try end(t), upper: try end(-t))
  }

  /// The quantile as a function of the weights, with the slope that its interval tells.
  func linearised(
    _ share: Double, _ method: QuantileIntervalMethod
  ) throws(EstimationError) -> Statistic {
    if method == .replicates { return ofEachReplicate(share) }
    let estimate = try estimate(share, method)
    let value = estimate.value
    let below = NumericColumn(values: y.map { $0 <= value ? 1 : 0 })
    let reached = try design.estimate(.mean(of: [below], within: present))
    let center = reached.values[0]
    let spread = reached.standardErrors[0]
    // Where all lie at or below it the share is certain, and the slope anything.
    let slope = estimate.standardError == 0 ? 0 : estimate.standardError / spread
    let mean = Statistic.mean(of: [below], within: present)
    return Statistic(columns: mean.columns) { weights, withInfluences in
      mean.evaluate(weights, withInfluences).map { part in
        Statistic.Part(
          values: part.values.map { value - slope * ($0 - center) },
          influences: part.influences.map { $0.map { -slope * $0 } }, present: part.present)
      }
    }
  }

  /// Not smooth in the weights: only replicates, each with a quantile of its own, tell its error.
  private func ofEachReplicate(_ share: Double) -> Statistic {
    let (values, rows, rule, present) = (rows.map { y[$0] }, rows, rule, present)
    return Statistic(columns: [("variable", y.count)]) { weights, withInfluences in
      let order = WeightedOrder(values, weights: rows.map { weights[$0] })
      return [
        Statistic.Part(
          values: [order.quantile(share, rule)],
          influences: withInfluences ? [weights.map { _ in .nan }] : [], present: present)
      ]
    }
  }
}
