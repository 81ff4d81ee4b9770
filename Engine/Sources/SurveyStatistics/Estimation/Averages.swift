import NumericKernels

extension Statistic {
  /// The population means of variables; proportions, when their values are 0 and 1.
  ///
  ///     ȳ = Σ w·y / Σ w,   linearised value (y − ȳ)/Σw
  ///
  /// - Parameters:
  ///   - variables: the values; a row where one of them is missing is left out of all.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: one figure for each variable, in its unit; NaN when there are no rows.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 5.7.
  /// R: `svymean(~a + b, subset(design, within), na.rm = TRUE)`.
  /// Golden values: the `svymean` of every `Golden/*.json`.
  public static func mean(of variables: [NumericColumn], within: [Bool]? = nil) -> Statistic {
    let present = completeRows(variables, within: within)
    return Statistic(columns: lengths(variables, within)) { weights, withInfluences in
      let weight = sum(weights, over: present)
      var part = Part(values: [], present: present)
      for variable in variables {
        let y = variable.values
        let mean = weighted(y, weights, over: present).compensatedSum() / weight
        part.values.append(mean)
        guard withInfluences else { continue }
        part.simpleVariances.append(SimpleRandomVariance(of: y, weights, over: present))
        part.influences.append(
          weights.indices.map { present[$0] ? weights[$0] * (y[$0] - mean) / weight : 0 })
      }
      return [part]
    }
  }

  /// The ratio of two population totals.
  ///
  ///     R = Σ w·y / Σ w·x,   linearised value (y − R·x) / Σ w·x
  ///
  /// - Parameters:
  ///   - numerator: y.
  ///   - denominator: x; a row where either is missing is left out.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: one figure, in the unit of y per that of x; undefined (NaN, infinite) when that of
  ///   x is 0.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 5.6.
  /// R: `svyratio(~y, ~x, design, na.rm = TRUE)`.
  public static func ratio(
    of numerator: NumericColumn, to denominator: NumericColumn, within: [Bool]? = nil
  ) -> Statistic {
    let (y, x) = (numerator.values, denominator.values)
    let present = completeRows([numerator, denominator], within: within)
    let columns = lengths([("numerator", numerator), ("denominator", denominator)], within)
    return Statistic(columns: columns) { weights, withInfluences in
      let bottom = weighted(x, weights, over: present).compensatedSum()
      let ratio = weighted(y, weights, over: present).compensatedSum() / bottom
      var part = Part(values: [ratio], present: present)
      if withInfluences {
        let residuals = y.indices.map { present[$0] ? (y[$0] - ratio * x[$0]) / bottom : 0 }
        part.influences = [weighted(residuals, weights, over: present)]
        part.simpleVariances = [
          SimpleRandomVariance(of: residuals, weights, over: present)
            .scaled(by: sum(weights, over: present))
        ]
      }
      return [part]
    }
  }

  /// The variance of a variable in the population.
  ///
  ///     s² = n/(n − 1) · Σ w·(y − ȳ)² / Σ w,   linearised value (n/(n − 1)·(y − ȳ)² − s²)/Σw
  ///
  /// - Parameters:
  ///   - variable: the values; n is how many are there, with a weight other than 0.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: one figure, in the square of the variable's unit; NaN for a single row.
  ///
  /// R: `svyvar(~y, design, na.rm = TRUE)`.
  public static func variance(of variable: NumericColumn, within: [Bool]? = nil) -> Statistic {
    let y = variable.values
    let present = completeRows([variable], within: within)
    let columns = lengths([("variable", variable)], within)
    return Statistic(columns: columns) { weights, withInfluences in
      // R counts all rows with replicates, and those that weigh something without.
      let n = Double(
        weights.indices.count { present[$0] && (!withInfluences || weights[$0] != 0) })
      let weight = sum(weights, over: present)
      let mean = weighted(y, weights, over: present).compensatedSum() / weight
      let squares = y.map { ($0 - mean) * ($0 - mean) * n / (n - 1) }
      let value =
        n > 1 ? weighted(squares, weights, over: present).compensatedSum() / weight : .nan
      var part = Part(values: [value], present: present)
      if withInfluences {
        part.influences = [
          weights.indices.map {
            present[$0] ? weights[$0] * (squares[$0] - value) / weight : 0
          }
        ]
      }
      return [part]
    }
  }

  /// The variances and covariances of variables in the population.
  ///
  ///     sᵢⱼ = n/(n − 1) · Σ w·(yᵢ − ȳᵢ)(yⱼ − ȳⱼ) / Σ w
  ///
  /// The linearised value is that of ``variance(of:within:)``, with the product for the square.
  ///
  /// - Parameters:
  ///   - variables: the values; a row where one of them is missing is left out of all.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: k² figures for k variables, row by row, in the product of the two units; NaN for a
  ///   single row.
  ///
  /// R: `svyvar(~a + b, design, na.rm = TRUE)`.
  public static func covariances(
    of variables: [NumericColumn], within: [Bool]? = nil
  ) -> Statistic {
    let present = completeRows(variables, within: within)
    return Statistic(columns: lengths(variables, within)) { weights, withInfluences in
      let n = Double(
        weights.indices.count { present[$0] && (!withInfluences || weights[$0] != 0) })
      let weight = sum(weights, over: present)
      let deviations = variables.map { variable in
        let mean = weighted(variable.values, weights, over: present).compensatedSum() / weight
        return variable.values.map { $0 - mean }
      }
      var part = Part(values: [], present: present)
      for a in deviations {
        for b in deviations {
          let products = zip(a, b).map { $0 * $1 * n / (n - 1) }
          let value =
            n > 1 ? weighted(products, weights, over: present).compensatedSum() / weight : .nan
          part.values.append(value)
          guard withInfluences else { continue }
          part.influences.append(
            weights.indices.map {
              present[$0] ? weights[$0] * (products[$0] - value) / weight : 0
            })
        }
      }
      return [part]
    }
  }
}
