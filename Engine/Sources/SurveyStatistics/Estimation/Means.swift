import NumericKernels

extension SurveyDesign {
  /// The mean of a variable in each domain, with the joint covariance of the domains.
  ///
  ///     ȳ = Σ w·y / Σ w   over the values in the domain
  ///
  /// Missing values are left out, which is what R does with `na.rm = TRUE`. The variance is that
  /// of the whole design: see ``DomainEstimates``.
  ///
  /// - Parameters:
  ///   - variable: the values.
  ///   - domains: the domain of each respondent.
  /// - Returns: one statistic for each domain, in the unit of the variable.
  /// - Throws: ``EstimationError/rowCountMismatch(expected:actual:)``.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 5.8.
  /// R: `svyby(~variable, ~domain, design, svymean, na.rm = TRUE, covmat = TRUE)`.
  public func means(
    of variable: NumericColumn, by domains: DomainColumn
  ) throws(EstimationError) -> DomainEstimates {
    try check(columnLengths: [variable.values.count, domains.codes.count])
    var estimates: [Estimate] = []
    var totals: [UnitTotals] = []
    for rows in rows(in: domains) {
      let answered = rows.map(Int.init).filter {
        !variable.values[$0].isNaN && weights[$0] > 0
      }
      let (estimate, unitTotals) = mean(of: variable.values, rows: answered)
      estimates.append(estimate)
      totals.append(unitTotals)
    }
    return DomainEstimates(
      estimates: estimates, totals: totals, statisticCount: 1, design: self)
  }

  private func mean(of values: [Double], rows: [Int]) -> (Estimate, UnitTotals) {
    var answers = AnswerTally()
    for row in rows { answers.add(weights[row], correction: populationCorrection(row)) }
    let weight = rows.lazy.map { weights[$0] }.compensatedSum()
    let mean = rows.lazy.map { weights[$0] * values[$0] }.compensatedSum() / weight
    var totals = UnitTotals(width: 1)
    var spread = CompensatedSum()
    for row in rows {
      let deviation = values[row] - mean
      let share = weights[row] / weight
      spread.add(share * deviation * deviation)
      totals.add(share * deviation, at: totals.open(unit: layout.unitOfRow[row]))
    }
    totals.close(layout: layout)
    let estimate = estimate(
      mean, 0, spread: spread.value, answers: answers, totals: totals, count: nil)
    return (estimate, totals)
  }
}
