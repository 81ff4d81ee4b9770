import NumericKernels

/// What an adjustment for non-response does to the sampling variance.
///
/// The response probabilities are estimated from the same sample, which makes estimates more certain
/// than if they were known. With v = w'·z for w' = w/ρ and a logistic model of the response r:
///
///     v − w·(r − ρ)·xᵀγ,   γ = (Σ w·ρ(1 − ρ)·x·xᵀ)⁻¹ · Σ v·(1 − ρ)·x
///
/// Source: Kim and Kim, *Nonresponse weighting adjustment using estimated response probability*,
/// 2007, section 3.
struct ResponseAdjustment: Sendable {
  /// x: for each coefficient the value of each row.
  let columns: [[Double]]
  /// ρ of each row.
  let propensities: [Double]
  /// w·(r − ρ) of each row.
  let scores: [Double]
  /// (Σ w·ρ(1 − ρ)·x·xᵀ)⁻¹.
  let inverse: Matrix

  /// What is left of w'·z.
  func residual(_ values: [Double]) -> [Double] {
    let right = columns.map { column in
      values.indices.lazy.map { values[$0] * (1 - propensities[$0]) * column[$0] }
        .compensatedSum()
    }
    let slopes = inverse * right
    return values.indices.map { row in
      values[row]
        - scores[row] * zip(columns, slopes).reduce(0) { $0 + $1.0[row] * $1.1 }
    }
  }
}

extension SurveyDesign {
  /// The same sample with the weights of those who didn't answer carried by those of their class
  /// who did.
  ///
  ///     w' = w · Σ_class w / Σ_class w·r   for those who answered, 0 for the others
  ///
  /// Right when within a class answering has nothing to do with the answers. The variance takes
  /// account of the classes' response rates being estimated.
  ///
  /// - Parameters:
  ///   - responded: whether each drawn person answered; the design is that of all who were drawn.
  ///   - classes: the class of each, known for those who answered and those who did not.
  /// - Returns: the adjusted design, of the same rows; it can be calibrated afterwards.
  /// - Throws: ``ResponseError/nobodyAnswered(variable:category:)``, which names the class;
  ///   ``ResponseError/missingCategory(variable:row:)`` for a row in no class;
  ///   ``ResponseError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 15.6.
  /// R: `redistribute_weights` of `svrep`, for replicates.
  /// Golden values: `Golden/peers/estimators.json`, by numerical derivatives in numpy.
  public func adjustedForNonresponse(
    _ responded: [Bool], by classes: FrameVariable
  ) throws(ResponseError) -> SurveyDesign {
    try check(responded, [classes])
    for category in classes.categories.codes.indices.lazy.map({ classes.categories.codes[$0] })
      .uniqueSorted
    {
      let rows = responded.indices.filter { classes.categories.codes[$0] == category }
      guard rows.contains(where: { responded[$0] && weights[$0] > 0 }) else {
        throw .nobodyAnswered(variable: classes.name, category: Int(category))
      }
    }
    let columns = classes.categories.codes.uniqueSorted.map { category in
      classes.categories.codes.map { $0 == category ? 1.0 : 0 }
    }
    return try adjusted(responded, columns) { weights throws(ResponseError) in
      var (answered, drawn): ([UInt16: Double], [UInt16: Double]) = ([:], [:])
      for (row, code) in classes.categories.codes.enumerated() {
        drawn[code, default: 0] += weights[row]
        if responded[row] { answered[code, default: 0] += weights[row] }
      }
      return classes.categories.codes.map { (answered[$0] ?? 0) / (drawn[$0] ?? .nan) }
    }
  }

