import NumericKernels

extension Statistic {
  /// The log-odds of a population proportion.
  ///
  ///     log(p / (1 − p)),   linearised value (y − p) / (p·(1 − p)·Σw)
  ///
  /// - Parameters:
  ///   - variable: 1 or 0 for each row; missing ones are left out.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: one figure; infinite when the proportion is 0 or 1, NaN when there are no rows.
  ///
  /// R: the intercept of `svyglm(y ~ 1, design, family = quasibinomial())`.
  public static func logOdds(of variable: NumericColumn, within: [Bool]? = nil) -> Statistic {
    let mean = Statistic.mean(of: [variable], within: within)
    let columns = lengths([("variable", variable)], within)
    return Statistic(columns: columns) { weights, withInfluences in
      mean.evaluate(weights, withInfluences).map { part in
        let p = part.values[0]
        var part = part
        part.values = [Elementary.logit(p)]
        part.influences = part.influences.map { $0.map { $0 / (p * (1 - p)) } }
        part.simpleVariances = []
        return part
      }
    }
  }
}
