import NumericKernels

/// How evenly the population answered: the R-indicator and its parts.
///
///     R = 1 − 2·S(ρ),   S² = Σ d·(ρ − ρ̄)² / (Σd − 1),   logit ρ = x·β
///
/// d are design weights, x one for each category of the frame variables but their first.
/// 1 when everyone is as likely to answer; 0 when half answer for sure and half never. It is about
/// the frame variables that were given: what they do not show, it does not see.
///
/// Source: Schouten, Cobben and Bethlehem, *Indicators for the representativeness of survey
/// response*, 2009; Schouten, Shlomo and Skinner, *Indicators for monitoring and improving
/// representativeness of response*, 2011; R code of the RISQ project, manual 2.1.
/// Golden values: `Golden/response/indicators.csv`, by numpy.
public struct Representativity: Sendable {
  /// R, after the spread that is only due to estimating has been taken off; in [0, 1].
  public let indicator: Double
  /// R as estimated, without that correction; at most 1.
  public let unadjustedIndicator: Double
  /// The standard error of R.
  public let standardError: Double
  /// ρ̄, the part of the population that would answer; in [0, 1].
  public let meanPropensity: Double
  /// S(ρ)/ρ̄: the largest bias, in standard deviations of a variable, that a mean of the
  /// respondents may have if the frame variables hold all that matters.
  public let coefficientOfVariation: Double
  /// ρ, the propensity of each drawn person, in (0, 1); one for each row.
  public let propensities: [Double]
  /// The part of each variable, in the order given.
  public let variables: [VariablePart]

  /// What one variable has to do with who answered.
  public struct VariablePart: Sendable, Hashable {
    /// The name of the variable.
    public let name: String
    /// √Σ Nₖ/N·(ρ̄ₖ − ρ̄)²: the spread of ρ between its categories, corrected as S is; 0 to ½.
    public let unconditional: Double
    /// Its standard error.
    public let unconditionalStandardError: Double
    /// √(Σ d·(ρ − ρ̄ of those alike in all other variables)²/N): the spread that remains among
    /// them, corrected as S is.
    public let conditional: Double
    /// Its categories, in their order.
    public let categories: [CategoryPart]
  }

  /// What one category has to do with who answered; not corrected for estimation.
  public struct CategoryPart: Sendable, Hashable {
    /// √(Nₖ/N)·(ρ̄ₖ − ρ̄): below 0 where too few answered; NaN when nobody was drawn.
    public let unconditional: Double
    /// Its standard error.
    public let unconditionalStandardError: Double
    /// The category's part of the conditional spread; 0 or more.
    public let conditional: Double
  }

  /// The largest bias that a proportion among the respondents may have, in the same unit.
  ///
  /// - Parameter proportion: p, in [0, 1].
  /// - Returns: `coefficientOfVariation`·√(p·(1 − p)).
  public func maximalBias(of proportion: Double) -> Double {
    coefficientOfVariation * (proportion * (1 - proportion)).squareRoot()
  }
}

extension SurveyDesign {
  /// How evenly the population answered, by frame variables.
  ///
  /// The design is that of everyone who was drawn, with design weights, strata and population sizes.
  ///
  /// - Parameters:
  ///   - responded: whether each drawn person answered.
  ///   - variables: what the frame knows of them.
  /// - Returns: the indicators.
  /// - Throws: ``ResponseError/noVariables``; ``ResponseError/missingCategory(variable:row:)``;
  ///   ``ResponseError/rowCountMismatch(column:expected:actual:)``;
  ///   ``ResponseError/noContrast(respondents:sampled:)``;
  ///   ``ResponseError/notConverged(variable:category:)`` when everyone or nobody of a category
  ///   answered.
  public func representativity(
    of responded: [Bool], by variables: [FrameVariable]
  ) throws(ResponseError) -> Representativity {
    try check(responded, variables)
    let respondents = responded.count { $0 }
    guard respondents > 0, respondents < rowCount else {
      throw .noContrast(respondents: respondents, sampled: rowCount)
    }
    let model = try ResponsePropensities(of: responded, by: variables, weights: weights)
    let bias = model.bias(self)
    let kept = model.variance > 0 ? min(max(0, 1 - bias / model.variance), 1) : 0
    let spread = (kept * model.variance).squareRoot()
    var parts: [Representativity.VariablePart] = []
    for (place, variable) in variables.enumerated() {
      let others = variables.indices.filter { $0 != place }.map { variables[$0] }
      let alone = try ResponsePropensities(of: responded, by: [variable], weights: weights)
      parts.append(
        part(
          of: variable, beside: others, model, kept: kept,
          standardError: alone.varianceOfIndicator(self).squareRoot() / 2))
    }
    return Representativity(
      indicator: 1 - 2 * spread, unadjustedIndicator: 1 - 2 * model.variance.squareRoot(),
      standardError: model.varianceOfIndicator(self).squareRoot(), meanPropensity: model.mean,
      coefficientOfVariation: spread / model.mean, propensities: model.values, variables: parts)
  }

