import NumericKernels

extension Statistic {
  /// The population totals of variables.
  ///
  ///     t = Σ w·y,   linearised value y
  ///
  /// - Parameters:
  ///   - variables: the values; a row where one of them is missing is left out of all.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: one figure for each variable, in its unit; 0 when there are no rows.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 2.8.
  /// R: `svytotal(~a + b, subset(design, within), na.rm = TRUE)`.
  /// Golden values: the `svytotal` of every `Golden/*.json`.
  public static func total(of variables: [NumericColumn], within: [Bool]? = nil) -> Statistic {
    let present = completeRows(variables, within: within)
    return Statistic(columns: lengths(variables, within)) { weights, withInfluences in
      let weight = sum(weights, over: present)
      var part = Part(values: [], present: present)
      for variable in variables {
        let influence = weighted(variable.values, weights, over: present)
        part.values.append(influence.compensatedSum())
        guard withInfluences else { continue }
        part.simpleVariances.append(
          SimpleRandomVariance(of: variable.values, weights, over: present).scaled(by: weight))
        part.influences.append(influence)
      }
      return [part]
    }
  }

  /// Σw over rows.
  static func sum(_ weights: [Double], over present: [Bool]) -> Double {
    weights.indices.lazy.map { present[$0] ? weights[$0] : 0 }.compensatedSum()
  }

  /// w·y of every row, 0 outside.
  static func weighted(_ y: [Double], _ weights: [Double], over present: [Bool]) -> [Double] {
    weights.indices.map { present[$0] ? weights[$0] * y[$0] : 0 }
  }
}

extension SimpleRandomVariance {
  /// Of the mean of y over rows.
  init(of y: [Double], _ weights: [Double], over present: [Bool]) {
    let rows = weights.indices.filter { present[$0] && weights[$0] != 0 }
    let weight = rows.lazy.map { weights[$0] }.compensatedSum()
    let mean = rows.lazy.map { weights[$0] * y[$0] }.compensatedSum() / weight
    let squares = rows.lazy.map { weights[$0] * (y[$0] - mean) * (y[$0] - mean) }
    self.init(spread: squares.compensatedSum() / weight, count: rows.count, weight: weight)
  }
}
