/// How many answers a domain has, and what they weigh.
struct AnswerTally {
  /// Answers with a weight other than 0; calibration may leave some a negative one.
  private(set) var base = 0
  /// Σw.
  private(set) var weight = 0.0
  private var correctedSquares = 0.0

  mutating func add(_ weight: Double, correction: Double) {
    base += weight == 0 ? 0 : 1
    self.weight += weight
    correctedSquares += correction * weight * weight
  }

  /// (Σw)² ÷ Σ(1 − f)w².
  var effectiveBase: Double { weight * weight / correctedSquares }
}

extension SurveyDesign {
  /// Whether the variance is that of one stage, without calibration or replicates.
  var isPlain: Bool { stages.count == 1 && adjustments.isEmpty && replicates == nil }

  /// 1 − n/N in the stratum of a row.
  func populationCorrection(_ row: Int) -> Double {
    layout.populationCorrection(Int(layout.stratumOfUnit[Int(layout.unitOfRow[row])]))
  }

  /// The rows of each domain, in the order of their units.
  func rows(in domains: DomainColumn) -> [[Int32]] {
    var rows = [[Int32]](repeating: [], count: domains.domainCount)
    for place in 0..<rowCount {
      let row = layout.rowsByUnit?[place] ?? Int32(place)
      let domain = Int(domains.codes[Int(row)])
      if domain > 0 { rows[domain - 1].append(row) }
    }
    return rows
  }

  /// Refuses the first column that is not as long as the design.
  func check(_ columns: [Statistic.ColumnLength]) throws(EstimationError) {
    for (name, count) in columns where count != rowCount {
      throw .rowCountMismatch(column: name, expected: rowCount, actual: count)
    }
  }

  /// Puts an estimate of a mean together.
  ///
  /// - Parameters:
  ///   - value: the mean.
  ///   - statistic: its place in the sampling spread.
  ///   - spread: Σw(y − ȳ)²/Σw.
  ///   - answers: what it rests on.
  ///   - sampling: how it varies from sample to sample.
  ///   - count: respondents who gave the answer, for a proportion.
  /// - Returns: the estimate.
  func estimate(
    _ value: Double, _ statistic: Int, spread: Double, answers: AnswerTally,
    sampling: SamplingSpread, count: Int?
  ) -> Estimate {
    guard !value.isNaN else {
      return Estimate(
        value: .nan, standardError: .nan, base: answers.base, count: count,
        degreesOfFreedom: Double(degreesOfFreedom), domainDegreesOfFreedom: 0)
    }
    let variance = covariance(sampling, statistic, sampling, statistic)
    let simple = SimpleRandomVariance(
      spread: spread, count: answers.base, weight: answers.weight)
    return Estimate(
      value: value, standardError: max(variance, 0).squareRoot(), base: answers.base, count: count,
      degreesOfFreedom: Double(degreesOfFreedom),
      domainDegreesOfFreedom: Double(sampling.ownDegreesOfFreedom ?? degreesOfFreedom),
      designEffect: variance / simple.withoutReplacement,
      designEffectWithReplacement: variance / simple.withReplacement,
      effectiveBase: answers.effectiveBase)
  }
}