  private func part(
    of variable: FrameVariable, beside others: [FrameVariable], _ model: ResponsePropensities,
    kept: Double, standardError: Double
  ) -> Representativity.VariablePart {
    let size = weights.compensatedSum()
    let alike = cells(of: others)
    let centres = groupMeans(of: model.values, by: alike)
    let means = groupMeans(of: model.values, by: variable.categories.codes.map(Int.init))
    var (between, within) = (0.0, 0.0)
    let categories = (1...max(1, variable.categories.domainCount)).map { category in
      let rows = weights.indices.filter { Int(variable.categories.codes[$0]) == category }
      let weight = rows.lazy.map { weights[$0] }.compensatedSum()
      let signed = (weight / size).squareRoot() * ((means[category] ?? .nan) - model.mean)
      let squares = rows.lazy.map { row in
        let deviation = model.values[row] - (centres[alike[row]] ?? .nan)
        return weights[row] * deviation * deviation
      }.compensatedSum()
      if weight > 0 { between += signed * signed }
      within += squares / size
      return Representativity.CategoryPart(
        unconditional: signed,
        unconditionalStandardError: categoryError(rows, weight, size, model.values),
        conditional: (squares / size).squareRoot())
    }
    return Representativity.VariablePart(
      name: variable.name, unconditional: (kept * between).squareRoot(),
      unconditionalStandardError: standardError, conditional: (kept * within).squareRoot(),
      categories: categories)
  }

  /// The standard error of √(Nₖ/N)·(ρ̄ₖ − ρ̄) with given propensities.
  private func categoryError(
    _ rows: [Int], _ weight: Double, _ size: Double, _ propensities: [Double]
  ) -> Double {
    var (inside, outside) = ([Double](repeating: 0, count: rowCount), propensities)
    for row in rows {
      inside[row] = propensities[row]
      outside[row] = 0
    }
    let (own, other) = (1 / weight - 1 / size, 1 / size)
    return
      (weight / size
      * (varianceOfTotal(of: inside) * own * own + varianceOfTotal(of: outside) * other * other))
      .squareRoot()
  }

  private func groupMeans(of values: [Double], by groups: [Int]) -> [Int: Double] {
    var sums: [Int: (value: CompensatedSum, weight: CompensatedSum)] = [:]
    for (row, group) in groups.enumerated() {
      sums[group, default: (CompensatedSum(), CompensatedSum())].value.add(
        weights[row] * values[row])
      sums[group]?.weight.add(weights[row])
    }
    return sums.mapValues { $0.value.value / $0.weight.value }
  }

  /// A number for each combination of categories that occurs.
  private func cells(of variables: [FrameVariable]) -> [Int] {
    var numbers = [Int](repeating: 0, count: rowCount)
    for variable in variables {
      var seen: [SIMD2<Int>: Int] = [:]
      numbers = zip(numbers, variable.categories.codes).map { number, code in
        let pair = SIMD2(number, Int(code))
        let next = seen.count
        return seen[pair]
          ?? {
            seen[pair] = next
            return next
          }()
      }
    }
    return numbers
  }
}
