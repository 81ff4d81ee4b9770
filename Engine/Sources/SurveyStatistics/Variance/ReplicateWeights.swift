import NumericKernels

/// Weights of many made-up samples, whose spread of estimates shows the real sample's uncertainty.
///
///     v = scale · Σᵣ factorᵣ · (θᵣ − centre)²
///
/// θᵣ is the figure by the weights of replicate r; one that is undefined (NaN) is left out.
///
/// Source: Wolter, *Introduction to Variance Estimation*, 2007, chapters 3 to 5.
/// R: `svrepdesign(repweights, scale, rscales, combined.weights = TRUE, mse)`.
public struct ReplicateWeights: Sendable {
  /// What the replicate estimates are measured from.
  public enum Centre: Sendable, Hashable {
    /// Their own mean, over those with a factor above 0; R's default.
    case mean
    /// The estimate with the full weights; R: `mse = TRUE`.
    case estimate
  }

  /// For each replicate the weight of each row, ready to be used; finite.
  public var weights: [[Double]]
  /// What the sum of squares is multiplied by.
  public var scale: Double
  /// One factor for each replicate, 0 or more.
  public var factors: [Double]
  /// What the replicate estimates are measured from.
  public var centre: Centre

  /// Takes weights as they are.
  ///
  /// - Parameters:
  ///   - weights: for each replicate the weight of each row, the full weight included in it.
  ///   - scale: what the sum of squares is multiplied by.
  ///   - factors: one for each replicate; `nil` for all 1.
  ///   - centre: what the replicate estimates are measured from.
  public init(
    weights: [[Double]], scale: Double, factors: [Double]? = nil, centre: Centre = .mean
  ) {
    self.weights = weights
    self.scale = scale
    self.factors = factors ?? Array(repeating: 1, count: weights.count)
    self.centre = centre
  }

  /// The deviations of replicate estimates, scaled so that their products add up to covariances.
  ///
  /// - Parameters:
  ///   - replicates: one estimate for each replicate.
  ///   - estimate: the one with the full weights.
  ///   - kept: the replicates to use; `nil` for those whose estimate is not NaN, as R does.
  /// - Returns: √(scale · factor) · (θᵣ − centre) for each replicate, 0 for those not used; NaN
  ///   when none can be used.
  func deviations(
    of replicates: [Double], estimate: Double, kept: [Bool]? = nil
  ) -> [Double] {
    let kept = kept ?? replicates.map { !$0.isNaN }
    guard kept.contains(true) else { return replicates.map { _ in .nan } }
    var middle = estimate
    if centre == .mean {
      let used = replicates.indices.filter { factors[$0] > 0 && kept[$0] }
      middle = used.reduce(0) { $0 + replicates[$1] } / Double(used.count)
    }
    return replicates.indices.map {
      kept[$0] ? (scale * factors[$0]).squareRoot() * (replicates[$0] - middle) : 0
    }
  }

  /// The rank of the weights − 1, over all rows or some.
  func degreesOfFreedom(within rows: [Bool]? = nil) -> Int {
    let used = (weights.first?.indices).map { $0.filter { rows?[$0] ?? true } } ?? []
    let columns = weights.map { weights in used.map { weights[$0] } }
    return OrthogonalBasis(columns: columns, tolerance: 1e-5).rank - 1
  }
}
