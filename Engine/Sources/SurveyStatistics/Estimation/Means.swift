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
  /// - Returns: one statistic for each domain, in the unit of the variable; NaN for an empty one.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 5.8.
  /// R: `svyby(~variable, ~domain, design, svymean, na.rm = TRUE, covmat = TRUE)`.
  /// Golden values: the `svyby` of every `Golden/*.json`.
  public func means(
    of variable: NumericColumn, by domains: DomainColumn
  ) throws(EstimationError) -> DomainEstimates {
    try check([("variable", variable.values.count), ("domains", domains.codes.count)])
    var estimates: [Estimate] = []
    var spreads: [SamplingSpread] = []
    for rows in rows(in: domains) {
      let answered = rows.map(Int.init).filter {
        !variable.values[$0].isNaN && weights[$0] != 0
      }
      let sampling = meanSpread(of: variable.values, rows: answered)
      estimates.append(meanEstimate(of: variable.values, rows: answered, sampling: sampling))
      spreads.append(sampling)
    }
    return DomainEstimates(
      estimates: estimates, spreads: spreads, statisticCount: 1, design: self)
  }

  private func mean(of values: [Double], rows: [Int], weights: [Double]) -> Double {
    rows.lazy.map { weights[$0] * values[$0] }.compensatedSum()
      / rows.lazy.map { weights[$0] }.compensatedSum()
  }

  private func meanEstimate(
    of values: [Double], rows: [Int], sampling: SamplingSpread
  ) -> Estimate {
    var answers = AnswerTally()
    for row in rows { answers.add(weights[row], correction: populationCorrection(row)) }
    let mean = mean(of: values, rows: rows, weights: weights)
    let squares = rows.lazy.map { row in
      weights[row] * (values[row] - mean) * (values[row] - mean)
    }
    return estimate(
      mean, 0, spread: squares.compensatedSum() / answers.weight, answers: answers,
      sampling: sampling, count: nil)
  }

  private func meanSpread(of values: [Double], rows: [Int]) -> SamplingSpread {
    let mean = mean(of: values, rows: rows, weights: weights)
    if let replicates {
      let means = replicates.weights.map { self.mean(of: values, rows: rows, weights: $0) }
      return .replicated([replicates.deviations(of: means, estimate: mean)])
    }
    let weight = rows.lazy.map { weights[$0] }.compensatedSum()
    guard isPlain else {
      var column = [Double](repeating: 0, count: rowCount)
      var present = [Bool](repeating: false, count: rowCount)
      for row in rows {
        column[row] = weights[row] / weight * (values[row] - mean)
        present[row] = true
      }
      return spread(of: [column], present: present)
    }
    var totals = UnitTotals(width: 1)
    for row in rows {
      let offset = totals.open(unit: layout.unitOfRow[row])
      totals.add(weights[row] / weight * (values[row] - mean), at: offset)
    }
    totals.close(layout: layout)
    return .linearised([totals])
  }
}
