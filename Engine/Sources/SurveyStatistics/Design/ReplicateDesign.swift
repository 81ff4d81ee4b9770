extension SurveyDesign {
  /// Describes a sample whose uncertainty comes from given replicate weights.
  ///
  /// - Parameters:
  ///   - weights: the full weight of each row, persons; 0 or more.
  ///   - replicates: the replicate weights, ready to be used.
  ///   - degreesOfFreedom: `nil` for the rank of the replicate weights − 1, as R does; give it
  ///     when there are many replicates, of which the rank takes long.
  /// - Throws: ``DesignError/noRows``; ``DesignError/badWeight(row:)``;
  ///   ``DesignError/badReplicate(index:)``; ``DesignError/lonelyUnit(stratum:)`` for a single row.
  ///
  /// R: `svrepdesign(weights = ~w, repweights = …, scale, rscales, combined.weights = TRUE)`.
  /// Golden values: `Golden/rep_*.json` and `Golden/variant_fay.json`.
  public init(
    weights: [Double], replicates: ReplicateWeights, degreesOfFreedom: Int? = nil
  ) throws(DesignError) {
    try self.init(weights: weights)
    for (index, replicate) in replicates.weights.enumerated() {
      guard replicate.count == weights.count, index < replicates.factors.count,
        replicate.allSatisfy({ $0.isFinite })
      else { throw .badReplicate(index: index) }
    }
    self.replicates = replicates
    self.degreesOfFreedom = degreesOfFreedom ?? replicates.degreesOfFreedom()
  }

  /// The replicate weights that uncertainty comes from, as calibrated so far; `nil` without any.
  public var replicateWeights: ReplicateWeights? { replicates }

  /// The same sample, with given replicate weights for its uncertainty.
  func with(replicates: ReplicateWeights, degreesOfFreedom: Int) -> SurveyDesign {
    var design = self
    design.replicates = replicates
    design.degreesOfFreedom = degreesOfFreedom
    return design
  }
}
