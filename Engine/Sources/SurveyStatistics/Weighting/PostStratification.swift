import NumericKernels

extension SurveyDesign {
  /// The same sample with weights that reproduce the sizes of groups that do not overlap.
  ///
  ///     w' = w · N_group / Σ_group w
  ///
  /// The variance of any estimate then comes from its deviations from the group means.
  ///
  /// - Parameter margin: the groups and their sizes.
  /// - Returns: the post-stratified design.
  /// - Throws: ``CalibrationError/emptyCategory(margin:category:)`` when a group of the population
  ///   has nobody in the sample, ``CalibrationError/unknownCategory(margin:category:)`` the other
  ///   way round; ``CalibrationError/missingValue(margin:row:)`` for a row in no group;
  ///   ``CalibrationError/rowCountMismatch(margin:expected:actual:)``.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 7.6.
  /// R: `postStratify(design, ~group, population)`. Golden values: `Golden/c1_post.json`.
  public func postStratified(to margin: AuxiliaryMargin) throws(CalibrationError) -> SurveyDesign {
    try check(margin)
    var design = self
    design.weights = try margin.scaled(weights)
    design.adjustments.append(
      .groups(
        GroupMeans(
          groups: margin.places, groupCount: margin.totals.count, weights: design.weights,
          meanWeights: weights)))
    if var replicates {
      for index in replicates.weights.indices {
        replicates.weights[index] = try margin.scaled(replicates.weights[index])
      }
      design.replicates = replicates
      design.degreesOfFreedom = replicates.degreesOfFreedom()
    }
    return design
  }

  /// The same sample with weights that reproduce the sizes of several crossing groupings.
  ///
  /// Each margin is post-stratified to in turn until none moves any more.
  ///
  /// - Parameters:
  ///   - margins: the groupings; their totals must add up to the same population: otherwise only
  ///     the last is met, and nothing tells.
  ///   - tolerance: how little the weighted size of any group may still move in a round, relative
  ///     to the sum of the weights; replicate weights go through as many rounds.
  ///   - maximumRounds: how often to go through the margins.
  /// - Returns: the raked design.
  /// - Throws: What ``postStratified(to:)`` throws, for any margin;
  ///   ``CalibrationError/notReached(margin:wanted:reached:)`` after the last round.
  ///
  /// Source: Deming and Stephan, *On a least squares adjustment of a sampled frequency table when
  /// the expected marginal totals are known*, 1940. R: `rake(design, margins, populations)`.
  /// Golden values: `Golden/c1_rake.json`.
  public func raked(
    to margins: [AuxiliaryMargin], tolerance: Double = 1e-10, maximumRounds: Int = 500
  ) throws(CalibrationError) -> SurveyDesign {
    for margin in margins { try check(margin) }
    let rake = Rake(margins: margins, tolerance: tolerance, maximumRounds: maximumRounds)
    var design = self
    let (stages, rounds) = try rake.weights(from: weights)
    design.weights = stages.last ?? weights
    design.adjustments.append(
      .raking(
        zip(margins, stages).map { margin, weights in
          GroupMeans(
            groups: margin.places, groupCount: margin.totals.count, weights: weights,
            meanWeights: weights.map { $0 > 0 ? 1 : 0 })
        }))
    if var replicates {
      for index in replicates.weights.indices {
        replicates.weights[index] = try rake.weights(
          from: replicates.weights[index], after: rounds)
      }
      design.replicates = replicates
      design.degreesOfFreedom = replicates.degreesOfFreedom()
    }
    return design
  }

  private func check(_ margin: AuxiliaryMargin) throws(CalibrationError) {
    guard margin.groups.codes.count == rowCount else {
      throw .rowCountMismatch(
        margin: margin.name, expected: rowCount, actual: margin.groups.codes.count)
    }
    guard margin.totals.count == margin.groups.domainCount else {
      throw .rowCountMismatch(
        margin: margin.name, expected: margin.groups.domainCount, actual: margin.totals.count)
    }
    if let row = margin.groups.codes.firstIndex(of: 0) {
      throw .missingValue(margin: margin.name, row: row)
    }
  }
}

/// Raking as a loop over margins.
private struct Rake {
  let margins: [AuxiliaryMargin]
  let tolerance: Double
  let maximumRounds: Int

  /// The weights after each margin of the last round, and how many rounds it took.
  func weights(
    from start: [Double]
  ) throws(CalibrationError) -> (stages: [[Double]], rounds: Int) {
    let limit = tolerance * start.compensatedSum()
    var current = start
    var sizes = margins.map { $0.sizes(current) }
    for count in 0..<maximumRounds {
      let stages = try round(from: current)
      current = stages.last ?? current
      let next = margins.map { $0.sizes(current) }
      let moved = zip(sizes.joined(), next.joined()).map { ($0 - $1).magnitude }.max() ?? 0
      if moved < limit { return (stages, count + 1) }
      sizes = next
    }
    throw worst(current)
  }

  /// The weights after a number of rounds.
  func weights(from start: [Double], after rounds: Int) throws(CalibrationError) -> [Double] {
    var current = start
    for _ in 0..<rounds { current = try round(from: current).last ?? current }
    return current
  }

  private func round(from start: [Double]) throws(CalibrationError) -> [[Double]] {
    var current = start
    var stages: [[Double]] = []
    for margin in margins {
      current = try margin.scaled(current)
      stages.append(current)
    }
    return stages
  }

  private func worst(_ weights: [Double]) -> CalibrationError {
    var worst = (margin: "", wanted: 0.0, reached: 0.0, gap: -1.0)
    for margin in margins {
      for (wanted, reached) in zip(margin.totals, margin.sizes(weights)) {
        let gap = (wanted - reached).magnitude / (1 + wanted.magnitude)
        if gap > worst.gap { worst = (margin.name, wanted, reached, gap) }
      }
    }
    return .notReached(margin: worst.margin, wanted: worst.wanted, reached: worst.reached)
  }
}

extension AuxiliaryMargin {
  /// The group of each row, from 0.
  var places: [Int32] { groups.codes.map { Int32($0) - 1 } }

  /// Σw in each group.
  func sizes(_ weights: [Double]) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: totals.count)
    for (row, group) in groups.codes.enumerated() { sums[Int(group) - 1].add(weights[row]) }
    return sums.map(\.value)
  }

  /// The weights times total ÷ size of the row's group.
  func scaled(_ weights: [Double]) throws(CalibrationError) -> [Double] {
    let sizes = sizes(weights)
    for group in totals.indices {
      if sizes[group] == 0, totals[group] > 0 {
        throw .emptyCategory(margin: name, category: group + 1)
      }
      if sizes[group] > 0, totals[group] <= 0 {
        throw .unknownCategory(margin: name, category: group + 1)
      }
    }
    let factors = zip(totals, sizes).map { $1 == 0 ? 1 : $0 / $1 }
    return zip(weights, groups.codes).map { $0 * factors[Int($1) - 1] }
  }
}