  /// The same sample with weights divided by the probability to answer, from a logistic model.
  ///
  ///     w' = w/ρ for those who answered, 0 for the others,   logit ρ = x·β
  ///
  /// - Parameters:
  ///   - responded: whether each drawn person answered; the design is that of all who were drawn.
  ///   - variables: what the response is explained by; the model has each one's categories.
  /// - Returns: the adjusted design, of the same rows; extreme weights can be trimmed, and all
  ///   calibrated, afterwards.
  /// - Throws: ``ResponseError/notConverged(variable:category:)`` where everyone or nobody of a
  ///   category answered;
  ///   ``ResponseError/noContrast(respondents:sampled:)`` where that is so of all;
  ///   ``ResponseError/noVariables``; ``ResponseError/missingCategory(variable:row:)``;
  ///   ``ResponseError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Kim and Kim, *Nonresponse weighting adjustment using estimated response probability*,
  /// 2007. R: weights divided by `fitted(svyglm(responded ~ x, design, family = quasibinomial()))`.
  /// Golden values: `Golden/peers/estimators.json`, by numerical derivatives in numpy.
  public func adjustedForNonresponse(
    _ responded: [Bool], explainedBy variables: [FrameVariable]
  ) throws(ResponseError) -> SurveyDesign {
    try check(responded, variables)
    let count = responded.count { $0 }
    guard count > 0, count < rowCount else {
      throw .noContrast(respondents: count, sampled: rowCount)
    }
    let model = ResponsePropensities.columns(of: variables, rowCount: rowCount)
    let first = try ResponsePropensities(of: responded, by: variables, weights: weights)
    // Columns that repeat others have no coefficient, and none in the variance.
    let columns = model.indices.filter { first.used.contains($0) }.map { model[$0] }
    return try adjusted(responded, columns) { weights throws(ResponseError) in
      try ResponsePropensities(of: responded, by: variables, weights: weights).values
    }
  }

  /// The probability of each drawn person to answer, from a logistic model.
  ///
  /// - Parameters:
  ///   - responded: whether each drawn person answered.
  ///   - variables: what the response is explained by.
  /// - Returns: ρ of each row, in (0, 1).
  /// - Throws: ``ResponseError/notConverged(variable:category:)``; ``ResponseError/noVariables``;
  ///   ``ResponseError/missingCategory(variable:row:)``;
  ///   ``ResponseError/rowCountMismatch(column:expected:actual:)``.
  public func responsePropensities(
    of responded: [Bool], by variables: [FrameVariable]
  ) throws(ResponseError) -> [Double] {
    try check(responded, variables)
    return try ResponsePropensities(of: responded, by: variables, weights: weights).values
  }

  private func adjusted(
    _ responded: [Bool], _ columns: [[Double]],
    _ propensities: ([Double]) throws(ResponseError) -> [Double]
  ) throws(ResponseError) -> SurveyDesign {
    let fitted = try propensities(weights)
    var information = Matrix(rows: columns.count, columns: columns.count)
    for i in columns.indices {
      for j in columns.indices {
        information[i, j] =
          fitted.indices.lazy.map {
            weights[$0] * fitted[$0] * (1 - fitted[$0]) * columns[i][$0] * columns[j][$0]
          }.compensatedSum()
        // Where all answered, nothing is estimated and nothing is explained.
        if i == j, information[i, j] == 0 { information[i, j] = 1 }
      }
    }
    guard let inverse = information.inverse else {
      throw .notConverged(variable: nil, category: nil)
    }
    var design = self
    design.weights = Self.divided(weights, by: fitted, responded)
    design.adjustments.append(
      .response(
        ResponseAdjustment(
          columns: columns, propensities: fitted,
          scores: fitted.indices.map { weights[$0] * ((responded[$0] ? 1 : 0) - fitted[$0]) },
          inverse: inverse)))
    design.leftOut = responded.count { !$0 }
    if var replicates {
      for (index, own) in replicates.weights.enumerated() {
        replicates.weights[index] = Self.divided(own, by: try propensities(own), responded)
      }
      design.replicates = replicates
    }
    design.degreesOfFreedom =
      design.replicates?.degreesOfFreedom() ?? layout.degreesOfFreedom(weights: design.weights)
    return design
  }

  private static func divided(
    _ weights: [Double], by propensities: [Double], _ responded: [Bool]
  ) -> [Double] {
    weights.indices.map { responded[$0] ? weights[$0] / propensities[$0] : 0 }
  }
}

extension Sequence<UInt16> {
  /// Each code that occurs once, ascending.
  fileprivate var uniqueSorted: [UInt16] { Set(self).sorted() }
}
